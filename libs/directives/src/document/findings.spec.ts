import { describe, expect, it } from '@jest/globals';

import { countsOf, sumOf } from './counts.ts';
import type { DirectiveDocument, TaskItem } from './directive.document.ts';
import { findingsOf, successionFindings } from './findings.ts';
import type { UnitEntry } from './units.document.ts';

const none = { from: null, until: null };

const directive = (more: Partial<DirectiveDocument> = {}, head: object = {}): DirectiveDocument => ({
  directive: {
    id: 'sample',
    number: '1-KL/TW',
    type: 'conclusion',
    issuers: ['body'],
    title: 'Sample',
    language: 'vi',
    adoptedOn: '2025-05-16',
    signedOn: '2025-05-16',
    issuedOn: '2025-05-16',
    effective: none,
    horizon: none,
    classification: 'open',
    urgency: 'none',
    links: [],
    ...head,
  },
  clauses: [
    { ref: '1', kind: 'task-bearing', text: 'One', children: [{ ref: '1.1', kind: 'principle', text: 'In it' }] },
  ],
  tasks: [],
  ...more,
});

const task = (more: Partial<TaskItem> = {}): TaskItem => ({
  ref: '1-1',
  clause: '1',
  statement: 'Do it',
  kind: 'once',
  accountable: ['body'],
  lead: ['body'],
  leadBasis: 'stated',
  urgency: false,
  ...more,
});

const entry = (id: string, kind: UnitEntry['kind'], more: Partial<UnitEntry> = {}): UnitEntry => ({
  id,
  kind,
  level: null,
  parent: null,
  names: { en: id },
  ...more,
});

const UNITS = {
  units: [
    entry('body', 'unit'),
    entry('other', 'unit'),
    entry('unknown-group', 'group', { members: [], membersComplete: false }),
    entry('part-group', 'group', { members: ['body', 'other'], membersComplete: false }),
    entry('whole-group', 'group', { members: ['body', 'other'], membersComplete: true }),
    entry('somebody', 'placeholder'),
    entry('heads', 'persons'),
  ],
};

const said = (document: DirectiveDocument): readonly string[] =>
  findingsOf(document, UNITS).map(({ code, ref }) => `${ref}: ${code}`);

const saidOf = (more: Partial<TaskItem>): readonly string[] =>
  findingsOf(directive({ tasks: [task(more)] }), UNITS).map(({ code }) => code);

const due = { bound: 'by', firmness: 'firm' } as const;

describe('a document that changes another one', () => {
  const link = (rel: string, number: string | null) => ({
    rel,
    number,
    type: 'conclusion',
    issuers: [],
    date: null,
    title: 'On staff',
  });

  it('leaves open what becomes of the open tasks of that one', () => {
    const links = [link('amends', '1-KL/TW'), link('supersedes', null), link('revokes', '2-KL/TW')];
    expect(findingsOf(directive({}, { links }), UNITS).map(({ code, message }) => [code, message])).toStrictEqual([
      ['effects-not-stated', 'It amends 1-KL/TW: what becomes of each open task of it is to be stated.'],
      ['effects-not-stated', 'It supersedes On staff: what becomes of each open task of it is to be stated.'],
      ['effects-not-stated', 'It revokes 2-KL/TW: what becomes of each open task of it is to be stated.'],
    ]);
  });

  it('leaves nothing open where it only reaffirms, implements or cites', () => {
    const links = ['reaffirms', 'implements', 'cites', 'basedOn', 'attaches'].map((rel) => link(rel, '1-KL/TW'));
    expect(said(directive({}, { links }))).toStrictEqual([]);
  });
});

describe('a text that says everything leaves nothing open', () => {
  it.each<[string, Partial<TaskItem>]>([
    ['once', { due: { ...due, on: '2025-06-30' }, urgency: true }],
    ['once, urgent in a month', { due: { ...due, month: '2025-05' }, urgency: true }],
    ['periodic', { kind: 'periodic', recurrence: { every: 'month' } }],
    ['until a day', { kind: 'until', window: { from: '2025-05-16', until: '2025-10-31' } }],
    ['each of a group that is known', { accountable: ['whole-group'], each: true }],
  ])('%s', (_, more) => {
    expect(saidOf(more)).toEqual([]);
  });
});

