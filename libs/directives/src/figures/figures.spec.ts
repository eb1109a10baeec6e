import { describe, expect, it } from '@jest/globals';
import { instant, plusDays, type Instant } from '@edict/kernel';
import { RUNS } from '@edict/kernel/testing';
import fc from 'fast-check';

import { assigning, rowAfter } from '../testing/history.ts';
import { calendar, ZONE } from '../testing/task-examples.ts';
import { isWorkingDay, workingDaysIn } from '../time/calendar.ts';
import type { TaskRow } from '../task/task.projection.ts';
import { ageing } from './ageing.ts';
import { bucketOf, standingOf } from './bucket.ts';
import { lateRegister } from './late-register.ts';
import { lateAmong, latenessOf, meanDaysLate } from './lateness.ts';
import { monthOnMonth } from './months.ts';
import { mean, percent, remainder, ROUNDINGS, type Rounding } from './percent.ts';
import { haltOf, mayOwe, type Halt } from './stuck.ts';

fc.configureGlobal({ numRuns: RUNS });

const row = rowAfter('t1', [assigning('2025-05-20T02:00:00Z')]);
const of = (changes: Partial<TaskRow>): TaskRow => ({ ...row, ...changes });
const reckoning = { zone: ZONE, calendar, source: 'calendar-vn@2' };
const reckoningOf = () => reckoning;
/** The first moment after a day in Viet Nam. */
const after = (day: string) => instant(`${day}T17:00:00Z`);

describe('The bucket that a row stores', () => {
  it('turns from in time to overdue with the clock, and else follows from events', () => {
    const moment = fc.constantFrom(...['2025-05-31', '2025-06-20', '2025-08-31'].map(after));
    const task = fc.record({
      kind: fc.constantFrom('once', 'conditional', 'standing', 'until'),
      state: fc.constantFrom('assigned', 'submitted', 'accepted', 'cancelled', 'suspended', 'lapsed'),
      dueAt: fc.option(moment),
      dueSoonAt: fc.option(moment),
      decidedAt: fc.option(moment),
      suspendedAt: fc.option(moment),
      parent: fc.constantFrom(null, 'p'),
      started: fc.constantFrom(0, 1),
    });
    fc.assert(
      fc.property(task, moment, (each, at) => {
        fc.pre(each.state !== 'accepted' || each.decidedAt !== null); // what is accepted has been reported
        const { bucket, turnsAt } = standingOf(each);
        const now = turnsAt !== null && at >= turnsAt ? 'openOverdue' : 'openInTime';
        expect(bucket === 'open' ? now : bucket).toBe(bucketOf(each, at));
        expect(bucket === 'open').toBe(turnsAt !== null);
      }),
    );
  });
});

describe('A share', () => {
  it('is rounded by a rule that has a name', () => {
    expect([percent(1, 8), percent(1, 8, 'half-up-2'), percent(1, 8, 'down-2')]).toStrictEqual([12.5, 12.5, 12.5]);
    expect([percent(2, 3), percent(2, 3, 'half-up-2'), percent(2, 3, 'down-2')]).toStrictEqual([66.7, 66.67, 66.66]);
    expect([percent(1, 2000), percent(1, 20_000, 'half-up-2'), percent(1, 10_001, 'down-2')]).toStrictEqual([
      0.1, 0.01, 0,
    ]);
    expect([percent(0, 0), remainder(null), percent(0, 7), percent(7, 7)]).toStrictEqual([null, null, 0, 100]);
  });

  it('and what is left of a hundred add up, whatever the rule', () => {
    const rule = fc.constantFrom(...(Object.keys(ROUNDINGS) as Rounding[]));
    fc.assert(
      fc.property(fc.nat(1_000_000), fc.nat(1_000_000), rule, (part, more, by) => {
        const share = percent(part, part + more + 1, by)!;
        expect(Math.round((share + remainder(share, by)!) * 100)).toBe(10_000);
      }),
    );
  });

  it('of a sum is its mean, halves up', () =>
    expect([mean(1, 4), mean(5, 4), mean(0, 0), mean(10, 3)]).toStrictEqual([0.3, 1.3, null, 3.3]));
});

