import { describe, expect, it } from '@jest/globals';

import type { DirectiveDocument } from '@edict/directives/document';

import { checkFiles, readDocument } from './index.ts';
import { directive, tasks, unit, units } from './testing/sample.ts';

const LINK = 'rel: cites, type: plan, title: T';
const TASK = "ref: '1-1', clause: '1', statement: Do it, kind: periodic, recurrence: {note: now and then}";
const ONCE = "ref: '1-1', clause: '1', statement: Do it, kind: once";
const SUCCESSION = 'id: s, from: [a], kind: merge, basis: Resolution 1';

/** What a writer may leave out beside what the same text says with every key. */
const PAIRS: readonly (readonly [what: string, short: string, whole: string])[] = [
  [
    'dates, horizon, urgency and links of a directive',
    directive('tasks: []').replace(/ {2}(?:adoptedOn|signedOn|issuedOn|effective|horizon|urgency|links): .*\n/g, ''),
    directive('tasks: []'),
  ],
  [
    'an end of a time',
    directive('tasks: []').replace('effective: {from: null, until: null}', 'effective: {until: 2025-06-30}'),
    directive('tasks: []').replace(
      'effective: {from: null, until: null}',
      'effective: {from: null, until: 2025-06-30}',
    ),
  ],
  [
    'what is not known of another document',
    directive('tasks: []').replace('links: []', `links: [{${LINK}}]`),
    directive('tasks: []').replace('links: []', `links: [{${LINK}, number: null, issuers: [], date: null}]`),
  ],
  [
    'who has a task, how urgent it is, and how often it comes round',
    tasks(`  - {${TASK}}`),
    tasks(`  - {${TASK.replace('{note', '{every: null, note')}, accountable: [], lead: [], urgency: false}`),
  ],
  [
    'who follows, and from which day',
    directive('tasks: []', `successions: [{${SUCCESSION}}]`),
    directive('tasks: []', `successions: [{${SUCCESSION}, to: null, effectiveOn: null}]`),
  ],
  [
    'a day and a month that are said to be none',
    tasks(`  - {${ONCE}, due: {bound: by, firmness: firm, phrase: soon}}`),
    tasks(`  - {${ONCE}, due: {on: null, month: null, bound: by, firmness: firm, phrase: soon}}`),
  ],
  [
    'what was neither inferred nor taken over',
    tasks(`  - {${ONCE}, due: {on: '2025-06-30', bound: by, firmness: firm}}`),
    tasks(`  - {${ONCE}, byReference: false, due: {on: '2025-06-30', bound: by, firmness: firm, inferred: false}}`),
  ],
  [
    'level and parent of a unit',
    units(unit('a', 'aliases: [A]').replace('level: null, ', '')),
    units(unit('a', 'aliases: [A], parent: null')),
  ],
];

const RHYTHMS = [
  ['monthly', 'month'],
  ['Every month', 'month'],
  [' quarterly ', 'quarter'],
  ['every  half-year', 'half-year'],
  ['Annually', 'year'],
  ['month', 'month'],
  ['every now and then', 'every now and then'],
] as const;

