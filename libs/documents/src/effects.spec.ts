import { describe, expect, it } from '@jest/globals';

import { readDocument } from './index.ts';
import { task, tasks } from './testing/sample.ts';

const check = (more: string, rel = 'amends', number = '1-KL/TW'): readonly string[] =>
  readDocument(
    'd.yaml',
    tasks(task('')).replace(
      'links: []',
      `links: [{rel: ${rel}, number: ${number}, type: plan, issuers: [a], date: null, title: T, ${more}}]`,
    ),
  ).errors.map(({ line, rule }) => `${line} ${rule}`);

describe('What a further document states of the tasks of another one', () => {
  it.each([
    "effects: [{ref: '3-1', effect: keep}, {ref: '3-2', effect: cancel}], others: keep",
    "effects: [{ref: '3-1', effect: change, toOn: 2025-07-31}, {ref: '3-1', member: b, effect: replace, by: '1-1'}]",
    'others: cancel',
  ])('may be %s', (more) => expect(check(more)).toStrictEqual([]));

  it.each([
    ['a day without a change', "effects: [{ref: '3-1', effect: keep, toOn: 2025-07-31}]", 'effect/not-whole'],
    ['a change without a day', "effects: [{ref: '3-1', effect: change}]", 'effect/not-whole'],
    ['a replacement by nothing', "effects: [{ref: '3-1', effect: replace}]", 'effect/not-whole'],
    [
      'a replacement by what is not there',
      "effects: [{ref: '3-1', effect: replace, by: '9-9'}]",
      'effect/task-unknown',
    ],
    ['two things of one task', "effects: [{ref: '3-1', effect: keep}, {ref: '3-1', effect: cancel}]", 'effect/twice'],
    ['nothing that is known', "effects: [{ref: '3-1', effect: forget}]", 'schema/value'],
  ])('is not %s', (_, more, rule) => expect(check(more)).toStrictEqual([`15 ${rule}`]));

  it('is said by what changes a document, and of one that is identified', () => {
    expect(check('others: keep', 'cites')).toStrictEqual(['15 link/effects']);
    expect(check('others: keep', 'amends', 'null')).toStrictEqual(['15 link/not-identified']);
  });
});