describe('Days late', () => {
  it('are counted as one would count them day by day, however many weeks they are', () => {
    const day = fc.nat(700).map((days) => plusDays('2025-01-01', days));
    fc.assert(
      fc.property(day, fc.nat(120), (first, days) => {
        const span = Array.from({ length: days + 1 }, (_, n) => plusDays(first, n));
        const worked = span.filter((each) => isWorkingDay(calendar, each)).length;
        expect(workingDaysIn(calendar, first, span.at(-1)!)).toBe(worked);
      }),
    );
    expect(workingDaysIn(calendar, '2025-05-05', '2025-05-04')).toBe(0);
  });

  const late = (changes: Partial<TaskRow>, at: Instant) => latenessOf(of(changes), at, reckoning);
  const dueOn = (day: string) => ({ dueAt: after(day) as string });

  it('begin with the first day that is too late, and go on to the day of the report, or of the question', () => {
    // 25 April 2025 is a Friday, Saturday the 26th is worked for Friday 2 May; 30 April to 2 May are free.
    expect(late(dueOn('2025-04-25'), instant('2025-04-25T16:59:59.999Z'))).toBe(null);
    expect(late(dueOn('2025-04-25'), after('2025-04-25'))).toStrictEqual({
      done: false,
      calendarDays: 1,
      workingDays: 1,
      covered: true,
    });
    expect(late(dueOn('2025-04-25'), instant('2025-05-05T02:00:00Z'))).toStrictEqual({
      done: false,
      calendarDays: 10,
      workingDays: 4,
      covered: true,
    });
    const done = { ...dueOn('2025-04-25'), state: 'accepted', decidedAt: '2025-04-28T02:00:00.000Z' };
    expect(late(done, instant('2025-12-31T00:00:00Z'))).toStrictEqual({
      done: true,
      calendarDays: 3,
      workingDays: 2,
      covered: true,
    });
  });

  it('stop while it is suspended, and tell where the calendar ends', () => {
    const suspended = { ...dueOn('2025-04-25'), state: 'suspended', suspendedAt: '2025-04-28T02:00:00.000Z' };
    expect(late(suspended, instant('2025-12-31T00:00:00Z'))).toMatchObject({ done: false, calendarDays: 3 });
    expect(late(dueOn('2026-12-30'), instant('2027-01-04T02:00:00Z'))).toMatchObject({ covered: false });
    expect(late({ dueAt: null }, instant('2027-01-04T02:00:00Z'))).toBe(null);
  });

  it('have a mean over what is overdue and what was done late', () => {
    const tasks = [of(dueOn('2025-04-25')), of(dueOn('2025-04-28')), of(dueOn('2025-08-25'))];
    const all = lateAmong(tasks, instant('2025-05-05T02:00:00Z'), reckoningOf);
    expect(all.map(({ late: { workingDays } }) => workingDays)).toStrictEqual([4, 2]);
    expect(meanDaysLate(all)).toStrictEqual({ workingDays: 3, covered: true });
    expect(meanDaysLate([])).toStrictEqual({ workingDays: null, covered: true });
  });

  it('age what is open, in steps that leave nothing out', () => {
    const days = fc.array(fc.integer({ min: 1, max: 400 }));
    fc.assert(
      fc.property(days, (all) => {
        const lates = all.map((calendarDays) => ({
          task: calendarDays,
          late: { done: false, calendarDays, workingDays: 0, covered: true },
        }));
        const ages = ageing(lates);
        expect(ages.map(({ from, to }) => [from, to])).toStrictEqual([
          [1, 30],
          [31, 60],
          [61, 90],
          [91, 120],
          [121, 180],
          [181, null],
        ]);
        for (const { from, to, tasks } of ages)
          expect(tasks.every((each) => from <= each && each <= (to ?? each))).toBe(true);
        expect(ages.flatMap(({ tasks }) => tasks).toSorted()).toStrictEqual(all.toSorted());
      }),
    );
    expect(
      ageing([{ task: 't', late: { done: true, calendarDays: 3, workingDays: 3, covered: true } }]).flatMap(
        ({ tasks }) => tasks,
      ),
    ).toStrictEqual([]);
  });
});