describe('How often a task comes round', () => {
  it.each(RHYTHMS)('“%s” is read as “%s”', (words, every) => {
    const { document } = readDocument('a.yaml', tasks(`  - {${TASK.replace('{note', `{every: '${words}', note`)}}`));
    expect(document).toMatchObject({ tasks: [{ recurrence: { every, note: 'now and then' } }] });
  });
});

describe('A window that ends in words', () => {
  const read = (window: string) => {
    const text = tasks(
      `  - {ref: '1-1', clause: '1', statement: Do it, kind: until, window: {from: 2025-07-01, ${window}}}`,
    );
    const { document, errors } = readDocument('a.yaml', text);
    return errors.length > 0
      ? errors.map(({ rule, line }) => `${rule} in line ${line}`)
      : (document as DirectiveDocument).tasks[0]!.window;
  };

  it.each([
    'đến khi hoàn thành',
    'until the merger is finished',
    'until 3 months after the merger',
    'until 202/2025/QH15 is in force',
    'until the end of the term 2025-2030',
    '2025-2030 term of office, to its end',
    'до завершения реорганизации',
  ])('“%s” is open, and has these words', (words) => {
    const open = { from: '2025-07-01', until: null, phrase: words };
    expect(read(`until: '${words}'`)).toStrictEqual(open);
    expect(read(`until: null, phrase: '${words}'`)).toStrictEqual(open);
    expect(read(`until: '${words}', phrase: '${words}'`)).toStrictEqual(open);
  });

  it.each([
    ...['2025-06-31', '2025-13-01', '2025-02-29', '2025-7-1', '2025-07-01T00:00:00Z', '31/12/2025', '31.12.2025 г.'],
    ...[
      '31 June',
      '31 June 2025',
      'until 30 June 2025',
      'June 30, 2025',
      'ngày 31 tháng 6 năm 2025',
      'đến hết ngày 30 tháng 6',
    ],
    ...['30 июня 2025 года', '30 червня 2025 р.', '31', '', ' '],
    ...['đến hết ngày 31/12/2025', 'ngày 31-12-2025', 'до 31.12.2025', 'until 2025-12-31', 'before 30 June 2025'],
  ])('“%s” is no such words: a day is written as one', (day) =>
    expect(read(`until: '${day}'`)).toStrictEqual(expect.arrayContaining(['date/not-a-day in line 19'])),
  );

  it('may have them in several lines', () => {
    const text = tasks(
      "  - {ref: '1-1', clause: '1', statement: Do it, kind: until, window: {from: 2025-07-01, until: \"until the\\nmerger ends\\n\"}}",
    );
    expect(readDocument('a.yaml', text).errors).toStrictEqual([]);
  });

  it('says them once', () =>
    expect(read('until: until it is done, phrase: until all is done')).toStrictEqual([
      'window/two-phrases in line 19',
    ]));

  it('still ends on its day where there is one, and not before it begins', () => {
    expect(read('until: 2025-12-31, phrase: to the end of the year')).toMatchObject({ until: '2025-12-31' });
    expect(read('until: 2025-06-30')).toStrictEqual(['window/reversed in line 19']);
  });

  it('is so of a directive too, as to its force and its horizon', () => {
    const text = directive('tasks: []')
      .replace('effective: {from: null, until: null}', 'effective: {until: until it is replaced}')
      .replace('horizon: {from: null, until: null}', 'horizon: {until: 31 June}');
    expect(readDocument('a.yaml', text).errors.map(({ rule }) => rule)).toStrictEqual(['date/not-a-day']);
    expect(readDocument('a.yaml', text.replace('31 June', 'until all is done')).document).toMatchObject({
      directive: {
        effective: { from: null, until: null, phrase: 'until it is replaced' },
        horizon: { from: null, until: null, phrase: 'until all is done' },
      },
    });
  });
});

describe('A key that is left out means that the text does not say', () => {
  it.each(PAIRS)('%s', (_, short, whole) => {
    const { document, errors } = readDocument('short.yaml', short);
    expect(errors).toStrictEqual([]);
    expect(document).toStrictEqual(readDocument('whole.yaml', whole).document);
  });

  it('and what it leaves open by that is a finding', () => {
    const { findings, ok } = checkFiles([{ name: 'a.yaml', text: tasks(`  - {${TASK}}`) }]);
    expect(ok).toBe(true);
    expect(findings.filter(({ ref }) => ref === '1-1').map(({ code }) => code)).toStrictEqual([
      'no-accountable',
      'no-lead',
      'no-interval',
    ]);
  });

  it('and so is what is only said to be inferred, or taken over: it is shown, and not which', () => {
    const milestones =
      "milestones: [{name: m, due: {month: '2025-05', on: null, bound: by, firmness: firm, inferred: true}}]";
    const text = tasks(`  - {${ONCE}, byReference: true, ${milestones}}`);
    expect(readDocument('a.yaml', text).document).toMatchObject({
      tasks: [{ byReference: true, milestones: [{ due: { inferred: true } }] }],
    });
    const { findings, ok } = checkFiles([{ name: 'a.yaml', text }]);
    expect(ok).toBe(true);
    expect(findings.filter(({ ref }) => ref === '1-1').map(({ message }) => message)).toStrictEqual([
      'Nobody is addressed.',
      'Nobody is named to lead this task.',
      'It is taken over from a document that is not named.',
      'Not in the text, but inferred: a part of the date.',
    ]);
  });

  it('nor is it an error that no lead is named where the text states one', () => {
    const lead = 'accountable: [a], lead: [], leadBasis: stated';
    const { findings, ok } = checkFiles([{ name: 'a.yaml', text: tasks(`  - {${TASK}, ${lead}}`) }]);
    expect(ok).toBe(true);
    expect(findings.map(({ code }) => code)).toContain('no-lead');
  });
});
