import { describe, expect, it } from '@jest/globals';
import { instant, type Lookup } from '@edict/kernel';
import { at, person, specify } from '@edict/kernel/testing';

import type { Clause, Link } from '../document/index.ts';
import { conclusion, CONCLUSION, directiveIssued, issue } from '../testing/directive-examples.ts';
import { directiveDocument } from '../testing/documents.ts';
import { issued as issuedAs, ISSUED_AT } from '../testing/issued.ts';
import { directive } from './directive.decider.ts';
import type { DirectiveCommand, DirectiveEvent, Implementable } from './directive.messages.ts';
import { directiveIdOf } from './identity.ts';
import { implementedIn } from './implement.ts';

const given = specify(directive);
const PLAN = 'directive-plan';
const HIGHER = CONCLUSION.slice('directive-'.length);

const clause = (ref: string, children: readonly Clause[] = []): Clause => ({
  ref,
  kind: 'task-bearing',
  text: 'Do it.',
  children,
});
const plan = {
  ...directiveDocument({ head: { id: 'plan', number: null, type: 'plan', issuers: ['province'] } }),
  clauses: [clause('1', [clause('1.b1')]), clause('2')],
};
const planIssued = directiveIssued({ document: plan, identity: null });
const known: Implementable = { clauses: ['2', '2.6', '5'], implements: [] };

const here = (actor = person('province')) => at(ISSUED_AT, actor, ISSUED_AT, PLAN);
const implement = (
  said: Readonly<{ clause?: string; by?: readonly string[]; directiveId?: string }> = {},
  value: Implementable | null = known,
): DirectiveCommand => ({
  type: 'ImplementClause',
  data: { directiveId: HIGHER, clause: '2.6', higher: { value, source: `${CONCLUSION}@0` }, issuing: {}, ...said },
});
const implemented = (by: readonly string[] = [], of = '2.6'): DirectiveEvent => ({
  type: 'ClauseImplemented',
  data: { directiveId: HIGHER, clause: of, by, source: `${CONCLUSION}@0` },
});

describe('A lower directive implements a clause of a higher one', () => {
  it('as a whole, or by the clauses that it names', () => {
    given(planIssued).when(implement(), here()).then(implemented());
    given(planIssued)
      .when(implement({ by: ['1.b1', '2'] }), here())
      .then(implemented(['1.b1', '2']));
  });

  it('when its issuer or a secretariat says so, and nobody else, not even the issuer of the higher one', () => {
    for (const actor of [person('province'), { ...person('office'), capacity: 'secretariat' }])
      given(planIssued).when(implement(), here(actor)).then(implemented());
    for (const unit of ['politburo', 'ministry'])
      given(planIssued)
        .when(implement(), here(person(unit)))
        .thenRefused('directive/not-the-issuer');
  });

  it('once; another clause, or by another part of it, is something else', () => {
    given(planIssued, implemented()).when(implement(), here()).thenNothing();
    given(planIssued, implemented(['2']))
      .when(implement(), here())
      .then(implemented());
    given(planIssued, implemented())
      .when(implement({ clause: '5' }), here())
      .then(implemented([], '5'));
  });

  it('only where both are issued', () => {
    given().when(implement(), here()).thenRefused('directive/unknown');
    given(planIssued).when(implement({}, null), here()).thenRefused('directive/unknown');
  });

  it('only a clause that is there, by clauses that are there', () => {
    given(planIssued)
      .when(implement({ clause: '9' }), here())
      .thenRefused('directive/no-such-clause');
    given(planIssued)
      .when(implement({ by: ['1', '2.6'] }), here())
      .thenRefused('directive/no-such-clause');
  });

  it('and neither itself nor what implements it', () => {
    given(planIssued)
      .when(implement({ directiveId: 'plan', clause: '1' }), here())
      .thenRefused('directive/implements-itself');
    given(planIssued)
      .when(implement({}, { ...known, implements: ['plan'] }), here())
      .thenRefused('directive/implements-itself');
  });

  it('with what the higher one says looked up, so that nobody can state it', () => {
    const { higher } = directive.facts!(
      { stream: PLAN, type: 'ImplementClause', data: { directiveId: HIGHER, clause: '2.6' } },
      directive.initialState,
    ) as { higher: Lookup };
    expect(higher.stream).toBe(CONCLUSION);
    const document = { ...conclusion, clauses: [clause('2', [clause('2.6')]), clause('5')] };
    expect(higher.select([directiveIssued({ document }), implemented()])).toStrictEqual({
      clauses: ['2', '2.6', '5'],
      implements: [HIGHER],
    });
    expect(higher.select([])).toBeNull();
  });
});

