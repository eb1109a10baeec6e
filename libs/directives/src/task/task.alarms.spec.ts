import { describe, expect, it } from '@jest/globals';
import { fold, instant, plusMs, type Actor, type Instant } from '@edict/kernel';
import { alarmLaw, answersAlways, person, ring, RUNS, saga, type Step } from '@edict/kernel/testing';
import fc from 'fast-check';

import { TASK_KINDS } from '../document/index.ts';
import { allFound, calendarFact, rulesFact } from '../testing/life-examples.ts';
import { due, MAY, ofKind, policy, registered, rules, toAssign, unassigned } from '../testing/task-examples.ts';
import { deadlineOf } from './deadline.ts';
import type { TaskCommand } from './task.commands.ts';
import { task } from './task.decider.ts';
import { childIdOf } from './task.delegation.ts';
import type { TaskEvent } from './task.events.ts';
import { isAssigned, isOver, type Task } from './task.state.ts';
import type { Assignment } from './task.terms.ts';

type Act = Readonly<{ command: TaskCommand; actor: Actor }>;

const DAY = 86_400_000;
const dayAfterMay = (n: number): Instant => plusMs(instant(MAY), n * DAY);
const dayOfYear = fc.integer({ min: 0, max: 120 });
const localDay = dayOfYear.map((n) => dayAfterMay(n).slice(0, 10));

const firmness = fc.constantFrom('firm', 'expected', 'strive');
const deadline = fc
  .record({ on: localDay, firmness, grace: fc.constantFrom(0, 5), remindAt: fc.constantFrom('00:00', '08:00') })
  .map(({ on, grace, remindAt, ...says }) => {
    const escalationGraceDays = { ...policy.escalationGraceDays, firm: grace };
    return deadlineOf({ ...due, ...says, on }, { ...rules, policy: { ...policy, escalationGraceDays, remindAt } });
  });

const milestones = fc.array(fc.tuple(fc.option(deadline), fc.boolean()), { maxLength: 3 }).map((all) =>
  all.map(([each, reminds], n) => ({
    name: `m${n}`,
    deadline: each,
    ...(reminds ? { reminds: true as const } : {}),
  })),
);

const assignment: fc.Arbitrary<Assignment> = fc
  .record({
    kind: fc.constantFrom(...TASK_KINDS),
    deadline: fc.option(deadline),
    milestones,
    inForceUntil: fc.option(dayOfYear.map(dayAfterMay)),
    acknowledgeBy: fc.constantFrom(null, ofKind('once').acknowledgeBy),
  })
  .map(({ kind, inForceUntil, ...changes }) =>
    ofKind(kind, { ...changes, inForceUntil: kind === 'until' ? inForceUntil : null }),
  );

const one = fc.constantFrom(1, 1, 1, 2);
const anybody = fc.constantFrom('ministry', 'ministry', 'politburo', 'politburo', 'academy').map(person);
const by = (actor: fc.Arbitrary<Actor>, ...commands: readonly fc.Arbitrary<TaskCommand>[]): fc.Arbitrary<Act> =>
  fc.record({ command: fc.oneof(...commands), actor });
const of = <Type extends TaskCommand['type']>(
  type: Type,
  data: fc.Arbitrary<Extract<TaskCommand, { type: Type }>['data']>,
) => data.map((each) => ({ type, data: each }) as TaskCommand);

const named = fc.record({ assignment: one });
const act: fc.Arbitrary<Act> = fc.oneof(
  by(
    anybody,
    of('AcknowledgeTask', named),
    of('SubmitTask', fc.record({ assignment: one, report: fc.string() })),
    of('ReportProgress', fc.record({ assignment: one, report: fc.string() })),
    of(
      'ReportProgress',
      fc.record({ assignment: one, report: fc.string(), milestone: fc.constantFrom('m0', 'm1', 'm2', 'm9') }),
    ),
    of('AcceptTask', fc.record({ submission: one })),
    of('ReturnTask', fc.record({ submission: one, reason: fc.string() })),
    of('LapseTask', fc.record({ reason: fc.string() })),
    of('AssignTaskTo', fc.constant({ unit: 'academy', committee: registered('academy', null) })),
  ),
  by(fc.constant(ring), of('CallTime', named), of('CallAcknowledgement', named), of('EndWindow', named)),
  by(
    fc.constant(saga),
    of(
      'WatchTask',
      dayOfYear.map(dayAfterMay).map((from) => ({ from })),
    ),
    of('TakeToNextLevel', fc.record({ level: fc.integer({ min: 0, max: 4 }) })),
  ),
);

const WORDS = { reason: 'x' };
const day = fc.integer({ min: 0, max: 150 }).map((n) => dayAfterMay(n).slice(0, 10));
const maybeDay = fc.option(day, { nil: undefined }).map((toOn) => (toOn === undefined ? {} : { toOn }));
const numbered = fc.constantFrom(1, 1, 2);
const calendar = fc.constantFrom(null, calendarFact);
const order = { number: '160-KL/TW', issuer: 'politburo' };
const child = childIdOf('1', 1);

