import { describe, expect, it } from '@jest/globals';
import { instant } from '@edict/kernel';

import { assigning, rowAfter } from '../testing/history.ts';
import type { MatterRow } from '../matter/matter.projection.ts';
import type { TaskRow } from '../task/task.projection.ts';
import { heapsOf, matterAtHand, taskAtHand, type AtHand } from './heaps.ts';

const row = rowAfter('t1', [assigning('2025-05-20T02:00:00Z')]);
const task = (changes: Partial<TaskRow>): TaskRow => ({ ...row, ...changes });
const NOW = instant('2025-06-10T02:00:00Z');
const whyOf = (changes: Partial<TaskRow>, at = NOW) =>
  taskAtHand(
    task(changes),
    { issuers: ['politburo'], answers: (unit) => unit, isOpen: () => false, isNobody: () => false },
    at,
  )?.why ?? null;

const matter: MatterRow = {
  matterId: 'm1',
  directiveId: 'd1',
  kind: 'obstacle',
  concerning: 't1',
  from: 'ministry',
  subject: '"Funds"',
  office: 'standingUnit',
  unit: 'committee',
  state: 'received',
  refusedBecause: null,
  receivedAt: '2025-06-01T02:00:00.000Z',
  answerBy: '2025-06-20T17:00:00.000Z',
  responseMissed: 0,
  recommendedTo: null,
  answer: null,
  answeredAt: null,
  handedOverFrom: null,
  behalf: null,
  repeats: null,
  collective: 0,
  specialCare: 0,
  endangers: '[]',
  consultations: '[]',
};
const ofMatter = (changes: Partial<MatterRow>, at = NOW) => matterAtHand({ ...matter, ...changes }, '3', at);

describe('A task is at hand before it is late', () => {
  it('where nobody has acknowledged it', () => expect(whyOf({ state: 'assigned' })).toStrictEqual(['notAcknowledged']));

  it('where its day is near', () => {
    expect(whyOf({ state: 'acknowledged' })).toBeNull();
    expect(whyOf({ state: 'acknowledged' }, instant(row.dueSoonAt!))).toStrictEqual(['dueSoon']);
    expect(whyOf({ state: 'assigned' }, instant(row.dueSoonAt!))).toStrictEqual(['dueSoon', 'notAcknowledged']);
  });

  it('where it needs a decision', () => {
    expect(whyOf({ state: 'refused' })).toStrictEqual(['stuck']);
    expect(whyOf({ state: 'unassigned', unit: null })).toStrictEqual(['stuck']);
  });

  it('and no more once it is late, over or submitted', () => {
    expect(whyOf({ state: 'assigned' }, instant(row.dueAt!))).toBeNull();
    for (const state of ['accepted', 'lapsed', 'cancelled', 'submitted']) expect(whyOf({ state })).toBeNull();
  });
});

describe('A matter is at hand', () => {
  it('as long as it has no answer and its day has not come', () => {
    expect(ofMatter({})).toStrictEqual({
      ...{ id: 'm1', what: 'matter', why: ['unanswered'], kind: 'obstacle', unit: 'committee', clause: '3' },
      dueAt: matter.answerBy,
    });
    expect(ofMatter({ state: 'directed' })).not.toBeNull();
    expect(ofMatter({ answerBy: null })).toMatchObject({ dueAt: null });
    expect(ofMatter({ state: 'recommended', recommendedTo: 'politburo' })).toMatchObject({ unit: 'politburo' });
  });

  it('and no more once it is late, answered or refused', () => {
    expect(ofMatter({}, instant('2025-06-20T16:59:59.999Z'))).not.toBeNull();
    expect(ofMatter({}, instant('2025-06-20T17:00:00Z'))).toBeNull();
    expect(ofMatter({ responseMissed: 1, answerBy: null })).toBeNull();
    expect(ofMatter({ state: 'answered' })).toBeNull();
    expect(ofMatter({ state: 'refused' })).toBeNull();
  });
});

describe('Heaps', () => {
  const hand = (id: string, changes: Partial<AtHand> = {}): AtHand => ({
    ...{ id, what: 'task', why: ['dueSoon'], kind: 'once', unit: 'ministry', clause: '3', dueAt: null },
    ...changes,
  });
  const all = [
    hand('t1', { dueAt: '2025-06-12T17:00:00.000Z' }),
    hand('t2', { dueAt: '2025-06-11T17:00:00.000Z', why: ['dueSoon', 'notAcknowledged'] }),
    hand('t3', { unit: null, why: ['stuck'], clause: '1' }),
    hand('m1', { what: 'matter', kind: 'petition', why: ['unanswered'], unit: 'ministry', clause: null }),
  ];

  it('have what is alike in one respect, the greatest first, and what each counts', () => {
    expect(heapsOf(all, 'unit')).toStrictEqual([
      {
        key: 'ministry',
        tasks: ['t1', 't2'],
        matters: ['m1'],
        because: { dueSoon: 2, notAcknowledged: 1, stuck: 0, unanswered: 1 },
        firstDueAt: '2025-06-11T17:00:00.000Z',
      },
    ]);
    expect(heapsOf(all, 'kind').map(({ key, tasks, matters }) => [key, tasks.length + matters.length])).toStrictEqual([
      ['once', 3],
      ['petition', 1],
    ]);
  });

  it('of one size stand by their names, and what has no clause is in no heap of clauses', () => {
    expect(heapsOf(all, 'clause').map(({ key }) => key)).toStrictEqual(['3', '1']);
    expect(
      heapsOf([hand('a', { clause: 'b' }), hand('b', { clause: 'a' })], 'clause').map(({ key }) => key),
    ).toStrictEqual(['a', 'b']);
    expect(heapsOf([], 'kind')).toStrictEqual([]);
  });
});
