import { describe, expect, it } from '@jest/globals';
import { instant, type Lookup } from '@edict/kernel';
import { alarmLaw, answersAlways, at, person, specify, type Step } from '@edict/kernel/testing';
import fc from 'fast-check';

import type { DirectiveDocument } from '../document/index.ts';
import { conclusion, CONCLUSION, directiveIssued, issue, unitFact } from '../testing/directive-examples.ts';
import { directiveDocument, due, policyDocument, standingUnits, taskItem } from '../testing/documents.ts';
import { ISSUED_AT, registration } from '../testing/issued.ts';
import { known as registered, note } from '../testing/succession-examples.ts';
import type { SuccessionNote } from '../unit/unit.decider.ts';
import { editionOf, type ReferenceEvent } from '../reference/reference.decider.ts';
import type { Label, Level } from '../classification/label.ts';
import { directive } from './directive.decider.ts';
import type { DirectiveCommand, DirectiveEvent } from './directive.messages.ts';
import { unitsNamedIn } from './named-units.ts';

const given = specify(directive);
const LATER = '2025-06-02T02:00:00.000Z';
const issuer = person('politburo');
const secretariat = { ...person('party-office'), capacity: 'secretariat' };

const here = (actor = issuer, occurredAt: string = ISSUED_AT, now = occurredAt) =>
  at(now, actor, occurredAt, CONCLUSION);
const issued = directiveIssued();

describe('A directive', () => {
  it('is issued by one of its issuers, or by a secretariat, and by nobody else', () => {
    for (const actor of [issuer, person('secretariat'), secretariat]) given().when(issue(), here(actor)).then(issued);
    given()
      .when(issue(), here(person('ministry')))
      .thenRefused('directive/not-the-issuer');
  });

  it('is issued once, and never edited', () => {
    const edited = issue({ document: { ...conclusion, tasks: [] } });
    for (const again of [issue(), edited]) given(issued).when(again, here()).thenRefused('directive/issued');
  });

  it('does not tell that its number is taken to who could not have issued it', () =>
    given(issued)
      .when(issue(), here(person('ministry')))
      .thenRefused('directive/not-the-issuer'));

  it('is issued to the stream of its number, and nowhere else', () => {
    const elsewhere = at(ISSUED_AT, issuer, ISSUED_AT, 'directive-another');
    given().when(issue(), elsewhere).thenRefused('directive/other-stream');
    const renumbered = directiveDocument({ head: { number: '156-KL/TW' } });
    given()
      .when(issue({ document: renumbered }), here())
      .thenRefused('directive/other-stream');
  });

  it('without a number is issued to whatever stream it was given', () => {
    const document = { ...conclusion, directive: { ...conclusion.directive, number: null } };
    const findings = [{ code: 'no-number' as const, ref: 'conclusion-155', message: 'The directive has no number.' }];
    given()
      .when(issue({ document }), at(ISSUED_AT, issuer, ISSUED_AT, 'directive-unnumbered'))
      .then(directiveIssued({ document, identity: null, findings }));
  });

  it('is issued only on the day that was asked for, where its policy is', () => {
    const [first, last] = ['2025-05-15T17:00:00.000Z', '2025-05-16T16:59:59.999Z'].map(instant) as [
      typeof ISSUED_AT,
      typeof ISSUED_AT,
    ];
    for (const moment of [first, last])
      given()
        .when(issue(), here(issuer, moment))
        .then(directiveIssued({ issuedAt: moment, watchFrom: moment }));
    for (const moment of ['2025-05-15T16:59:59.999Z', '2025-05-16T17:00:00.000Z'])
      given().when(issue(), here(issuer, moment)).thenRefused('directive/another-day');
  });
});

describe('What an issue rests on is known:', () => {
  const none = { value: null, source: 'reference-x@-1' };

  it('a policy that is valid on the day', () =>
    given()
      .when(issue({ policy: none, calendar: none, units: { ministry: none } }), here())
      .thenRefused('policy/unknown'));

  it('a calendar that is valid on the day', () =>
    given()
      .when(issue({ calendar: none, units: { ministry: none } }), here())
      .thenRefused('calendar/unknown'));

  it('every unit, before it is asked which day it is', () => {
    const units = { ...unitFact({ id: 'ministry' }), academy: none, bureau: none };
    given().when(issue({ units }), here(issuer, LATER)).thenRefused('unit/unknown');
    expect(directive.decide(issue({ units }), directive.initialState, here())).toMatchObject({
      rejection: { message: 'No unit academy is registered.' },
    });
  });

  it('but not before it is asked who issues it', () =>
    given()
      .when(issue({ policy: none }), here(person('ministry')))
      .thenRefused('directive/not-the-issuer'));
});

