import { describe, expect, it } from '@jest/globals';

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
