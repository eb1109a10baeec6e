import { idFrom, idOf, streamOf, type Effect, type Happened, type Saga, type Sent } from '@edict/kernel';

import type { Link } from '../document/index.ts';
import { policyOf } from '../time/policy.ts';
import type { Directive } from './directive.decider.ts';
import { CHANGES, type DirectiveCommand, type DirectiveEvent, type Issued } from './directive.messages.ts';
import { linkedIdOf } from './identity.ts';

const NAME = 'stated-change';

/**
 * What a further document says in its own text of the open tasks of the one that it changes is said as soon as it is issued. Where it passes
 * one over nothing is changed, the refusal is recorded, and somebody has to say it.
 */
export const statedChange: Saga<Directive, DirectiveEvent, DirectiveCommand> = {
  name: NAME,
  react(event): readonly Effect<DirectiveCommand>[] {
    if (event.type !== 'DirectiveIssued') return [];
    return event.data.document.directive.links.flatMap((link) => {
      const send = changing(idOf(event.stream), link, event.data);
      if (!send) return [];
      const key = `${link.rel} ${idOf(send.stream)}`;
      return [{ key, send, ifRefused: noting(event, key, { send, link }) }];
    });
  },
};

/** What was refused stands among the findings of the document that states it, with why. */
const noting = (
  { stream, id }: Happened<DirectiveEvent>,
  key: string,
  { send, link }: Readonly<{ send: Changing; link: Link }>,
): Sent<DirectiveCommand> => {
  const { how } = send.data;
  const data = { directiveId: idOf(send.stream), how, name: link.number ?? link.title };
  return { stream, type: 'NoteStatedRefused', data: { ...data, refusal: `refusal-${idFrom(NAME, id, key)}` } };
};

type Changing = Extract<Sent<DirectiveCommand>, { type: 'ChangeDirective' }>;

const changing = (directiveId: string, link: Link, { document, policy, issuedOn }: Issued): Changing | undefined => {
  const how = CHANGES.find((each) => each === link.rel);
  const { effects = [], others } = link;
  const changed = linkedIdOf(link, policyOf(policy.value), issuedOn);
  if (!how || changed === null || (effects.length === 0 && others === undefined)) return undefined;
  const reason = `So it is stated in ${document.directive.number ?? document.directive.title}.`;
  const data = { directiveId, how, effects, ...(others ? { others } : {}), reason };
  return { stream: streamOf('directive', changed), type: 'ChangeDirective', data };
};
