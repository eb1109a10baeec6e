import { idOf, streamOf, type Effect, type Saga, type Sent } from '@edict/kernel';

import type { Link } from '../document/index.ts';
import { policyOf } from '../time/policy.ts';
import type { Directive } from './directive.decider.ts';
import { CHANGES, type DirectiveCommand, type DirectiveEvent, type Issued } from './directive.messages.ts';
import { linkedIdOf } from './identity.ts';

/**
 * What a further document says in its own text of the open tasks of the one that it changes is said as soon as it is issued. Where it passes
 * one over nothing is changed, the refusal is recorded, and somebody has to say it.
 */
export const statedChange: Saga<Directive, DirectiveEvent, DirectiveCommand> = {
  name: 'stated-change',
  react(event): readonly Effect<DirectiveCommand>[] {
    if (event.type !== 'DirectiveIssued') return [];
    return event.data.document.directive.links.flatMap((link) => {
      const send = changing(idOf(event.stream), link, event.data);
      return send ? [{ key: `${link.rel} ${idOf(send.stream)}`, send }] : [];
    });
  },
};

const changing = (
  directiveId: string,
  link: Link,
  { document, policy, issuedOn }: Issued,
): Sent<DirectiveCommand> | undefined => {
  const how = CHANGES.find((each) => each === link.rel);
  const { effects = [], others } = link;
  const changed = linkedIdOf(link, policyOf(policy.value), issuedOn);
  if (!how || changed === null || (effects.length === 0 && others === undefined)) return undefined;
  const reason = `So it is stated in ${document.directive.number ?? document.directive.title}.`;
  const data = { directiveId, how, effects, ...(others ? { others } : {}), reason };
  return { stream: streamOf('directive', changed), type: 'ChangeDirective', data };
};