describe('a task leaves open', () => {
  it.each<[string, Partial<TaskItem>, readonly string[]]>([
    ['who leads', { lead: [], leadBasis: 'none' }, ['no-lead']],
    ['who is addressed', { accountable: [] }, ['no-accountable']],
    ['who chairs', { lead: ['body', 'other'] }, ['several-leads']],
    ['who coordinates besides', { coordinatorsOpen: true }, ['open-coordinators']],
    ['who is in a group', { accountable: ['unknown-group'], lead: ['unknown-group'] }, ['group-without-members']],
    ['who is in a group it directs', { directs: ['unknown-group'] }, ['group-without-members']],
    ['who else is in a group', { accountable: ['part-group'], each: true }, ['group-members-incomplete']],
    [
      'who each of a class of persons is',
      { accountable: ['heads'], lead: ['heads'], each: true },
      ['group-without-members'],
    ],
    ['nothing where a class of persons has it together', { accountable: ['heads'], lead: ['heads'] }, []],
    ['nothing where an interval can be counted', { kind: 'periodic', recurrence: { every: 'month' } }, []],
    [
      'how often, in words that cannot be counted',
      { kind: 'periodic', recurrence: { every: 'every now and then' } },
      ['no-interval'],
    ],
    ['whether a group has it together', { accountable: ['part-group'] }, ['common-or-each']],
    ['who a placeholder is', { reportsTo: ['somebody'] }, ['placeholder-not-filled']],
    ['how often', { kind: 'periodic', recurrence: { every: null } }, ['no-interval']],
    ['how often, without a word', { kind: 'periodic' }, ['no-interval']],
    ['the date that another text sets', { due }, ['date-set-elsewhere']],
    ['the date of a milestone', { milestones: [{ name: 'm', due }] }, ['date-set-elsewhere']],
    [
      'how a milestone can come after its end',
      {
        due: { ...due, month: '2025-05' },
        milestones: [
          { name: 'm', due: { ...due, on: '2025-06-01' } },
          { name: 'n', due: { ...due, on: '2025-05-31' } },
        ],
      },
      ['milestone-after-deadline'],
    ],
    ['whether the date stays', { due: { ...due, on: '2025-06-30', orAsOrderedBy: 'body' } }, ['or-as-ordered']],
    ['when it ends', { kind: 'until' }, ['no-end']],
    ['when it begins', { kind: 'until', window: { from: null, until: '2025-10-31' } }, ['window-start-unknown']],
    ['how soon is urgent', { urgency: true }, ['urgent-without-date']],
  ])('%s', (_, more, codes) => {
    expect(saidOf(more)).toEqual(codes);
  });

  it('nothing about units that are not known', () => {
    expect(findingsOf(directive({ tasks: [task({ reportsTo: ['somebody'] })] }), { units: [] })).toEqual([]);
  });

  it('several leads even where each leads for itself, in other words', () => {
    const [finding] = findingsOf(directive({ tasks: [task({ lead: ['body', 'other'], each: true })] }), UNITS);
    expect(finding).toEqual({
      code: 'several-leads',
      ref: '1-1',
      message: '2 leads are named, each for its own: body, other.',
    });
  });
});

describe('a directive leaves open', () => {
  it('its number and its dates', () => {
    expect(said(directive({}, { number: null, adoptedOn: null, signedOn: null, issuedOn: null }))).toEqual([
      'sample: no-number',
      'sample: date-unknown',
      'sample: date-unknown',
      'sample: date-unknown',
    ]);
  });

  it('what its number is, where that has no known form', () =>
    expect(said(directive({}, { number: 'a number' }))).toEqual(['sample: number-not-parsed']));

  it('who its standing units belong to, answer to, and when they work', () => {
    const standingUnits = {
      createdBy: ['part-group'],
      each: true,
      functions: [],
      mandate: { from: null, until: null, inclusive: true },
      beyondAuthority: { recommendTo: 'somebody', outcomes: [] },
    };
    expect(said(directive({ standingUnits }))).toEqual([
      'sample: group-members-incomplete',
      'sample: placeholder-not-filled',
      'sample: window-start-unknown',
      'sample: no-end',
    ]);
  });

  it('its questions and the successions without a successor or a day', () => {
    const succession = { id: 's', from: ['body'], kind: 'merge', basis: 'Clause 1' } as const;
    const successions = [
      { ...succession, to: 'other', effectiveOn: '2025-07-01' },
      { ...succession, to: null, effectiveOn: '2025-07-01' },
      { ...succession, to: 'other', effectiveOn: null },
    ];
    const openIssues = [{ id: 'i', text: 'What then?' }];
    expect(said(directive({ successions, openIssues }))).toEqual([
      'sample: succession-open',
      'sample: succession-open',
      'sample: succession-doubled',
      'sample: succession-doubled',
      'sample: open-issue',
    ]);
  });

  it('everything in the order of its text', () => {
    const tasks = [task({ lead: [], ref: '1-2' }), task({ urgency: true })];
    expect(said(directive({ tasks, openIssues: [{ id: 'i', text: 'T' }] }, { number: null }))).toEqual([
      'sample: no-number',
      '1-2: no-lead',
      '1-1: urgent-without-date',
      'sample: open-issue',
    ]);
  });
});

