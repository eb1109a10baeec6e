import { refuse, type Lookup, type Refused } from '@edict/kernel';

import { say, type Finding } from '../document/finding.ts';
import type { Directive } from './directive.decider.ts';
import type { DirectiveEvent, Given, RefusedChange } from './directive.messages.ts';

/** Why, read from where the refusal was recorded. */
export const refusalIn = (refusal: string): Lookup => ({
  stream: refusal,
  select: (history) => {
    const { code } = (history[0]?.data ?? {}) as Readonly<{ code?: string }>;
    return code ?? null;
  },
});

/** That what it states of another one's tasks changed nothing, so that its readers learn it and not only the log. */
export const noteStatedRefused = (
  { directiveId, how, name, why: { value, source } }: Given<'NoteStatedRefused'>,
  { issued, refused }: Directive,
): readonly DirectiveEvent[] | Refused<DirectiveEvent> => {
  if (!issued) return refuse('directive/unknown', 'There is no such directive.');
  if (value === null || refused.includes(directiveId)) return [];
  return [{ type: 'StatedChangeRefused', data: { directiveId, how, name, code: value, source } }];
};

/** Only the code: the words of a refusal may name what readers of this one may not see of the other. */
export const refusedFinding = (slug: string, { how, name, code }: RefusedChange): Finding => ({
  ...say(
    'effects-refused',
    `It ${how} ${name}. What it states of its open tasks was refused (${code}): an issuer says it.`,
  ),
  ref: slug,
});
