import { calendar, directive, form, task, tasks, unit, units, yearOff } from '@edict/documents/testing';

import { example } from './stage.ts';

const REFERENCE = 'number: 1-KL/TW, type: plan, issuers: [a], date: null, title: T';
const linked = (rel: string, more: string, reference = REFERENCE): string =>
  tasks(task('')).replace('links: []', `links: [{rel: ${rel}, ${reference}, ${more}}]`);
const successions = (...said: readonly string[]): string =>
  directive('tasks: []', 'successions:', ...said.map((each) => `  - {effectiveOn: null, basis: B, ${each}}`));
const reportForms = (...said: readonly string[]): string =>
  directive('tasks: []', 'reportForms:', ...said.map((each) => `  - {title: F, ${each}}`));
const holiday = "{'on': 2025-05-01, name: L, basis: assumed}";
const due = (said: string): string => tasks(task(`due: {${said}, bound: by, firmness: firm}`));
const start = (ref: string): string => `trigger: {task: '${ref}', when: overdue}`;
const mandate = (from: string): string =>
  directive(
    'tasks: []',
    `standingUnits: {createdBy: [a], each: false, functions: [], mandate: {from: ${from}, until: null, inclusive: true}}`,
  );

export const NO_YAML: readonly (string | Uint8Array)[] = [
  Uint8Array.from([97, 10, 98, 0xff, 10]),
  'units:\n- \u0007',
  'units:\n- \ud800',
  'units:\n- \uFDD0',
  'x'.repeat(5_000_001),
  '-\n'.repeat(130_000),
  '',
  'units: []\n---\nunits: []\n',
  'units:\n- !foo a',
  'units: &all []',
  'units:\n- *all',
  '%YAML 1.1\n---\nunits: []',
  'units: []\n<<: {a: 1}',
  'units: []\nunits: []',
  'units: []\n1: a',
  'units: []\n[a]: a',
  'units: []\nconstructor: a',
  '['.repeat(100),
  'hello',
  'a:\n  - 1\n - 2',
  'a:\n\t- 1',
  'a: b: c',
  'a\nb: 1',
  'a: 1\nb\n',
  "a: 'x",
  'units: [\n',
  '[a',
  'a: {x: 1\n',
  'a: {x: 1 y: 2}',
  'a: `x',
  'a: "\\q"',
  'a: ["x" "y"]',
  'a: [1,,2]',
  'units:\n  - a\n b: 1',
  'a: "x" y',
];

export const BAD_DIRECTIVES: readonly string[] = [
  tasks(task(''), task("after: ['1-1', 1.1]", '1-2')),
  tasks(task('coordinating: [b, b]')),
  tasks(task('colour: red')),
  due(`'on': 2025-06-30, inferred: [${"'the year', ".repeat(21)}]`),
  tasks(task("each: 'yes'")),
  directive('tasks: 5'),
  due("'on': 2025-06-31"),
  due('month: 2025-13'),
  due("'on': 2025-06-30, month: 2025-06"),
  mandate('2025-04-31'),
  mandate("'?'"),
  tasks(task('window: {from: null, until: 31 June 2025}', '1-1', 'until')),
  tasks(task("window: {from: null, until: soon, phrase: 'later'}", '1-1', 'until')),
  directive("  - {ref: '1', kind: principle, text: Again}", 'tasks: []'),
  linked('implements', "clauses: [{clause: '2.6', by: ['9']}]"),
  linked('cites', "clauses: [{clause: '2.6'}]"),
  linked('cites', 'others: keep'),
  linked('amends', 'others: keep', REFERENCE.replace('1-KL/TW', 'null')),
  linked('amends', "effects: [{ref: '3-1', effect: change}]"),
  linked('amends', "effects: [{ref: '3-1', effect: replace}]"),
  linked('amends', "effects: [{ref: '3-1', effect: replace, by: '9-9'}]"),
  linked('amends', "effects: [{ref: '3-1', effect: keep}, {ref: '3-1', effect: cancel}]"),
  tasks(task(''), task('')),
  tasks(task('').replace("clause: '1'", "clause: '9'")),
  tasks(task("after: ['9-9']")),
  tasks(task("after: ['1-1']")),
  tasks(task(''), task("after: ['1-3']", '1-2'), task("after: ['1-2', '1-1']", '1-3')),
  tasks(task('').replace('leadBasis: stated', 'leadBasis: none')),
  tasks(task('each: true').replace('accountable: [a]', 'accountable: []')),
  tasks(task('window: {from: 2025-07-01, until: 2025-06-30}')),
  tasks(task('recurrence: {every: month}')),
  tasks(task('milestones: [{name: m, due: {bound: by, firmness: firm}}, {name: m, due: {bound: by, firmness: firm}}]')),
  tasks(task(start('9-9'), '1-1', 'conditional')),
  tasks(task(start('1-1'), '1-1', 'conditional')),
  tasks(task(''), task(start('1-1'), '1-2')),
  tasks(task('targets: [{value: a few}]')),
  tasks(task('targets: [{value: 19, of: 18}]')),
  reportForms('id: f, total: 4, parts: [{name: a, value: 1}, {name: b, value: 2}]'),
  reportForms('id: f, total: null, parts: []', 'id: f, total: null, parts: []'),
  reportForms('id: f, total: 4, value: 4'),
  directive('tasks: []', 'openIssues: [{id: i, text: T}, {id: i, text: T}]'),
  successions('id: s, from: [a], to: null, kind: merge', 'id: s, from: [a], to: null, kind: merge'),
  successions('id: s, from: [a], to: b, kind: create'),
  successions('id: s, from: [], to: b, kind: merge'),
  successions('id: s, from: [a], to: b, kind: merge, successor: nobody'),
  successions('id: s, from: [a, b, c], to: [d, e], kind: rename, pairwise: true'),
  successions('id: s, from: [a], to: [b, c], kind: merge'),
  successions('id: s, from: [a], to: a, kind: rename'),
  successions('id: s, from: [a], to: b, kind: merge', 'id: t, from: [a], to: c, kind: merge'),
];