describe('A directive remembers', () => {
  it('the units that it names as they were that day, and where that was read', () => {
    const units = {
      ...unitFact({ id: 'ministry' }),
      ...unitFact({ id: 'desk', kind: 'placeholder' }),
      ...unitFact({ id: 'provinces', kind: 'group', membersComplete: false }, [
        { unit: 'north', from: null, until: null },
        { unit: 'gone', from: null, until: '2025-05-16' },
        { unit: 'south', from: '2025-05-16', until: null },
        { unit: 'to-come', from: '2025-05-17', until: null },
      ]),
    };
    given()
      .when(issue({ units }), here())
      .then(
        directiveIssued({
          named: {
            ministry: { kind: 'unit', members: [], complete: true, source: 'unit-ministry@3' },
            desk: { kind: 'placeholder', members: [], complete: true, source: 'unit-desk@3' },
            provinces: {
              kind: 'group',
              members: ['north', 'south'],
              complete: false,
              source: 'unit-provinces@3',
            },
          },
        }),
      );
  });

  it('what its text leaves open, by the members of the day', () => {
    const tasks = [taskItem({ each: true, accountable: ['provinces'] })];
    const document = { ...conclusion, tasks };
    const says = (membership: Parameters<typeof unitFact>[1]) => {
      const units = unitFact({ id: 'provinces', kind: 'group', membersComplete: false }, membership);
      const [event] = directive.decide(issue({ document, units }), directive.initialState, here()) as [typeof issued];
      return event.data.findings;
    };
    const gone = { unit: 'gone', from: null, until: '2025-05-16' };
    expect(says([gone])).toStrictEqual([
      { code: 'group-without-members', ref: '1-1', message: 'No members of The unit (provinces) are known.' },
    ]);
    expect(says([gone, { unit: 'north', from: null, until: null }])).toStrictEqual([
      {
        code: 'group-members-incomplete',
        ref: '1-1',
        message: 'Of The unit (provinces) 1 members are known, and there are more.',
      },
    ]);
  });

  it('which of its dates lie before the day of issue', () => {
    const due = (on: string, bound: 'by' | 'from' = 'by') => ({ on, bound, firmness: 'firm' }) as const;
    const tasks = [
      taskItem({ due: due('2025-05-15') }),
      taskItem({ ref: '1-2', due: due('2025-05-16') }),
      taskItem({ ref: '1-3', due: due('2025-05-15', 'from') }),
      taskItem({ ref: '1-4', due: { month: '2025-04', bound: 'within', firmness: 'firm' } }),
    ];
    const document = { ...conclusion, tasks };
    const [event] = directive.decide(issue({ document }), directive.initialState, here()) as [typeof issued];
    expect(event.data.findings.map(({ code, ref }) => [code, ref])).toStrictEqual([
      ['date-before-issue', '1-1'],
      ['date-before-issue', '1-4'],
    ]);
  });

  it('the editions that it was issued under', () => {
    const policy = { value: policyDocument({ dueSoonDays: 9 }), source: 'reference-policy-vn-party@9' };
    given().when(issue({ policy }), here()).then(directiveIssued({ policy }));
  });
});

