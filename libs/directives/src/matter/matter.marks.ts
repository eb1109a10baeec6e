import { idOf, refuse, type Context, type Refused } from '@edict/kernel';

import { orNull } from '../or-null.ts';
import type { Given, MatterEvent, Marks } from './matter.messages.ts';
import type { Open } from './matter.state.ts';

type Decision = readonly MatterEvent[] | Refused<MatterEvent>;

/** What the desk has found out about a matter later: what it repeats, that several brought it, what else it endangers. */
export const mark = (data: Given<'MarkMatter'>, { office }: Open, context: Context): Decision => {
  const { reason, evidence, ...marks } = data;
  if (Object.keys(marks).length === 0) return refuse('matter/no-mark', 'Nothing is said of it.');
  return (
    notItself(marks, context) ?? [
      { type: 'MatterMarked', data: { by: office, ...marks, reason, evidence: orNull(evidence) } },
    ]
  );
};

/** A matter repeats an earlier one. */
export const notItself = ({ repeats }: Marks, { stream }: Context): Refused<never> | undefined =>
  repeats !== undefined && repeats === idOf(stream)
    ? refuse('matter/repeats-itself', 'It repeats another matter.')
    : undefined;