/** What happens beside the straight path. */
const decidedOnWhole = {
  ...{ whole: 'p', by: 'politburo', ...WORDS, evidence: null },
  ...{ zone: 'Asia/Ho_Chi_Minh', since: '2025-06-20' },
};

const sideways: fc.Arbitrary<Act> = fc.oneof(
  by(
    anybody,
    of(
      'RequestExtension',
      fc.record({ assignment: one, toOn: day, progress: fc.constant('x'), reason: fc.constant('x'), calendar }),
    ),
    of(
      'GrantExtension',
      fc.tuple(numbered, maybeDay, calendar).map(([request, toOn, calendarOf]) => ({
        request,
        ...toOn,
        calendar: calendarOf,
        delegates: null,
        parentDueAt: null,
      })),
    ),
    of(
      'RefuseExtension',
      numbered.map((request) => ({ request, ...WORDS, delegates: null })),
    ),
    of(
      'OverrideDeadline',
      fc.tuple(day, calendar).map(([toOn, calendarOf]) => ({
        order,
        toOn,
        ...WORDS,
        authorities: {},
        rules: rulesFact,
        calendar: calendarOf,
      })),
    ),
    of(
      'RefuseTask',
      one.map((each) => ({ assignment: each, ...WORDS, suggested: null })),
    ),
    of(
      'UpholdAssignment',
      one.map((each) => ({ assignment: each, ...WORDS })),
    ),
    of(
      'ReassignTask',
      fc.tuple(one, fc.constantFrom('academy', 'board')).map(([each, unit]) => ({
        assignment: each,
        unit,
        ...WORDS,
        committee: registered(unit, null),
        rules: rulesFact,
      })),
    ),
    of('SuspendTask', fc.constant(WORDS)),
    of(
      'ResumeTask',
      maybeDay.map((toOn) => ({ ...WORDS, ...toOn, calendar: null })),
    ),
    of('CancelTask', fc.constant(WORDS)),
  ),
  by(
    anybody,
    of(
      'DelegateTask',
      fc.tuple(one, maybeDay, fc.constantFrom('department', 'academy')).map(([each, toOn, unit]) => ({
        assignment: each,
        unit,
        ...toOn,
        registered: registered(unit, null),
        rules: rulesFact,
        calendar: null,
      })),
    ),
    of(
      'DecideOnChild',
      fc.constantFrom('cancel', 'leave').map((decision) => ({ child, decision, ...WORDS })),
    ),
    of('AwaitTask', fc.constant({ task: 'w1' })),
    of('ContributeToTask', fc.constant({ contribution: 'x', heirs: {} })),
    of(
      'AskContribution',
      fc.tuple(one, maybeDay, fc.boolean()).map(([each, toOn, opinion]) => ({
        ...{ assignment: each, unit: 'academy', what: 'x', opinion },
        ...toOn,
        registered: registered('academy', null),
      })),
    ),
    of(
      'DemandReport',
      maybeDay.map((toOn) => ({ what: 'x', ...toOn })),
    ),
    of(
      'DecideFinding',
      fc.constantFrom('week', 'month', 'quarter').map((every) => ({
        finding: 'no-interval' as const,
        ruling: { every } as never,
        ...WORDS,
        units: {},
        leads: {},
        rules: null,
        found: allFound,
        members: null,
      })),
    ),
    of(
      'DecideFinding',
      fc.constantFrom(null, ['north', 'south']).map((members) => ({
        finding: 'common-or-each' as const,
        ruling: { each: true as const },
        ...WORDS,
        units: {},
        leads: {},
        rules: null,
        found: allFound,
        members: { value: members, source: 'directive-d1@0' },
      })),
    ),
    of(
      'DecideFinding',
      fc.constantFrom('ministry', 'bureau').map((lead) => ({
        finding: 'several-leads' as const,
        ruling: { lead },
        ...WORDS,
        units: { [lead]: registered(lead, null) },
        leads: {},
        rules: null,
        found: allFound,
        members: null,
      })),
    ),
    of(
      'StartTask',
      maybeDay.map((toOn) => ({ event: 'x', ...toOn, calendar: null, rules: rulesFact })),
    ),
    of('CorrectRegistration', fc.constant({ ...WORDS, changes: { statement: 'y' }, units: {} })),
  ),
  by(
    fc.constant(saga),
    of('CancelWith', fc.constant({ because: 'p', ...WORDS })),
    of(
      'NoteChild',
      fc
        .tuple(fc.constantFrom(null, 'accepted' as const), fc.option(dayOfYear.map(dayAfterMay)))
        .map(([ended, dueAt]) => ({ child, ended, dueAt })),
    ),
    of('StartBecause', fc.constant({ task: 't9', event: 'x', rules: null })),
    of('FollowWhole', fc.constant({ whole: 'p', from: ['politburo'], to: 'heir' })),
    of(
      'FollowInterval',
      fc.constantFrom('week', 'quarter').map((every) => ({ every, decided: decidedOnWhole })),
    ),
    of('NotePredecessor', fc.constant({ ref: '1-1', task: 't9' })),
    of(
      'ApplyChange',
      fc
        .tuple(fc.constantFrom('continues', 'changed', 'changed', 'cancelled'), maybeDay)
        .map(([effect, toOn]) => ({ by: order, effect, ...toOn, ...WORDS, rules: rulesFact })),
    ),
  ),
  by(
    fc.constant(ring),
    of(
      'OpenOccurrence',
      numbered.map((occurrence) => ({ occurrence })),
    ),
    of(
      'CallOccurrence',
      numbered.map((occurrence) => ({ occurrence })),
    ),
    of(
      'CallDemand',
      numbered.map((demand) => ({ demand })),
    ),
    of(
      'CallContribution',
      dayOfYear.map(dayAfterMay).map((dueAt) => ({ unit: 'academy', dueAt })),
    ),
  ),
);

