import { isAssignedTask, task } from '@edict/directives';
import { endOf, fold, idOf, Rejection, type Instant, type LocalDate } from '@edict/kernel';
import { happened, type AnyDecider, type Recorded } from '@edict/runtime';

import { streamMeant } from '../look-up.ts';
import type { Reading } from '../reader.ts';

/** Who answered for a task at the end of a day: lists are empty where nobody did. `successorOf`: whose place they had taken by then. */
export type Answerers = Readonly<{
  task: string;
  on: LocalDate;
  accountable: readonly string[];
  lead: readonly string[];
  coordinating: readonly string[];
  successorOf: readonly string[];
}>;

/**
 * What has gone over to a successor counts from the day of the succession, whenever it was moved; what was given out with the `issue` of its
 * directive from then on, also where that was entered late; anything else from when it occurred.
 */
export const answeringOn = (
  id: string,
  history: readonly Recorded[],
  on: LocalDate,
  issue?: Pick<Recorded, 'id' | 'meta'>,
): Answerers => {
  const end = endOf(on, zoneOf(history));
  const since = (event: Recorded) => effectiveAt(event.meta['causationId'] === issue?.id ? (issue ?? event) : event);
  const known = history.filter((event) => since(event) < end);
  const state = fold(task as AnyDecider, known.map(happened)) as typeof task.initialState;
  const nobody = { accountable: [], lead: [], coordinating: [] };
  const { accountable, lead, coordinating } = isAssignedTask(state) ? state.task : nobody;
  const successorOf = predecessorsOf([...accountable, ...lead, ...coordinating], known);
  return { task: id, on, accountable, lead, coordinating, successorOf };
};

/** Of these, one after the other back; whoever has followed an issuer only has taken nobody's place in it. */
const predecessorsOf = (answering: readonly string[], known: readonly Recorded[]): readonly string[] => {
  const line = new Set(answering);
  const followed = known.toReversed().flatMap(({ type, data }) => {
    const { from, to } = data as unknown as Readonly<{ from: readonly string[]; to: string }>;
    if (type !== 'TaskTransferred' || !line.has(to)) return [];
    for (const unit of from) line.add(unit);
    return from.toReversed();
  });
  return [...new Set(followed.toReversed())];
};

const effectiveAt = ({ type, data, meta }: Partial<Recorded> & Pick<Recorded, 'meta'>): Instant =>
  (type === 'TaskTransferred'
    ? (data as unknown as Readonly<{ effectiveAt: string }>).effectiveAt
    : meta['occurredAt']) as Instant;

type Dated = Readonly<{ task?: Readonly<{ directiveId?: string; quiet?: Readonly<{ zone?: string }> }> }>;

/** Where the day ends: in the zone of the policy that the task was assigned under. */
const zoneOf = (history: readonly Recorded[]): string =>
  history.map(({ data }) => (data as Dated).task?.quiet?.zone).find((zone) => zone !== undefined) ?? 'UTC';

/** By whatever name a person has for the task. `undefined`: nothing is known under it. */
export const whoAnswered = async (reading: Reading, name: string, on: LocalDate): Promise<Answerers | undefined> => {
  const stream = await streamMeant(reading, name);
  if (stream === undefined) return undefined;
  if (!stream.startsWith('task-')) throw new Rejection('task/unknown', `${name} is not a task.`);
  const history = await reading.history(stream);
  return answeringOn(idOf(stream), history, on, await issueOf(reading, history));
};

const issueOf = async (reading: Reading, [first]: readonly Recorded[]): Promise<Recorded | undefined> => {
  const { directiveId } = (first?.data as Dated | undefined)?.task ?? {};
  return directiveId === undefined ? undefined : (await reading.history(`directive-${directiveId}`))[0];
};
