import { describe, expect, it } from '@jest/globals';
import { fold, instant, plusMs, type Actor, type Instant } from '@edict/kernel';
import { alarmLaw, answersAlways, person, ring, saga, type Step } from '@edict/kernel/testing';
import fc from 'fast-check';

import { TASK_KINDS } from '../document/index.ts';
import { due, MAY, ofKind, policy, registered, rules, toAssign, unassigned } from '../testing/task-examples.ts';
import { deadlineOf } from './deadline.ts';
import type { TaskCommand } from './task.commands.ts';
import { task } from './task.decider.ts';
import type { TaskEvent } from './task.events.ts';
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

const milestones = fc
  .array(fc.option(deadline), { maxLength: 3 })
  .map((deadlines) => deadlines.map((each, n) => ({ name: `m${n}`, deadline: each })));

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

const watchFrom = fc.option(dayOfYear.map(dayAfterMay));
const beginning: fc.Arbitrary<TaskCommand> = fc.oneof(
  fc.tuple(assignment, watchFrom).map(([each, from]) => toAssign(each, from)),
  fc.tuple(assignment, watchFrom).map(([{ unit: _, acknowledgeBy: __, ...terms }, from]) => ({
    type: 'LeaveTaskUnassigned' as const,
    data: unassigned({ ...terms, accountable: [], lead: [] }, from).data,
  })),
);

const steps = fc.array(
  fc.tuple(act, dayOfYear).map(([each, n]): Step<TaskCommand> => ({ ...each, now: dayAfterMay(n) })),
  { maxLength: 16 },
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

describe('Whatever a task has been through', () => {
  it('each of its alarms, in time or late, appends, and then is gone for good', () => alarmLaw(task, scripts));

  it('never two alarms have one key', () => {
    const apart = (history: readonly TaskEvent[]) => {
      const keys = task.alarms(fold(task, history)).map(({ key }) => key);
      expect(new Set(keys).size).toBe(keys.length);
    };
    fc.assert(fc.property(histories, apart));
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