describe('The register of what is late', () => {
  const dueOn = (day: string, changes: Partial<TaskRow>) => of({ dueAt: after(day), ...changes });
  const tasks = [
    dueOn('2025-06-20', { taskId: 'a', accountable: '["ministry"]', lead: '["bureau"]' }),
    dueOn('2025-06-10', { taskId: 'b', accountable: '["ministry","office"]', lead: '["bureau"]' }),
    dueOn('2025-06-10', {
      taskId: 'c',
      accountable: '["office"]',
      lead: '["bureau"]',
      state: 'accepted',
      decidedAt: '2025-06-12T00:00:00.000Z',
    }),
    dueOn('2025-06-20', { taskId: 'd', accountable: '[]', lead: '[]' }),
    dueOn('2025-12-20', { taskId: 'e' }),
  ];
  const all = lateAmong(tasks, instant('2025-06-23T02:00:00Z'), reckoningOf);
  const lines = (role: 'accountable' | 'lead') =>
    lateRegister(all, role).map(({ unit, overdue, doneLate, longestDays, tasks: own }) => [
      unit,
      overdue,
      doneLate,
      longestDays,
      own.map(({ task }) => task.taskId).join(),
    ]);

  it('stands by who is accountable: most overdue first, with both where there are two, and what nobody answers for too', () =>
    expect(lines('accountable')).toStrictEqual([
      ['ministry', 2, 0, 13, 'a,b'],
      ['office', 1, 1, 13, 'b,c'],
      [null, 1, 0, 3, 'd'],
    ]));

  it('stands by who leads', () =>
    expect(lines('lead')).toStrictEqual([
      ['bureau', 2, 1, 13, 'a,b,c'],
      [null, 1, 0, 3, 'd'],
    ]));
});

describe('Month on month', () => {
  const dueOn = (day: string, decidedAt: string | null) =>
    of({ dueAt: after(day), decidedAt, state: decidedAt ? 'accepted' : 'assigned' });
  const tasks = [
    dueOn('2025-05-31', '2025-05-30T02:00:00.000Z'),
    dueOn('2025-05-31', '2025-06-02T02:00:00.000Z'),
    dueOn('2025-06-30', '2025-06-30T16:59:00.000Z'),
    dueOn('2025-06-01', null),
    dueOn('2025-08-15', null),
    dueOn('2025-10-15', null),
  ];

  it('is told by the last day in time, and against the month before, if anything fell due in it', () => {
    const months = monthOnMonth(tasks, instant('2025-09-01T00:00:00Z'), reckoningOf);
    expect(months.map(({ tasks: own, ...figures }) => ({ ...figures, tasks: own.length }))).toStrictEqual([
      {
        month: '2025-05',
        doneInTime: 1,
        doneLate: 1,
        openOverdue: 0,
        fellDue: 2,
        percentDone: 100,
        change: null,
        tasks: 2,
      },
      {
        month: '2025-06',
        doneInTime: 1,
        doneLate: 0,
        openOverdue: 1,
        fellDue: 2,
        percentDone: 50,
        change: -50,
        tasks: 2,
      },
      {
        month: '2025-08',
        doneInTime: 0,
        doneLate: 0,
        openOverdue: 1,
        fellDue: 1,
        percentDone: 0,
        change: null,
        tasks: 1,
      },
    ]);
  });
});