const group = (id: string, size: number, more: string): string =>
  unit(id, `parent: null, size: ${size}, members: [a, b]${more}`, 'group');
const AB = [unit('a'), unit('b')];
const rename = (id: string, from: string, to: string): string =>
  `  - {id: ${id}, from: [${from}], to: ${to}, kind: rename, effectiveOn: null, basis: B}`;

/** The policy of the examples where the term before has not ended, or bears the same name. */
const terms = (was: string, is: string): string => String(example('policy-vn-party.yaml').text).replace(was, is);

export const BAD_OTHERS: readonly string[] = [
  terms("'2026-01-24'", "'2026-01-23'"),
  terms("name: '14'", "name: '13'"),
  units(unit('a'), unit('a')),
  units(unit('Ha-Noi', "parent: 'A B'")),
  'units:\n- {id: a, kind: unit, names: {}}',
  units(unit('a', 'parent: null, oneOf: [a]', 'placeholder')),
  units(unit('a', 'parent: null, members: [b]')),
  units(unit('a', 'parent: b'), unit('b', 'parent: a')),
  units(unit('g', 'parent: null, members: [h]', 'group'), unit('h', 'parent: null, members: [g]', 'group')),
  units(group('g', 1, ''), ...AB),
  units(group('g', 3, ', membersComplete: true'), ...AB),
  [units(...AB), 'successions:', rename('s', 'a', 'b'), rename('t', 'b', 'a')].join('\n'),
  calendar('holidays:', `  - ${holiday}`, `  - ${holiday}`, 'swappedWorkingDays: []'),
  calendar('holidays: []', 'swappedWorkingDays:', `  - ${holiday}`),
  calendar(
    'holidays:',
    `  - ${holiday.replace('2025', '2026').replace('assumed', 'source')}`,
    'swappedWorkingDays: []',
  ),
  yearOff,
  form('  - {key: a, name: {en: A}}', '  - {key: a, name: {en: B}}'),
  form('  - {key: a-b, name: {en: A}}'),
  form('  - {key: a, name: {en: A}, parts: [b, b]}'),
  form('  - {key: a, name: {en: A}, parts: [a]}'),
  '- {at: 2025-06-31T09:00, as: each, do: dance}',
  '- {at: 2025-06-30T09:00, as: each, do: submit, evidance: A}',
];

const link = (rel: string, more: string): string => linked(rel, more).replace('id: sample', 'id: lower');
const given = (id: string, to: string, kind = 'merge'): string =>
  `successions: [{id: ${id}, from: [a], to: ${to}, kind: ${kind}, effectiveOn: 2025-07-01, basis: B}]`;

/** What only several files say wrongly. */
export const TOGETHER: readonly (readonly string[])[] = [
  [tasks(task('').replace('accountable: [a]', 'accountable: [x]')), units(unit('a'))],
  [units(...AB), units(unit('a'))],
  [`${units(...AB)}\n${given('s', 'b')}`, `${units(unit('c'))}\n${given('s', 'c')}`],
  [`${units(...AB)}\n${given('s', 'b')}`, `${units(unit('c'))}\n${given('t', 'c')}`],
  ['- {at: 2025-06-01T09:00, as: a, do: report, task: 9-9}', tasks(task(''))],
  [link('implements', "clauses: [{clause: '9'}]"), tasks(task('')).replace('number: null', 'number: 1-KL/TW')],
  [tasks(task('')), tasks(task(''))],
  [calendar('holidays: []', 'swappedWorkingDays: []'), calendar('holidays: []', 'swappedWorkingDays: []')],
];
