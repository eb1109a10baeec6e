import { describe, expect, it } from '@jest/globals';
import { instant } from '@edict/kernel';

import type { Due } from '../document/index.ts';
import { due, MAY, policy, rules, sources, ZONE } from '../testing/task-examples.ts';
import type { Policy } from '../time/policy.ts';
import { deadlineOf, derive, termEnd, termOf } from './deadline.ts';

const under = (changes: Partial<Policy>) => ({ ...rules, policy: { ...policy, ...changes } });
const lastDay = (says: Omit<Due, 'firmness'>, changes: Partial<Policy> = {}) =>
  deadlineOf({ ...says, firmness: 'firm' }, under(changes))?.lastDay ?? null;
const rungs = (says: Due, changes: Partial<Policy> = {}) => deadlineOf(says, under(changes))!.rungs;

describe('A deadline', () => {
  it('keeps all that its instants follow from', () =>
    expect(deadlineOf(due, rules)).toStrictEqual({
      derivation: {
        says: due,
        zone: ZONE,
        sources,
        byIncludesTheDay: true,
        roll: 'none',
        daysOff: [],
        covered: true,
        remindDaysBefore: [3, 7],
        remindAt: '08:00',
        quietHours: null,
        dueSoonDays: 7,
        graceDays: 5,
      },
      firmness: 'firm',
      lastDay: '2025-06-25',
      dueAt: '2025-06-25T17:00:00.000Z',
      dueSoonAt: '2025-06-18T17:00:00.000Z',
      rungs: [
        { kind: 'reminder', at: '2025-06-18T01:00:00.000Z' },
        { kind: 'reminder', at: '2025-06-22T01:00:00.000Z' },
        { kind: 'overdue', at: '2025-06-25T17:00:00.000Z' },
        { kind: 'escalation', at: '2025-06-30T17:00:00.000Z' },
      ],
    }));

  it('is derived again, word for word, from what it keeps', () => {
    for (const rollNonWorkingDay of ['none', 'next', 'previous'] as const)
      for (const on of ['2025-04-30', '2025-05-04', '2025-06-25']) {
        const deadline = deadlineOf({ ...due, on }, under({ rollNonWorkingDay }))!;
        expect(derive(deadline.derivation)).toStrictEqual(deadline);
      }
  });

  it('by a day can be met on that day, unless the policy says otherwise', () => {
    const by = { on: '2025-07-01', bound: 'by' } as const;
    expect(lastDay(by)).toBe('2025-07-01');
    expect(lastDay(by, { byIncludesTheDay: false })).toBe('2025-06-30');
  });

  it('before a day ends with the day before it, under any policy', () => {
    const before = { on: '2025-07-01', bound: 'before' } as const;
    expect(lastDay(before)).toBe('2025-06-30');
    expect(lastDay(before, { byIncludesTheDay: false })).toBe('2025-06-30');
  });

  it.each(['on', 'within', 'end-of'] as const)('%s a day ends with that day, under any policy', (bound) => {
    expect(lastDay({ on: '2025-07-01', bound })).toBe('2025-07-01');
    expect(lastDay({ on: '2025-07-01', bound }, { byIncludesTheDay: false })).toBe('2025-07-01');
  });

  it('in a month ends with its last day, and before a month with the day before its first', () => {
    expect(lastDay({ month: '2025-05', bound: 'within' })).toBe('2025-05-31');
    expect(lastDay({ month: '2028-02', bound: 'end-of' })).toBe('2028-02-29');
    expect(lastDay({ month: '2025-06', bound: 'by' }, { byIncludesTheDay: false })).toBe('2025-06-30');
    expect(lastDay({ month: '2025-05', bound: 'before' })).toBe('2025-04-30');
  });

  it('is none where the text names no date, or only from when', () => {
    expect(deadlineOf({ bound: 'by', firmness: 'firm' }, rules)).toBeNull();
    expect(deadlineOf({ on: '2025-07-01', bound: 'from', firmness: 'firm' }, rules)).toBeNull();
    expect(deadlineOf({ month: '2025-07', bound: 'from', firmness: 'firm' }, rules)).toBeNull();
  });

  it('on a day off moves as the policy says, and names the days passed over', () => {
    const sunday = { on: '2025-05-04', bound: 'by' } as const;
    const daysOff = (rollNonWorkingDay: Policy['rollNonWorkingDay']) =>
      deadlineOf({ ...sunday, firmness: 'firm' }, under({ rollNonWorkingDay }))!.derivation.daysOff;
    expect(lastDay(sunday, { rollNonWorkingDay: 'none' })).toBe('2025-05-04');
    expect(lastDay(sunday, { rollNonWorkingDay: 'next' })).toBe('2025-05-05');
    expect(lastDay(sunday, { rollNonWorkingDay: 'previous' })).toBe('2025-04-29');
    expect(lastDay({ on: '2025-05-05', bound: 'before' }, { rollNonWorkingDay: 'next' })).toBe('2025-04-29');
    expect(daysOff('none')).toEqual([]);
    expect(daysOff('next')).toEqual(['2025-05-04']);
    expect(daysOff('previous')).toHaveLength(5);
  });

  it('says when it lies beyond what the calendar covers', () => {
    const covered = (on: string) =>
      deadlineOf({ ...due, on }, under({ rollNonWorkingDay: 'next' }))!.derivation.covered;
    expect(covered('2026-12-31')).toBe(true);
    expect(covered('2027-01-01')).toBe(false);
  });
});