describe('What is not over', () => {
  const answering = {
    issuers: ['politburo', 'assembly'],
    answers: (unit: string) => (unit === 'gone' ? 'heir' : unit),
    isOpen: (unit: string) => unit === 'split-up',
    isNobody: (unit: string) => unit === 'provinces',
  };
  const halt = (changes: Partial<TaskRow>): Halt | null => haltOf(of(changes), answering);
  const stuck = (needs: string, by: readonly string[] = ['politburo', 'assembly']) => ({ halt: 'stuck', needs, by });
  const waiting = (...owed: readonly string[]) => ({
    halt: 'waiting',
    owed: owed.map((each) => ({ unit: each.split(' ')[0], step: each.split(' ')[1] })),
  });
  const child = (changes: object) =>
    JSON.stringify([{ id: 'c', ref: '3-2-d1', unit: 'bureau', dueAt: null, ended: null, decided: null, ...changes }]);

  it('is stuck where something has to be decided first', () => {
    expect(halt({ state: 'unassigned', unit: null })).toStrictEqual(stuck('lead'));
    expect(halt({ state: 'refused' })).toStrictEqual(stuck('addressee'));
    expect(halt({ state: 'suspended' })).toStrictEqual(stuck('resumption'));
    expect(halt({ state: 'acknowledged', unit: 'split-up' })).toStrictEqual(stuck('successor'));
    expect(halt({ state: 'inProgress', request: '{}' })).toStrictEqual(stuck('extension'));
    expect(halt({ kind: 'periodic', every: null })).toStrictEqual(stuck('interval'));
    expect(halt({ state: 'delegated', children: child({ ended: 'cancelled' }) })).toStrictEqual(
      stuck('part', ['ministry']),
    );
    expect(halt({ escalationLevel: 2, escalatedTo: null })).toStrictEqual(stuck('escalation'));
  });

  it('is stuck where no named unit owes the step, and neither where nobody owes one', () => {
    for (const state of ['assigned', 'inProgress'])
      expect(halt({ state, unit: 'provinces' })).toStrictEqual(stuck('unit'));
    expect(halt({ state: 'delegated', children: child({ unit: 'provinces' }) })).toStrictEqual(stuck('unit'));
    expect(halt({ state: 'submitted', unit: 'provinces' })).toStrictEqual(
      waiting('politburo accept', 'assembly accept'),
    );
    expect(halt({ state: 'acknowledged', kind: 'standing', unit: 'provinces' })).toBeNull();
  });

  it('is stuck where whoever owes the step was split, or is followed by nobody', () => {
    expect(halt({ state: 'delegated', children: child({ unit: 'split-up' }) })).toStrictEqual(stuck('successor'));
    for (const each of [{ state: 'inProgress' }, { state: 'acknowledged', kind: 'standing' }])
      expect(halt({ ...each, contributions: '[{"unit":"split-up","state":"asked"}]' })).toStrictEqual(
        stuck('successor'),
      );
    expect(
      halt({ state: 'delegated', children: child({ unit: 'split-up', ended: 'cancelled', decided: 'leave' }) }),
    ).toStrictEqual(waiting('ministry submit'));
    expect(halt({ state: 'inProgress', contributions: '[{"unit":"split-up","state":"given"}]' })).toStrictEqual(
      waiting('ministry submit'),
    );
  });

  it('waits where a named unit owes a step', () => {
    expect(halt({})).toStrictEqual(waiting('ministry acknowledge'));
    expect(halt({ state: 'inProgress' })).toStrictEqual(waiting('ministry submit'));
    expect(halt({ state: 'inProgress', kind: 'conditional', started: 1 })).toStrictEqual(waiting('ministry submit'));
    expect(halt({ state: 'submitted' })).toStrictEqual(waiting('politburo accept', 'assembly accept'));
    expect(halt({ state: 'delegated', children: child({}) })).toStrictEqual(waiting('bureau part'));
    expect(halt({ state: 'delegated', children: child({ ended: 'accepted' }) })).toStrictEqual(
      waiting('ministry submit'),
    );
    expect(halt({ state: 'delegated', children: child({ ended: 'cancelled', decided: 'leave' }) })).toStrictEqual(
      waiting('ministry submit'),
    );
    const contributions = JSON.stringify([
      { unit: 'academy', state: 'asked' },
      { unit: 'office', state: 'given' },
    ]);
    expect(halt({ state: 'inProgress', contributions })).toStrictEqual(
      waiting('ministry submit', 'academy contribute'),
    );
    expect(halt({ state: 'inProgress', contributions: '[{"unit":"gone","state":"asked"}]' })).toStrictEqual(
      waiting('ministry submit', 'heir contribute'),
    );
    expect(halt({ state: 'acknowledged', kind: 'standing', demands: '[{"state":"missed"}]' })).toStrictEqual(
      waiting('ministry report'),
    );
    const occurrences = JSON.stringify([{ state: 'reported' }, { state: 'open' }]);
    expect(halt({ state: 'inProgress', kind: 'periodic', every: 'month', occurrences })).toStrictEqual(
      waiting('ministry report'),
    );
  });

  it('knows all who may owe something of it', () => {
    const contributions = JSON.stringify([{ unit: 'academy', state: 'asked' }]);
    expect(mayOwe(of({ children: child({}), contributions }))).toStrictEqual(['ministry', 'bureau', 'academy']);
    expect(mayOwe(of({ unit: null }))).toStrictEqual([]);
  });

  it('or neither, where it is in force and nobody owes anything, or over', () => {
    expect(halt({ state: 'acknowledged', kind: 'standing' })).toBe(null);
    expect(halt({ state: 'acknowledged', kind: 'conditional' })).toBe(null);
    expect(halt({ state: 'accepted', request: '{}' })).toBe(null);
    expect(halt({ state: 'cancelled' })).toBe(null);
  });
});
