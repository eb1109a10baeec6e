import { describe, expect, it } from '@jest/globals';

import { countsOf, sumOf } from './counts.ts';
import type { DirectiveDocument, TaskItem } from './directive.document.ts';
import { findingsOf } from './findings.ts';
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
      ['not-assigned', 'The text does not assign it: it is proposed.'],
      ['starts-on-event', 'It starts when: the law is passed.'],
      ['starts-on-event', 'It starts when: the first attempt fails.'],
    ]));
});