describe('The ladder of a deadline', () => {
  it('goes by firmness: how often it reminds, and when or whether it escalates', () => {
    expect(rungs({ ...due, firmness: 'expected' })).toStrictEqual([
      { kind: 'reminder', at: '2025-06-23T01:00:00.000Z' },
      { kind: 'overdue', at: '2025-06-25T17:00:00.000Z' },
      { kind: 'escalation', at: '2025-07-05T17:00:00.000Z' },
    ]);
    expect(rungs({ ...due, firmness: 'strive' })).toStrictEqual([{ kind: 'overdue', at: '2025-06-25T17:00:00.000Z' }]);
  });

  it('without days of grace escalates as soon as it is overdue', () =>
    expect(rungs(due, { escalationGraceDays: { firm: 0, expected: 0, strive: 0 } }).slice(2)).toStrictEqual([
      { kind: 'overdue', at: '2025-06-25T17:00:00.000Z' },
      { kind: 'escalation', at: '2025-06-25T17:00:00.000Z' },
    ]));

  it('reminds at the hour of the policy, in the order of time', () =>
    expect(
      rungs(due, { remindAt: '17:30', reminderDaysBefore: { firm: [0, 10, 1], expected: [], strive: [] } }),
    ).toMatchObject([
      { kind: 'reminder', at: '2025-06-15T10:30:00.000Z' },
      { kind: 'reminder', at: '2025-06-24T10:30:00.000Z' },
      { kind: 'reminder', at: '2025-06-25T10:30:00.000Z' },
      { kind: 'overdue' },
      { kind: 'escalation' },
    ]));

  it('reminds after the quiet hours, and not at all where that is too late', () => {
    const quiet = (until: string) =>
      rungs(due, {
        quietHours: { from: '07:00', until },
        reminderDaysBefore: { firm: [1, 0], expected: [], strive: [] },
      }).filter(({ kind }) => kind === 'reminder');
    expect(quiet('09:00').map(({ at }) => at)).toEqual(['2025-06-24T02:00:00.000Z', '2025-06-25T02:00:00.000Z']);
    expect(quiet('23:59').map(({ at }) => at)).toEqual(['2025-06-24T16:59:00.000Z', '2025-06-25T16:59:00.000Z']);
    expect(quiet('00:00').map(({ at }) => at)).toEqual(['2025-06-24T17:00:00.000Z']);
  });
});

describe('A term', () => {
  const since = instant(MAY);

  it('is so many working days after the day it came in, wherever in the day that was', () => {
    const expected = {
      from: '2025-05-20',
      workingDays: 3,
      daysOff: [],
      covered: true,
      zone: ZONE,
      sources,
      endsAt: '2025-05-23T17:00:00.000Z',
    };
    expect(termOf(since, 3, rules)).toStrictEqual(expected);
    expect(termOf(instant('2025-05-19T17:00:00.000Z'), 3, rules)).toStrictEqual(expected);
    expect(termOf(instant('2025-05-20T16:59:59.999Z'), 3, rules)).toStrictEqual(expected);
    expect(termOf(instant('2025-05-20T17:00:00.000Z'), 3, rules).from).toBe('2025-05-21');
  });

  it('keeps the days off that were passed over, from which its end follows again', () => {
    const term = termOf(instant('2025-04-29T02:00Z'), 2, rules);
    expect(term).toMatchObject({
      daysOff: ['2025-04-30', '2025-05-01', '2025-05-02', '2025-05-03', '2025-05-04'],
      endsAt: '2025-05-06T17:00:00.000Z',
    });
    expect(termEnd(term)).toBe(term.endsAt);
  });
});