describe('counts', () => {
  it('take the whole clause tree and every task once', () => {
    const tasks = [
      task(),
      task({ lead: [], kind: 'until', urgency: true, due: { ...due, month: '2025-10' } }),
      task({ due }),
    ];
    expect(countsOf(directive({ tasks }))).toEqual({
      clauses: 2,
      tasks: 3,
      byKind: { once: 2, standing: 0, periodic: 0, until: 1, conditional: 0 },
      dated: 1,
      urgent: 1,
      noLead: 1,
      severalLeads: 0,
    });
  });

  it('of several directives add up', () => {
    const counts = countsOf(directive({ tasks: [task({ lead: ['body', 'other'], kind: 'standing' })] }));
    expect(sumOf([counts, counts])).toMatchObject({ clauses: 4, tasks: 2, byKind: { standing: 2 }, severalLeads: 2 });
  });
});

describe('What the words of a task leave open', () => {
  const codes = (more: Partial<TaskItem>) =>
    findingsOf(directive({ tasks: [task(more)] }), { units: [] }).map(({ code, message }) => [code, message]);
  const words = { bound: 'by', firmness: 'firm' } as const;

  it('is whether a vague date is one that another document sets', () => {
    expect(codes({ due: words })).toStrictEqual([
      ['date-set-elsewhere', 'It has a deadline, but the date is set elsewhere.'],
    ]);
    expect(codes({ due: { ...words, vague: true, phrase: 'in good time' } })).toStrictEqual([
      ['date-vague', 'It names no date: in good time.'],
    ]);
  });

  it('is what was inferred, such as the year', () =>
    expect(codes({ due: { ...words, on: '2025-06-30', inferred: 'the year' } })).toStrictEqual([
      ['date-inferred', 'Not in the text, but inferred: the year.'],
    ]));

  it('is a start that hangs on an event, and a task that is only proposed', () =>
    expect(
      codes({ status: 'proposed', trigger: 'the law is passed', condition: 'the first attempt fails' }),
    ).toStrictEqual([
      ['not-assigned', 'The text does not assign it: it is proposed. It lies with nobody until an issuer does.'],
      ['starts-on-event', 'It starts when: the law is passed.'],
      ['starts-on-event', 'It starts only if: the first attempt fails.'],
    ]));
});