const watchFrom = fc.option(dayOfYear.map(dayAfterMay));
const beginning: fc.Arbitrary<TaskCommand> = fc.oneof(
  fc.tuple(assignment, watchFrom).map(([each, from]) => toAssign(each, from)),
  fc.tuple(assignment, watchFrom).map(([{ unit: _, acknowledgeBy: __, ...terms }, from]) => ({
    type: 'LeaveTaskUnassigned' as const,
    data: unassigned({ ...terms, accountable: [], lead: [] }, from).data,
  })),
);

const steps = fc.array(
  fc
    .tuple(fc.oneof(act, sideways), dayOfYear)
    .map(([each, n]): Step<TaskCommand> => ({ ...each, now: dayAfterMay(n) })),
  { maxLength: 24 },
);
const scripts = fc
  .tuple(beginning, steps)
  .map(([command, rest]): readonly Step<TaskCommand>[] => [
    { command, actor: saga, now: instant(MAY) },
    ...rest.toSorted((a, b) => (a.now < b.now ? -1 : 1)),
  ]);

const histories = scripts.map((script) =>
  script.reduce<readonly TaskEvent[]>((history, { command, actor, now }) => {
    const context = { now, occurredAt: now, actor, stream: 'task-1' };
    const decision = task.decide(command, fold(task, history), context);
    return 'rejection' in decision ? history : [...history, ...decision];
  }, []),
);

fc.configureGlobal({ numRuns: RUNS });

describe('Whatever a task has been through', () => {
  it('each of its alarms, in time or late, appends, and then is gone for good', () => alarmLaw(task, scripts));

  it('never two alarms have one key', () => {
    const apart = (history: readonly TaskEvent[]) => {
      const keys = task.alarms(fold(task, history)).map(({ key }) => key);
      expect(new Set(keys).size).toBe(keys.length);
    };
    fc.assert(fc.property(histories, apart));
  });

  const states = (history: readonly TaskEvent[]): readonly Task[] =>
    history.map((_, n) => fold(task, history.slice(0, n + 1)));

  it('exactly one unit answers for it at any instant, once it has been assigned', () => {
    const answers = (history: readonly TaskEvent[]) => {
      for (const state of states(history)) if (isAssigned(state)) expect(state.task.unit).toMatch(/^[a-z-]+$/);
    };
    fc.assert(fc.property(histories, answers));
  });

  it('once assigned it is never without a unit again, and what is over never begins again', () => {
    const onward = (history: readonly TaskEvent[]) => {
      const all = states(history);
      for (const [n, before] of all.slice(0, -1).entries()) {
        const after = all[n + 1]!.status;
        expect(isAssigned(before) && ['unknown', 'unassigned'].includes(after)).toBe(false);
        expect(isAssigned(before) && isOver(before) ? after : before.status).toBe(before.status);
      }
    };
    fc.assert(fc.property(histories, onward));
  });

  it('no part ends after it without a reason', () => {
    const dueIn = (state: Task) => (state.status === 'unknown' ? undefined : state.task.deadline?.dueAt);
    const said = (history: readonly TaskEvent[]) => {
      for (const [n, event] of history.entries()) {
        if (event.type !== 'TaskDelegated') continue;
        const { task: part, exception } = event.data.child;
        const own = dueIn(fold(task, history.slice(0, n))) ?? '~';
        expect(exception !== null || (part.deadline?.dueAt ?? '') <= own).toBe(true);
      }
    };
    fc.assert(fc.property(histories, said));
  });

  it('every command is answered, twice the same, with events that are plain JSON', () => answersAlways(task, scripts));

  it('any event, in any order, evolves, also one of a newer version', () => {
    const shuffled = histories
      .chain((history) => fc.shuffledSubarray([...history]))
      .map((history): readonly TaskEvent[] => [...history, { type: 'TaskPraised', data: {} } as never]);
    fc.assert(
      fc.property(shuffled, (history) => {
        const state = fold(task, history);
        expect(state).toBe(task.evolve(state, { type: 'TaskPraised', data: {} } as never));
        expect(() => task.alarms(state)).not.toThrow();
      }),
    );
  });
});