describe('A directive is watched', () => {
  const late = directiveIssued({ watchFrom: null });
  const june = instant('2025-06-01T00:00Z');
  const begin = (from = june): DirectiveCommand => ({ type: 'BeginWatch', data: { from, issuing: {} } });
  const began: DirectiveEvent = { type: 'WatchBegan', data: { from: june } };

  it('from its issue on, but not where it is entered late: then somebody says from when', () => {
    given().when(issue(), here()).then(issued);
    given()
      .when(issue(), here(issuer, ISSUED_AT, LATER))
      .then(late);
  });

  it('from when its issuer or a secretariat says, and nobody else', () => {
    for (const actor of [issuer, person('secretariat'), secretariat])
      given(late).when(begin(), here(actor)).then(began);
    for (const history of [[late], [late, began]])
      given(...history)
        .when(begin(), here(person('ministry')))
        .thenRefused('directive/not-the-issuer');
  });

  it('from when the successor of an issuer says, from the day of the succession on', () => {
    const heir = person('new-politburo');
    const [before, after] = ['2025-06-30T16:59:59.999Z', '2025-06-30T17:00:00.000Z'];
    const beginning = (...notes: readonly SuccessionNote[]): DirectiveCommand => {
      const value = registered('politburo', ...notes);
      return {
        type: 'BeginWatch',
        data: { from: june, issuing: { politburo: { value, source: 'unit-politburo@1' } } },
      };
    };
    const followed = beginning(note('politburo', 'new-politburo'));
    given(late).when(followed, here(heir, after)).then(began);
    const calledOff = note('politburo', 'new-politburo', { at: null, withdrawn: true });
    const split = note('politburo', 'new-politburo', { kind: 'split' });
    given(late).when(followed, here(heir, before)).thenRefused('directive/not-the-issuer');
    for (const no of [beginning(), beginning(calledOff), beginning(split)])
      given(late).when(no, here(heir, after)).thenRefused('directive/not-the-issuer');
  });

  it('from one moment on, which is said once', () => {
    given(late, began).when(begin(), here()).thenNothing();
    given(late, began).when(begin(ISSUED_AT), here()).thenRefused('directive/watched');
    given(issued).when(begin(ISSUED_AT), here()).thenNothing();
    given(issued).when(begin(), here()).thenRefused('directive/watched');
  });

  it('once it is issued', () => {
    given().when(begin(), here()).thenRefused('directive/unknown');
    given(late, began).when(issue(), here()).thenRefused('directive/issued');
  });
});

describe('What an issue lacks', () => {
  const { policy: _policy, calendar: _calendar, units: _units, ...sent } = issue().data;
  const lacks = (document: DirectiveDocument = conclusion) =>
    directive.facts!(
      { stream: CONCLUSION, type: 'IssueDirective', data: { ...sent, document } },
      directive.initialState,
    );
  const published = (version: number, from: string, until: string | null): ReferenceEvent => {
    const { policy, rules } = policyDocument();
    return {
      type: 'ReferencePublished',
      data: editionOf({ policy: { ...policy, version, valid: { from, until } }, rules }),
    };
  };

  it('is the edition of its policy and of its calendar that is valid on the day', () => {
    const { policy, calendar } = lacks() as { policy: Lookup; calendar: Lookup };
    expect([policy.stream, calendar.stream]).toStrictEqual(['reference-policy-vn-party', 'reference-calendar-vn']);
    const history = [
      published(1, '2025-01-01', '2025-05-15'),
      published(2, '2025-05-16', '2025-05-16'),
      published(3, '2025-05-17', null),
    ];
    expect(policy.select(history)).toMatchObject({ policy: { version: 2 } });
    expect(policy.select(history.toSpliced(1, 1))).toBeNull();
    expect(calendar.select([])).toBeNull();
  });

  it('is every unit that it names, as it is registered', () => {
    const document = directiveDocument({ tasks: [taskItem({ accountable: ['provinces'], lead: [] })] });
    const units = lacks(document)['units'] as Record<string, Lookup>;
    expect(Object.entries(units).map(([id, { stream }]) => [id, stream])).toStrictEqual([
      ['politburo', 'unit-politburo'],
      ['secretariat', 'unit-secretariat'],
      ['provinces', 'unit-provinces'],
    ]);
    const data = registration('provinces');
    expect(units['provinces']!.select([{ type: 'UnitRegistered', data }])).toMatchObject(data);
    expect(units['provinces']!.select([])).toBeNull();
  });

  it('is who follows its issuers, where it is only said from when on it is watched', () => {
    const watch = { stream: CONCLUSION, type: 'BeginWatch', data: { from: ISSUED_AT } } as const;
    expect(directive.facts!(watch, directive.initialState)).toStrictEqual({ issuing: {} });
    const { issuing } = directive.facts!(watch, directive.evolve(directive.initialState, issued)) as {
      issuing: Record<string, Lookup>;
    };
    expect(Object.keys(issuing)).toStrictEqual(['politburo', 'secretariat']);
    const further = issuing['politburo']!.leads!(registered('politburo', note('politburo', 'new-politburo')));
    expect(Object.keys(further)).toStrictEqual(['new-politburo']);
  });
});

