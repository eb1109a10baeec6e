import { refuse, type Context, type Refused } from '@edict/kernel';

import type { Directive } from './directive.decider.ts';
import type { DirectiveEvent, Given } from './directive.messages.ts';
import { actsForIssuer } from './may-issue.ts';

/** What was entered late waits for nothing until its issuer says from when on it is watched. */
export const beginWatch = (
  data: Given<'BeginWatch'>,
  { issued, watchFrom }: Directive,
  context: Context,
): readonly DirectiveEvent[] | Refused<DirectiveEvent> => {
  const { from } = data;
  if (!issued) return refuse('directive/unknown', 'There is no such directive.');
  if (!actsForIssuer(issued, data, context))
    return refuse('directive/not-the-issuer', 'Its issuer, or its secretariat, says from when on it is watched.');
  if (watchFrom === from) return [];
  if (watchFrom) return refuse('directive/watched', `It is watched from ${watchFrom} on.`);
  return [{ type: 'WatchBegan', data: { from } }];
};
