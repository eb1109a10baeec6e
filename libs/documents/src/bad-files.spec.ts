import { describe, expect, it } from '@jest/globals';

import { readDocument } from './index.ts';
import { calendar, directive, form, task, tasks, unit, units, yearOff } from './testing/sample.ts';

const link = (rel: string, clauses: string): string =>
  `{rel: ${rel}, number: 1-KL/TW, type: conclusion, issuers: [a], date: null, title: T, clauses: [${clauses}]}`;

type Bad = readonly [what: string, rule: string, line: number, text: string | Uint8Array];

const errorsOf = (text: string | Uint8Array): readonly string[] =>
  readDocument('bad.yaml', text).errors.map(({ rule, line }) => `${rule} in line ${line}`);

const table = (name: string, rows: readonly Bad[]): void =>
  describe(name, () => {
    it.each(rows)('%s: %s in line %d', (_, rule, line, text) => {
      expect(errorsOf(text)).toEqual([`${rule} in line ${line}`]);
    });
  });

table('what is no text is refused', [
  ['not UTF-8', 'file/not-utf-8', 2, Uint8Array.from([97, 10, 98, 0xff, 10])],
  ['UTF-16', 'file/not-utf-8', 1, Buffer.from('\uFEFFunits: []', 'utf16le')],
  ['a control character', 'text/control-character', 2, 'units:\n- \u0007'],
  ['a NUL', 'text/control-character', 1, '\0'],
  ['a lone carriage return', 'text/control-character', 1, 'units:\r- a\n'],
  ['half a character', 'text/lone-surrogate', 2, 'units:\n- \ud800'],
  ['a noncharacter', 'text/noncharacter', 2, 'units:\n- \uFDD0'],
  ['half a character, escaped', 'text/lone-surrogate', 2, 'units:\n- "\\ud800"'],
  ['a control character, escaped', 'text/control-character', 2, 'units:\n- "\\0"'],
  ['a noncharacter, escaped', 'text/noncharacter', 2, 'units:\n- "\\U0001FFFF"'],
  ['half a character in a key', 'text/lone-surrogate', 1, '{"units\\udfff": []}'],
  ['too many bytes', 'file/too-big', 1, 'x'.repeat(5_000_001)],
  ['too many words', 'file/too-big', 125_000, '-\n'.repeat(130_000)],
]);

table('what is no plain YAML is refused', [
  ['nothing', 'file/empty', 1, ''],
  ['only comments', 'file/empty', 1, '# one\n# two\n'],
  ['null', 'file/empty', 1, 'null'],
  ['two documents', 'file/several-documents', 2, 'units: []\n---\nunits: []\n'],
  ['a local tag', 'yaml/tag', 2, 'units:\n- !foo a'],
  ['a core tag', 'yaml/tag', 2, 'units:\n- !!binary aGVsbG8='],
  ['a code tag', 'yaml/tag', 1, 'units: !!js/function "function () {}"'],
  ['an anchor', 'yaml/anchor', 1, 'units: &all []'],
  ['an alias', 'yaml/alias', 2, 'units:\n- *all'],
  ['an alias bomb', 'yaml/anchor', 1, 'a: &a [x, x]\nb: &b [*a, *a]\nunits: [*b, *b]'],
  ['a YAML directive', 'yaml/directive', 1, '%YAML 1.1\n---\nunits: []'],
  ['a merge key', 'yaml/merge-key', 2, 'units: []\n<<: {a: 1}'],
  ['a doubled key', 'yaml/duplicate-key', 3, 'units: []\nsuccessions: []\nunits: []'],
  ['a key that is a number', 'yaml/key-not-text', 2, 'units: []\n1: a'],
  ['a key that is a list', 'yaml/key-not-text', 2, 'units: []\n[a]: a'],
  ['a key __proto__', 'yaml/forbidden-key', 2, 'units:\n- {__proto__: {kind: unit}}'],
  ['a key constructor', 'yaml/forbidden-key', 2, 'units: []\nconstructor: a'],
  ['a key prototype', 'yaml/forbidden-key', 1, '{"units": [], "prototype": {}}'],
  ['lists 64 deep', 'schema/type', 1, `units: [${'['.repeat(62)}a${']'.repeat(62)}]`],
  ['lists 66 deep', 'yaml/too-deep', 1, `units: ${'['.repeat(65)}a${']'.repeat(65)}`],
  ['lists a million deep', 'yaml/too-deep', 1, '['.repeat(1_000_000)],
  ['maps in one line', 'yaml/too-deep', 1, 'a: '.repeat(1_000_000)],
  ['a list that never ends', 'yaml/bad-indent', 2, 'units: [\n'],
]);