describe('The units that a directive names', () => {
  it('are its issuers, whom its tasks name, and who sets up standing units; each once, in the order of the text', () => {
    const task = taskItem({
      accountable: ['a', 'politburo'],
      lead: ['b'],
      coordinating: ['c'],
      directs: ['d'],
      reportsTo: ['e', 'a'],
      due: due({ orAsOrderedBy: 'f' }),
    });
    const rule = standingUnits({ createdBy: ['g', 'a'], beyondAuthority: { recommendTo: 'h', outcomes: [] } });
    expect(unitsNamedIn(directiveDocument({ tasks: [task], standingUnits: rule }))).toStrictEqual([
      'politburo',
      'secretariat',
      ...['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'],
    ]);
  });

  it('are no more than that where the text is silent', () => {
    const tasks = [taskItem({ due: due({ on: '2025-06-25' }) })];
    expect(unitsNamedIn(directiveDocument({ tasks, standingUnits: standingUnits() }))).toStrictEqual([
      'politburo',
      'secretariat',
      'ministry',
      'provinces',
    ]);
  });
});

describe('Commands to a directive', () => {
  it('come from persons only, but for what a further document states itself, and what was decided on a task', () => {
    const { ChangeDirective: stated, DivideTask: decided, NoteStatedRefused: refused, ...others } = directive.origins;
    expect(new Set(Object.values(others).flat())).toStrictEqual(new Set(['person']));
    expect([stated, decided, refused]).toStrictEqual([['person', 'saga'], ['saga'], ['saga']]);
  });

  it('go to streams of directives, which wait for nothing', () => {
    expect(directive.category).toBe('directive');
    given(issued).thenWaitsFor();
  });
});

describe('An event of a later version', () => {
  it('changes nothing', () => {
    const known = directive.evolve(directive.initialState, issued);
    expect(directive.evolve(known, { type: 'Unheard', data: {} } as unknown as DirectiveEvent)).toBe(known);
  });
});

describe('Whatever is asked of a directive', () => {
  const commands: readonly DirectiveCommand[] = [
    issue(),
    issue({ policy: { value: null, source: 'reference-policy-x@-1' } }),
    issue({ units: unitFact({ id: 'ministry' }) }),
    { type: 'BeginWatch', data: { from: ISSUED_AT, issuing: {} } },
    { type: 'BeginWatch', data: { from: instant(LATER), issuing: {} } },
    {
      type: 'ImplementClause',
      data: { directiveId: 'd2', clause: '1', higher: { value: null, source: 'directive-d2@-1' }, issuing: {} },
    },
    {
      type: 'ImplementClause',
      data: {
        directiveId: 'd2',
        clause: '1',
        higher: { value: { clauses: ['1'], implements: [] }, source: 'directive-d2@0' },
        issuing: {},
      },
    },
  ];
  const scripts = fc.array(
    fc
      .tuple(
        fc.constantFrom(...commands),
        fc.constantFrom(issuer, secretariat, person('ministry')),
        fc.constantFrom(ISSUED_AT, instant(LATER)),
        fc.constantFrom(CONCLUSION, 'directive-another'),
      )
      .map(([command, actor, now, stream]): Step<DirectiveCommand> => {
        return { command, actor, now, occurredAt: ISSUED_AT, stream };
      }),
  );

  it('the alarm law holds', () => alarmLaw(directive, scripts));
  it('it is answered', () => answersAlways(directive, scripts));
});

describe('The classification of a directive', () => {
  const to = (classification: Level, compartments?: readonly string[], basis = 'Decision 41') =>
    ({
      type: 'ReclassifyDirective',
      data: { classification, basis, issuing: {}, ...(compartments ? { compartments } : {}) },
    }) as const;
  const open = { level: 'open', compartments: [] } as const;
  const reclassified = (from: Label, next: Label): DirectiveEvent => ({
    type: 'DirectiveReclassified',
    data: { from, to: next, basis: 'Decision 41' },
  });
  const secret = { level: 'secret', compartments: ['energy'] } as const;

  it('is changed by an issuer or a secretariat, and by nobody else', () => {
    for (const actor of [issuer, secretariat])
      given(issued)
        .when(to('secret', ['energy']), here(actor))
        .then(reclassified(open, secret));
    given(issued)
      .when(to('secret'), here(person('ministry')))
      .thenRefused('directive/not-the-issuer');
  });

  it('is lowered again from what it has become', () =>
    given(issued, reclassified(open, secret)).when(to('open'), here()).then(reclassified(secret, open)));

  it('is left alone where it is that already', () => given(issued).when(to('open', []), here()).then());

  it('is never changed without a legal basis', () =>
    given(issued)
      .when(to('internal', [], ' '), here())
      .thenRefused('directive/without-basis'));

  it('is that of nothing where nothing was issued', () =>
    given().when(to('internal'), here()).thenRefused('directive/unknown'));
});
