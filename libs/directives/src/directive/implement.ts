import { canonical, idOf, refuse, type Context, type Refused } from '@edict/kernel';

import type { Clause } from '../document/index.ts';
import { policyOf } from '../time/policy.ts';
import type { Directive } from './directive.decider.ts';
import type { DirectiveEvent, Given, Implementation, Issued } from './directive.messages.ts';
import { linkedIdOf } from './identity.ts';
import { actsForIssuer } from './may-issue.ts';

/** What the text itself says that it implements, of whatever can be told from its number which directive it is. */
export const implementedIn = ({ document, policy, issuedOn }: Issued): readonly Implementation[] =>
  document.directive.links.flatMap((link) => {
    const { clauses = [] } = link;
    const directiveId = clauses.length > 0 ? linkedIdOf(link, policyOf(policy.value), issuedOn) : null;
    return directiveId === null ? [] : clauses.map(({ clause, by = [] }) => ({ directiveId, clause, by }));
  });

/** Every clause of a text by its ref. */
export const refsOf = (clauses: readonly Clause[]): readonly string[] =>
  clauses.flatMap(({ ref, children = [] }) => [ref, ...refsOf(children)]);

/** A directive brings a clause of a higher one down: said by who issued it, of what was issued before. */
export const implement = (
  data: Given<'ImplementClause'>,
  { issued, implemented }: Directive,
  context: Context,
): readonly DirectiveEvent[] | Refused<DirectiveEvent> => {
  if (!issued) return refuse('directive/unknown', 'There is no such directive.');
  if (!actsForIssuer(issued, data, context))
    return refuse('directive/not-the-issuer', 'Its issuer, or its secretariat, says what it implements.');
  const no = doesNotFit(data, issued, context);
  if (no) return no;
  const { directiveId, clause, by = [], higher } = data;
  const said: Implementation = { directiveId, clause, by };
  if (implemented.some((each) => canonical(each) === canonical(said))) return [];
  return [{ type: 'ClauseImplemented', data: { ...said, source: higher.source } }];
};

const doesNotFit = (
  { directiveId, clause, by = [], higher }: Given<'ImplementClause'>,
  { document }: Issued,
  { stream }: Context,
): Refused<never> | undefined => {
  if (higher.value === null) return refuse('directive/unknown', 'What it is to implement was not issued here.');
  const own = idOf(stream);
  if (directiveId === own || higher.value.implements.includes(own))
    return refuse('directive/implements-itself', 'A directive implements neither itself nor what implements it.');
  const missing = missingIn(higher.value.clauses, [clause]) ?? missingIn(refsOf(document.clauses), by);
  return missing === undefined ? undefined : refuse('directive/no-such-clause', `There is no clause ${missing}.`);
};

const missingIn = (known: readonly string[], refs: readonly string[]): string | undefined =>
  refs.find((ref) => !known.includes(ref));

export const otherThan =
  (said: Implementation) =>
  (each: Implementation): boolean =>
    canonical(each) !== canonical({ directiveId: said.directiveId, clause: said.clause, by: said.by });

/** What was said wrongly of a clause is taken back, whole; what the text itself says, only a further document changes. */
export const withdrawImplementation = (
  data: Given<'WithdrawImplementation'>,
  { issued, implemented }: Directive,
  context: Context,
): readonly DirectiveEvent[] | Refused<DirectiveEvent> => {
  const { directiveId, clause, reason } = data;
  if (!issued) return refuse('directive/unknown', 'There is no such directive.');
  if (!actsForIssuer(issued, data, context))
    return refuse('directive/not-the-issuer', 'Its issuer, or its secretariat, says what it implements.');
  const isMeant = (each: Implementation) => each.directiveId === directiveId && each.clause === clause;
  if (implementedIn(issued).some(isMeant))
    return refuse('directive/implements-by-its-text', `Its own text says that it implements ${clause}.`);
  return implemented
    .filter(isMeant)
    .map((said) => ({ type: 'ImplementationWithdrawn', data: { ...said, reason } }) as const);
};