table('what is none of the formats is refused', [
  ['a text', 'file/unknown-format', 1, 'hello'],
  ['other keys', 'file/unknown-format', 1, 'rules: {}'],
  ['a wrong type', 'schema/type', 1, 'units: {}'],
  ['an unknown key', 'schema/unknown-key', 2, 'units: []\nunit: []'],
  [
    'a key that is missing',
    'schema/required',
    1,
    'calendar: {id: c, name: {en: C}, version: 1, covers: {from: 2025-01-01, until: 2025-12-31}, weeklyDaysOff: []}\nholidays: []',
  ],
  ['a ref without quotes', 'schema/type', 20, tasks(task(''), task("after: ['1-1', 1.1]", '1-2'))],
  ['a kind that is none', 'schema/value', 19, tasks(task('', '1-1', 'daily'))],
  ['a unit id with a capital', 'schema/form', 2, units(unit('Ha-Noi'))],
  [
    'a name without any language',
    'schema/too-little',
    2,
    'units:\n- {id: a, kind: unit, level: null, parent: null, names: {}}',
  ],
  ['a lead listed twice', 'schema/twice', 19, tasks(task('coordinating: [b, b]'))],
]);

table('a day is a day of the calendar', [
  ['31 June', 'date/not-a-day', 19, tasks(task("due: {'on': 2025-06-31, bound: by, firmness: firm}"))],
  [
    '29 February of a common year',
    'date/not-a-day',
    19,
    tasks(task("due: {'on': '2025-02-29', bound: by, firmness: firm}")),
  ],
  ['a day in another order', 'date/not-a-day', 19, tasks(task("due: {'on': 25/06/2025, bound: by, firmness: firm}"))],
  ['a year out of reach', 'date/not-a-day', 19, tasks(task("due: {'on': '9999-12-31', bound: by, firmness: firm}"))],
  ['a 13th month', 'date/not-a-month', 19, tasks(task('due: {month: 2025-13, bound: within, firmness: firm}'))],
  [
    'a day and a month',
    'due/day-and-month',
    19,
    tasks(task("due: {'on': 2025-06-30, month: 2025-06, bound: by, firmness: firm}")),
  ],
  [
    'a mandate from 31 April',
    'date/not-a-day',
    19,
    directive(
      'tasks: []',
      'standingUnits: {createdBy: [a], each: false, functions: [], mandate: {from: 2025-04-31, until: null, inclusive: true}}',
    ),
  ],
  ['a script on 31 June', 'date/not-a-day', 1, '- {at: 2025-06-31T09:00, as: each, do: acknowledge}'],
  ['a script at 25 hours', 'schema/form', 1, '- {at: 2025-06-30T25:00, as: each, do: acknowledge}'],
]);

const successions = (...lines: readonly string[]): string => directive('tasks: []', 'successions:', ...lines);
const start = (ref: string): string => `trigger: {task: '${ref}', when: overdue}`;