describe('What a text says beyond its tasks', () => {
  const said = (more: Partial<DirectiveDocument>) =>
    findingsOf(directive(more), UNITS).map(({ code, ref, message }) => [code, ref, message]);
  const words = { bound: 'by', firmness: 'firm' } as const;
  const ONE = directive().clauses[0]!;

  it('is a deadline that all tasks of a clause have in common, and of those inside it', () => {
    const clauses = [{ ...ONE, due: { ...words, on: '2025-06-30' } }];
    const tasks = [
      task({ clause: '1.1' }),
      task({ ref: '1-2', kind: 'standing' }),
      task({ ref: '1-3', due: { ...words, on: '2025-06-01' } }),
      task({ ref: '1-4', kind: 'until', window: { from: null, until: '2025-07-01' } }),
    ];
    expect(said({ clauses, tasks })).toStrictEqual([
      ['date-inherited', '1-1', 'It has no date of its own: that of clause 1 holds.'],
      ['window-start-unknown', '1-4', 'From when it is in force is not known.'],
    ]);
    expect(countsOf(directive({ clauses, tasks })).dated).toBe(2);
  });

  it('is that of the nearest clause', () => {
    const inner = { ...ONE.children![0]!, due: { ...words, month: '2025-07' } };
    const clauses = [{ ...ONE, due: { ...words, on: '2025-06-30' }, children: [inner] }];
    expect(said({ clauses, tasks: [task({ clause: '1.1' })] })).toMatchObject([
      ['date-inherited', '1-1', 'It has no date of its own: that of clause 1.1 holds.'],
    ]);
  });

  it('is what it takes over from documents, in a clause or for a task', () => {
    const report = { number: null, type: 'report', issuers: [], date: null, title: 'On staff' };
    const clauses = [{ ...ONE, byReference: ['386-BC/BTCTW', report] }];
    expect(said({ clauses, tasks: [task({ byReference: report })] })).toStrictEqual([
      ['by-reference', '1', 'Clause 1 takes over what 386-BC/BTCTW says: its tasks are to be entered.'],
      ['by-reference', '1', 'Clause 1 takes over what On staff says: its tasks are to be entered.'],
      ['by-reference', '1-1', 'It is taken over from On staff.'],
    ]);
  });

  it('is every figure that is not exact', () => {
    const reportForms = [
      { id: 'f', title: 'F', unit: 'percent', value: 'more than 99' },
      { id: 'g', title: 'G', total: 4, parts: [{ name: 'h', value: 4, bound: 'about' as const }] },
      { id: 'i', title: 'I', value: 18, of: 18 },
    ];
    const targets = [
      { value: '>= 3', unit: 'bodies' },
      { name: 'all', value: 7 },
    ];
    expect(said({ reportForms, tasks: [task({ targets })] })).toStrictEqual([
      ['figure-not-exact', '1-1', 'The target: at least 3 bodies.'],
      ['figure-not-exact', 'sample', 'f: more than 99 percent.'],
      ['figure-not-exact', 'sample', 'g, h: about 4.'],
    ]);
  });

  it('is whether nobody succeeds, or that is not known, and how far it has come', () => {
    const base = { id: 's', from: ['body'], to: null, effectiveOn: '2025-07-01', basis: 'Clause 1' } as const;
    const successions = [
      { ...base, kind: 'dissolve', successor: 'nobody' },
      { ...base, kind: 'dissolve' },
      { ...base, kind: 'create', from: [], successor: 'unknown' },
      { ...base, kind: 'merge', from: ['body', 'other'], pairwise: true, status: 'planned' },
      { ...base, kind: 'rename', to: 'other', status: 'pilot' },
      { ...base, kind: 'rename', to: 'other', status: 'done' },
      { ...base, kind: 'split', to: ['other', 'third'] },
    ] as const;
    const each = successions.flatMap((one) => said({ successions: [one] }));
    expect(each.map(([code, , message]) => [code, message])).toStrictEqual([
      ['nobody-succeeds', 's: nobody succeeds body; what is open then is decided thing by thing.'],
      ['succession-open', 's: who takes over is not said for body.'],
      ['succession-open', 's: what is created is not said.'],
      ['succession-pairwise', 's: pair by pair, and which with which is not listed.'],
      ['succession-open', 's: who succeeds is not said for body, other.'],
      ['succession-not-decided', 's: it is not decided, but planned.'],
      ['succession-not-decided', 's: it is not decided, but a pilot.'],
    ]);
    expect(successionFindings({ units: [], successions: [successions[4]] })).toStrictEqual([
      { code: 'succession-not-decided', ref: 's', message: 's: it is not decided, but a pilot.' },
    ]);
  });

  it('is how many there are of a class that is not listed, and of whom one is meant', () => {
    const units = [
      entry('class', 'group', { size: 63 }),
      entry('inner', 'group', { members: ['body'], size: 3 }),
      entry('outer', 'group', { members: ['inner', 'class'], membersComplete: true }),
      entry('one', 'placeholder', { oneOf: ['body', 'other'] }),
    ];
    const of = (more: Partial<TaskItem>) =>
      findingsOf(directive({ tasks: [task(more)] }), { units }).map(({ message }) => message);
    expect(of({ directs: ['class'] })).toStrictEqual(['No members of class (class) are known; there are 63.']);
    expect(of({ accountable: ['inner'], each: true })).toStrictEqual([
      'Of inner (inner) 1 members are known, and there are 3.',
    ]);
    expect(of({ accountable: ['outer'], each: true })).toStrictEqual([
      'Of outer (outer) 2 members are known, and there are more.',
    ]);
    expect(of({ reportsTo: ['one'] })).toStrictEqual([
      'one (one) is a placeholder: no unit is named, or none exists yet.',
      'one (one) is one of body, other: which one is not said.',
    ]);
  });

  it('is more about a task: who sets its date, how vague it is, how it starts, that it goes upward', () => {
    const of = (more: Partial<TaskItem>) => said({ tasks: [task(more)] }).map(([code, , message]) => [code, message]);
    expect(of({ due: { ...words, setBy: '31-HD/BTCTW' } })).toStrictEqual([
      ['date-set-elsewhere', 'It has a deadline, but the date is set by 31-HD/BTCTW.'],
    ]);
    expect(
      of({ due: { ...words, month: '2025-06', vague: true, phrase: 'early June', inferred: ['the year'] } }),
    ).toStrictEqual([
      ['date-vague', 'The words are vague, and are read as 2025-06: early June.'],
      ['date-inferred', 'Not in the text, but inferred: the year.'],
    ]);
    expect(of({ kind: 'conditional', trigger: { task: '1-9', when: 'overdue', text: 'or else' } })).toStrictEqual([
      ['starts-on-event', 'It starts when: task 1-9 is overdue (or else).'],
    ]);
    expect(of({ direction: 'up' })).toStrictEqual([
      ['recommended-upward', 'It is a recommendation to a higher body, which is not named.'],
    ]);
    expect(
      of({ kind: 'standing', window: { from: '2025-05-16', until: null, phrase: 'until it is done' } }),
    ).toStrictEqual([['window-in-words', 'It is in force: until it is done.']]);
    expect(of({ kind: 'periodic', recurrence: { every: 'fortnight' } })).toStrictEqual([
      ['no-interval', 'It comes round “fortnight”, which names no interval that can be counted.'],
    ]);
  });
});