describe('What the text says that it implements', () => {
  const link = (says: Partial<Link> = {}): Link => ({
    rel: 'implements',
    number: '155-KL/TW',
    type: 'conclusion',
    issuers: ['politburo', 'secretariat'],
    date: '2025-05-16',
    title: 'Apparatus',
    clauses: [{ clause: '2.6', by: ['1'] }, { clause: '5' }],
    ...says,
  });
  const inText = (says?: Partial<Link>) =>
    implementedIn(issuedAs({ document: { ...plan, directive: { ...plan.directive, links: [link(says)] } } }));

  it('is known by the number of the document, of the term that its date lies in', () => {
    expect(inText()).toStrictEqual([
      { directiveId: HIGHER, clause: '2.6', by: ['1'] },
      { directiveId: HIGHER, clause: '5', by: [] },
    ]);
    const later = { registry: 'politburo', type: 'conclusion', term: '14', number: '155-KL/TW' };
    expect(inText({ date: '2026-02-01' })[0]).toMatchObject({ directiveId: directiveIdOf(later) });
    expect(inText({ date: null })[0]).toMatchObject({ directiveId: HIGHER });
  });

  it('is nothing where no clause is named, or no number, or no issuer', () => {
    const { clauses: _, ...bare } = link();
    const document = { ...plan, directive: { ...plan.directive, links: [bare] } };
    expect(implementedIn(issuedAs({ document }))).toStrictEqual([]);
    for (const says of [{ number: null }, { issuers: [] }]) expect(inText(says)).toStrictEqual([]);
  });

  it('counts from the issue on, and need not be said again', () => {
    const document = { ...plan, directive: { ...plan.directive, links: [link({ clauses: [{ clause: '2.6' }] })] } };
    given(directiveIssued({ document, identity: null }))
      .when(implement(), here())
      .thenNothing();
    const [event] = directive.decide(issue({ document: { ...conclusion } }), directive.initialState, {
      ...here(person('politburo')),
      stream: CONCLUSION,
    }) as readonly DirectiveEvent[];
    expect(directive.evolve(directive.initialState, event!).implemented).toStrictEqual([]);
  });
});

describe('The time of an issue', () => {
  it('is no reason to refuse: a plan may be older than what it is said to implement', () =>
    given(planIssued)
      .when(implement(), at(instant('2026-01-01T00:00Z'), person('province'), ISSUED_AT, PLAN))
      .then(implemented()));
});

describe('What was said wrongly', () => {
  const withdraw = (of = '2.6'): DirectiveCommand => ({
    type: 'WithdrawImplementation',
    data: { directiveId: HIGHER, clause: of, reason: 'It was 2.5', issuing: {} },
  });
  const withdrawn = (by: readonly string[] = [], of = '2.6'): DirectiveEvent => ({
    type: 'ImplementationWithdrawn',
    data: { directiveId: HIGHER, clause: of, by, reason: 'It was 2.5' },
  });

  it('is taken back by its issuer or a secretariat, with the reason, however often it was said', () => {
    given(planIssued, implemented()).when(withdraw(), here()).then(withdrawn());
    given(planIssued, implemented(), implemented(['2']))
      .when(withdraw(), here({ ...person('office'), capacity: 'secretariat' }))
      .then(withdrawn(), withdrawn(['2']));
    given(planIssued, implemented())
      .when(withdraw(), here(person('politburo')))
      .thenRefused('directive/not-the-issuer');
    given().when(withdraw(), here()).thenRefused('directive/unknown');
  });

  it('is gone then, and may be said again', () => {
    given(planIssued, implemented(), withdrawn()).when(withdraw(), here()).thenNothing();
    given(planIssued, implemented(), withdrawn()).when(implement(), here()).then(implemented());
    given(planIssued, implemented([], '5'), implemented()).when(withdraw('5'), here()).then(withdrawn([], '5'));
  });

  it('is not what its own text says', () => {
    const links: readonly Link[] = [
      {
        ...{ rel: 'implements', number: '155-KL/TW', type: 'conclusion', issuers: ['politburo'], date: '2025-05-16' },
        ...{ title: 'Apparatus', clauses: [{ clause: '2.6' }] },
      },
    ];
    const document = { ...plan, directive: { ...plan.directive, links } };
    given(directiveIssued({ document, identity: null }))
      .when(withdraw(), here())
      .thenRefused('directive/implements-by-its-text');
  });
});
