import type { TaskRow } from '@edict/directives';
import { DECIDERS, type Health } from '@edict/engine';
import { categoryOf, fold, idFrom, type Instant } from '@edict/kernel';
import { happened, type AnyDecider, type Recorded } from '@edict/runtime';
import type { Verdict } from '@edict/seal';

/** What the store said is written: the last of the events that a command caused, and where it is. */
export type Ack = Readonly<{ stream: string; revision: number; commandId: string }>;

/** What was found after a fault, when everything that was still to happen had happened. */
export type Findings = Readonly<{
  log: readonly Recorded[];
  acks: readonly Ack[];
  verdicts: readonly Verdict[];
  /** All rows of all views and of the alarms, as one text: as they were kept, and as they are when built from nothing. */
  views: Readonly<{ live: string; rebuilt: string }>;
  tasks: readonly TaskRow[];
  health: Health;
  now: Instant;
}>;

type Streams = ReadonlyMap<string, readonly Recorded[]>;

/** The promise, clause by clause (I1 to I8): each line says what of it is broken. Nothing else is a good answer than none. */
export const brokenPromises = (found: Findings): readonly string[] => {
  const streams = Map.groupBy(found.log, ({ stream }) => stream);
  return [
    ...lost(streams, found.acks).map(naming('I1')),
    ...[...streams].flatMap(misplaced).map(naming('I2')),
    ...withoutCause(found.log).map(naming('I2')),
    ...found.verdicts.flatMap(({ problems }) => problems.map((each) => JSON.stringify(each))).map(naming('I3')),
    ...[...streams].flatMap(falseRings).map(naming('I4')),
    ...doubled(found.log).map(naming('I5')),
    ...(found.views.live === found.views.rebuilt ? [] : ['I6: the views are not what the events say']),
    ...found.tasks
      .filter((row) => isForgotten(row, streams))
      .map(({ taskId }) => `I7: nobody waits for task-${taskId}`),
    ...[...streams].flatMap((each) => overslept(each, found.now)).map(naming('I8')),
    ...behind(found.health).map(naming('I8')),
  ];
};

const naming = (clause: string) => (text: string) => `${clause}: ${text}`;
const place = ({ stream, revision }: Pick<Recorded, 'stream' | 'revision'>): string => `${stream}@${revision}`;

const lost = (streams: Streams, acks: readonly Ack[]): readonly string[] =>
  acks
    .filter(({ stream, revision, commandId }) => streams.get(stream)?.[revision]?.meta['commandId'] !== commandId)
    .map((ack) => `${place(ack)} was acknowledged and is lost`);

const misplaced = ([, history]: readonly [string, readonly Recorded[]]): readonly string[] =>
  history.flatMap((event, n) => [
    ...(event.revision === n ? [] : [`${place(event)} comes where revision ${n} should`]),
    ...(isBackInTime(event, history[n - 1]) ? [`${place(event)} was recorded before the one before it`] : []),
  ]);

const isBackInTime = ({ meta }: Recorded, before: Recorded | undefined): boolean =>
  meta['recordedAt']! < (before?.meta['recordedAt'] ?? '');

/** A cause is an event that was there before; or, of what persons and clocks began, the command itself. */
const withoutCause = (log: readonly Recorded[]): readonly string[] => {
  const before = new Set<string>();
  return log.flatMap((event) => {
    const { causationId, commandId } = event.meta;
    const isCaused = commandId && (causationId === commandId || before.has(causationId ?? ''));
    before.add(event.id);
    return isCaused ? [] : [`${place(event)} has no cause`];
  });
};

/** Every ring that had an effect was waited for at that moment, and its time had come. */
const falseRings = ([stream, history]: readonly [string, readonly Recorded[]]): readonly string[] => {
  const decider = deciderOf(stream);
  let state = decider.initialState;
  return history.flatMap((event, n) => {
    const { origin, commandId, recordedAt } = event.meta;
    const isFirst = origin === 'ring' && history[n - 1]?.meta['commandId'] !== commandId;
    const alarm = isFirst ? decider.alarms(state).find(({ key }) => idFrom(stream, key) === commandId) : undefined;
    state = decider.evolve(state, happened(event));
    if (!isFirst || (alarm && alarm.at <= recordedAt!)) return [];
    return [`${place(event)} rang ${alarm ? `before ${alarm.at}` : 'though nothing was waited for'}`];
  });
};

const deciderOf = (stream: string): AnyDecider => DECIDERS.find(({ category }) => category === categoryOf(stream))!;

/** The events of a command stand together, in one stream, and what is said once in a stream's life is said once. */
const doubled = (log: readonly Recorded[]): readonly string[] => {
  const byCommand = Map.groupBy(log, ({ meta }) => meta['commandId']);
  const again = [...byCommand.values()].filter((events) => !areTogether(events)).map(([first]) => place(first!));
  const single = log.filter(({ type }) => ONCE.has(type)).map(({ stream, type }) => `${stream} ${type}`);
  const twice = single.filter((each, n) => single.indexOf(each) !== n);
  return [
    ...again.map((each) => `the command of ${each} had its effect twice`),
    ...twice.map((each) => `${each} twice`),
  ];
};

const areTogether = (events: readonly Recorded[]): boolean =>
  events.every(({ stream, revision }, n) => stream === events[0]!.stream && revision === events[0]!.revision + n);

const ONCE = new Set([
  'DirectiveIssued',
  'TaskAssigned',
  'AcknowledgementMissed',
  'TaskBecameOverdue',
  'TaskLapsed',
  'StandingUnitSetUp',
  'MandateEnded',
  'MatterReceived',
  'NotificationRequested',
  'CommandRefused',
  'SagaActivated',
]);

const OPEN = ['assigned', 'acknowledged', 'inProgress', 'returned'];
const CALLED = ['TaskBecameOverdue', 'EscalationFoundNobody', 'TaskEscalated'];

/** An open task with a date either waits for it or has been called. */
const isForgotten = ({ taskId, state, dueAt }: TaskRow, streams: Streams): boolean => {
  const stream = `task-${taskId}`;
  const history = streams.get(stream) ?? [];
  if (!OPEN.includes(state) || dueAt === null || history.some(({ type }) => CALLED.includes(type))) return false;
  return waitedFor(stream, history).length === 0;
};

const waitedFor = (stream: string, history: readonly Recorded[]) => {
  const decider = deciderOf(stream);
  return decider.alarms(fold(decider, history.map(happened)));
};

const overslept = ([stream, history]: readonly [string, readonly Recorded[]], now: Instant): readonly string[] =>
  waitedFor(stream, history)
    .filter(({ at }) => at <= now)
    .map(({ key, at }) => `${stream} still waits for ${key}, which was due at ${at}`);

const behind = ({ head, subscribers, failedRings }: Health): readonly string[] => [
  ...subscribers
    .filter(({ reached, failing, parked }) => reached !== head || failing !== null || parked.length > 0)
    .map((each) => `${each.name} is not at the head of the log: ${JSON.stringify(each)}`),
  ...(failedRings > 0 ? [`${failedRings} rings failed`] : []),
];