table('a directive must agree with itself', [
  ['a clause twice', 'clause/ref-twice', 18, directive("  - {ref: '1', kind: principle, text: Again}", 'tasks: []')],
  [
    'a clause inside another twice',
    'clause/ref-twice',
    18,
    directive(
      "  - {ref: '2', kind: principle, text: T, children: [{ref: '1', kind: principle, text: T}]}",
      'tasks: []',
    ),
  ],
  [
    'a link that implements by a clause that is not there',
    'clause/unknown',
    15,
    directive('tasks: []').replace('links: []', `links: [${link('implements', "{clause: '2.6', by: ['1', '9']}")}]`),
  ],
  [
    'clauses of a document that is only cited',
    'link/clauses',
    15,
    directive('tasks: []').replace('links: []', `links: [${link('cites', "{clause: '2.6'}")}]`),
  ],
  ['a task twice', 'task/ref-twice', 20, tasks(task(''), task(''))],
  ['a clause that is not there', 'clause/unknown', 19, tasks(task('').replace("clause: '1'", "clause: '9'"))],
  ['after a task that is not there', 'task/after-unknown', 19, tasks(task("after: ['9-9']"))],
  ['after itself', 'task/after-itself', 19, tasks(task("after: ['1-1']"))],
  [
    'in a circle',
    'task/cycle',
    20,
    tasks(task(''), task("after: ['1-3']", '1-2'), task("after: ['1-2', '1-1']", '1-3')),
  ],
  [
    'a lead where none is said',
    'lead/none-but-named',
    19,
    tasks(task('').replace('leadBasis: stated', 'leadBasis: none')),
  ],
  [
    'each of nobody',
    'task/each-of-nobody',
    19,
    tasks(task('each: true').replace('accountable: [a]', 'accountable: []')),
  ],
  ['a window of a task done once', 'task/window-of-once', 19, tasks(task('window: {from: null, until: 2025-06-30}'))],
  [
    'a window that ends before it begins',
    'window/reversed',
    19,
    tasks(task('window: {from: 2025-07-01, until: 2025-06-30}', '1-1', 'until')),
  ],
  ['an interval of a task done once', 'task/recurrence-of-unperiodic', 19, tasks(task('recurrence: {every: month}'))],
  [
    'a milestone twice',
    'milestone/twice',
    19,
    tasks(
      task('milestones: [{name: m, due: {bound: by, firmness: firm}}, {name: m, due: {bound: by, firmness: firm}}]'),
    ),
  ],
  [
    'a horizon that ends before it begins',
    'window/reversed',
    12,
    tasks()
      .replace('horizon: {from: null, until: null}', 'horizon: {from: 2025-07-01, until: 2025-06-30}')
      .replace('tasks:', 'tasks: []'),
  ],
  [
    'a mandate that ends before it begins',
    'window/reversed',
    19,
    directive(
      'tasks: []',
      'standingUnits: {createdBy: [a], each: false, functions: [], mandate: {from: 2025-11-01, until: 2025-10-31, inclusive: true}}',
    ),
  ],
  [
    'a total that is not the sum',
    'form/sum',
    20,
    directive(
      'tasks: []',
      'reportForms:',
      '  - {id: f, title: F, unit: persons, total: 4, parts: [{name: a, value: 1}, {name: b, value: 2}]}',
    ),
  ],
  [
    'a report form twice',
    'form/id-twice',
    21,
    directive(
      'tasks: []',
      'reportForms:',
      ...Array<string>(2).fill('  - {id: f, title: F, unit: persons, total: null, parts: []}'),
    ),
  ],
  [
    'an open issue twice',
    'issue/id-twice',
    21,
    directive('tasks: []', 'openIssues:', ...Array<string>(2).fill('  - {id: i, text: T}')),
  ],
  [
    'a succession twice',
    'succession/id-twice',
    21,
    directive(
      'tasks: []',
      'successions:',
      ...Array<string>(2).fill('  - {id: s, from: [a], to: null, kind: merge, effectiveOn: null, basis: B}'),
    ),
  ],
  [
    'a creation that follows somebody',
    'succession/created-from',
    20,
    successions('  - {id: s, from: [a], to: b, kind: create, effectiveOn: null, basis: B}'),
  ],
  [
    'a merger of nobody',
    'succession/predecessors',
    20,
    successions('  - {id: s, from: [], to: b, kind: merge, effectiveOn: null, basis: B}'),
  ],
  [
    'a successor beside the word that there is none',
    'succession/successor',
    20,
    successions('  - {id: s, from: [a], to: b, kind: merge, effectiveOn: null, basis: B, successor: nobody}'),
  ],
  [
    'pairs that do not match',
    'succession/pairs',
    20,
    successions('  - {id: s, from: [a, b, c], to: [d, e], kind: rename, effectiveOn: null, basis: B, pairwise: true}'),
  ],
  [
    'several successors of a merger',
    'succession/several',
    20,
    successions('  - {id: s, from: [a], to: [b, c], kind: merge, effectiveOn: null, basis: B}'),
  ],
  [
    'a part of a split that bears a name already',
    'succession/id-twice',
    21,
    successions(
      '  - {id: s-1, from: [a], to: b, kind: merge, effectiveOn: null, basis: B}',
      '  - {id: s, from: [c], to: [d, e], kind: split, effectiveOn: null, basis: B}',
    ),
  ],
  [
    'a clause with a day and a month',
    'due/day-and-month',
    17,
    tasks(task('')).replace(
      'text: One',
      "text: One, due: {'on': 2025-06-30, month: 2025-06, bound: by, firmness: firm}",
    ),
  ],
  ['a start with a task that is not there', 'task/start-unknown', 19, tasks(task(start('9-9'), '1-1', 'conditional'))],
  ['a start with itself', 'task/starts-with-itself', 19, tasks(task(start('1-1'), '1-1', 'conditional'))],
  ['a start of what waits for nothing', 'task/start-of-unconditional', 20, tasks(task(''), task(start('1-1'), '1-2'))],
  ['a figure that cannot be read', 'figure/not-read', 19, tasks(task('targets: [{value: a few}]'))],
  ['a figure that can be read in two ways', 'figure/not-read', 19, tasks(task("targets: [{value: '2,888'}]"))],
  ['more than there are', 'figure/more-than-all', 19, tasks(task('targets: [{value: 19, of: 18}]'))],
  [
    'a figure that stands alone and is a total',
    'form/value-and-total',
    20,
    directive('tasks: []', 'reportForms:', '  - {id: f, title: F, total: 4, value: 4}'),
  ],
  [
    'a unit that succeeds itself',
    'succession/itself',
    20,
    successions('  - {id: s, from: [a], to: a, kind: rename, effectiveOn: null, basis: B}'),
  ],
]);

