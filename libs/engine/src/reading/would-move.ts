import { isAssignedTask, task, type TaskCommand, type TaskEvent } from '@edict/directives';
import { fold, type Actor, type Fact, type Instant, type Lookup, type Sent } from '@edict/kernel';
import { happened } from '@edict/runtime';

import type { Reading } from '../reader.ts';

/** A deadline that the latest policy and calendar would reckon otherwise. It stays as it is until somebody confirms it. */
export type WouldMove = Readonly<{
  task: string;
  ref: string;
  member: string;
  unit: string | null;
  from: Instant;
  to: Instant;
  /** The editions by which it would move: where they were read. */
  policy: string;
  calendar: string;
}>;

type Confirm = Extract<Sent<TaskCommand>, { type: 'ConfirmDeadline' }>;
type Recalculated = Extract<TaskEvent, { type: 'DeadlineRecalculated' }>;

/**
 * What a new edition of a policy or a calendar would move, task by task in the order of the text: asked of the very decider that moves it
 * when an issuer confirms. What waits to be accepted is not moved.
 */
export const wouldMove = async (reading: Reading, directiveId: string): Promise<readonly WouldMove[]> => {
  const rows = (await reading.tasks(directiveId)).filter(({ dueAt }) => dueAt !== null);
  const moves = rows.map(async ({ taskId, ref, member, unit }): Promise<readonly WouldMove[]> => {
    const moved = await recalculated(reading, `task-${taskId}`);
    return moved ? [{ task: taskId, ref, member, unit, ...moved }] : [];
  });
  return (await Promise.all(moves)).flat();
};

const recalculated = async (reading: Reading, stream: string) => {
  const history = (await reading.history(stream)).map(happened);
  const state = fold(task, history as unknown as readonly TaskEvent[]);
  if (!isAssignedTask(state) || !state.task.deadline) return undefined;
  const { dueAt: from } = state.task.deadline;
  const command: Confirm = { stream, type: 'ConfirmDeadline', data: { from, reason: 'Asked beforehand.' } };
  const { policy, calendar } = await known(reading, task.facts!(command, state) as Wanted);
  if (!policy || !calendar) return undefined;
  const unit = state.task.issuers[0]!;
  const actor: Actor = { id: 'edict', unit, capacity: 'officer', origin: 'person' };
  const now = reading.now();
  const data = { ...command.data, policy, calendar } as Extract<TaskCommand, { type: 'ConfirmDeadline' }>['data'];
  const decided = task.decide({ type: 'ConfirmDeadline', data }, state, { now, occurredAt: now, actor, stream });
  const [event] = 'rejection' in decided ? [] : (decided as readonly Recalculated[]);
  return event && { from, to: event.data.deadline.dueAt, policy: policy.source, calendar: calendar.source };
};

type Wanted = Readonly<{ policy: Lookup | null; calendar: Lookup | null }>;

const known = async (reading: Reading, { policy, calendar }: Wanted) => ({
  policy: await factOf(reading, policy),
  calendar: await factOf(reading, calendar),
});

const factOf = async (reading: Reading, wanted: Lookup | null): Promise<Fact<unknown> | undefined> => {
  if (!wanted) return undefined;
  const history = (await reading.history(wanted.stream)).map(happened);
  return { value: wanted.select(history), source: `${wanted.stream}@${history.length - 1}` };
};