table('units, policy and calendar must agree with themselves', [
  ['a unit twice', 'unit/id-twice', 3, units(unit('a'), unit('a'))],
  [
    'a placeholder that is one of itself',
    'unit/in-itself',
    2,
    units(unit('a', 'parent: null, oneOf: [a]', 'placeholder')),
  ],
  ['members of a unit', 'unit/members-of-no-group', 2, units(unit('a', 'parent: null, members: [b]'))],
  [
    'a holiday twice',
    'calendar/day-twice',
    9,
    calendar(
      'holidays:',
      ...Array<string>(2).fill("  - {'on': 2025-05-01, name: L, basis: assumed}"),
      'swappedWorkingDays: []',
    ),
  ],
  [
    'a holiday outside',
    'calendar/outside',
    8,
    calendar('holidays:', "  - {'on': 2026-05-01, name: L, basis: assumed}", 'swappedWorkingDays: []'),
  ],
  [
    'a source that is not named',
    'basis/no-source',
    8,
    calendar('holidays:', "  - {'on': 2025-05-01, name: L, basis: source}", 'swappedWorkingDays: []'),
  ],
  [
    'a swap of a working day',
    'calendar/swap-of-working-day',
    9,
    calendar('holidays: []', 'swappedWorkingDays:', "  - {'on': 2025-05-02, name: S, basis: assumed}"),
  ],
  [
    'a week without a working day',
    'schema/too-much',
    6,
    calendar('holidays: []', 'swappedWorkingDays: []').replace('[6, 7]', '[1, 2, 3, 4, 5, 6, 7]'),
  ],
  ['a year of holidays', 'calendar/never-worked', 7, yearOff],
  [
    'a calendar that ends before it begins',
    'window/reversed',
    5,
    calendar('holidays: []', 'swappedWorkingDays: []').replace('until: 2025-12-31', 'until: 2024-12-31'),
  ],
]);

it('a stretch of days may be a single day', () => {
  const window = 'window: {from: 2025-06-30, until: 2025-06-30}';
  expect(errorsOf(tasks(task(window, '1-1', 'until')))).toEqual([]);
});

describe('an error says where and what', () => {
  it('with line, column, pointer and the right way', () => {
    const text = tasks(task("due: {'on': 2025-06-31, bound: by, firmness: firm}"));
    expect(readDocument('d.yaml', text).errors).toEqual([
      {
        file: 'd.yaml',
        line: 19,
        column: text.split('\n')[18]!.indexOf('2025-06-31') + 1,
        path: '/tasks/0/due/on',
        rule: 'date/not-a-day',
        message:
          '"2025-06-31" does not fit. A day of the calendar, YYYY-MM-DD, of the years 1900 to 2199; null: not known. Right would be, for instance, "2025-06-30".',
      },
    ]);
  });

  it('at most a hundred times for one file', () => {
    expect(errorsOf(`units:\n${'- 1\n'.repeat(5000)}`)).toHaveLength(100);
  });

  it('and keys it refuses change no prototype', () => {
    readDocument('p.yaml', '{"__proto__": {"polluted": true}, "constructor": {"prototype": {"polluted": true}}}');
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });
});

table('a form must agree with itself', [
  ['no line', 'schema/too-little', 2, form().replace('lines:', 'lines: []')],
  ['a key twice', 'form/key-twice', 4, form('  - {key: a, name: {en: A}}', '  - {key: a, name: {en: B}}')],
  ['a key with a dash', 'schema/form', 3, form('  - {key: a-b, name: {en: A}}')],
  ['a part that is no line', 'form/part-unknown', 3, form('  - {key: a, name: {en: A}, parts: [b]}')],
  [
    'a part twice',
    'form/part-twice',
    3,
    form('  - {key: a, name: {en: A}, parts: [b, b]}', '  - {key: b, name: {en: B}}'),
  ],
  ['a total of itself', 'form/circle', 3, form('  - {key: a, name: {en: A}, parts: [a]}')],
  [
    'totals of one another',
    'form/circle',
    3,
    form('  - {key: a, name: {en: A}, parts: [b]}', '  - {key: b, name: {en: B}, parts: [a]}'),
  ],
  [
    'a spelling that nobody has',
    'schema/value',
    1,
    form('  - {key: a, name: {en: A}}').replace('version: 1', 'version: 1, spelling: roman'),
  ],
  [
    'days that run backwards',
    'window/reversed',
    1,
    form('  - {key: a, name: {en: A}}').replace('until: null', 'until: 2024-12-31'),
  ],
]);
