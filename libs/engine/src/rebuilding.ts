import { rebuild, REBUILDS, type RebuildEvent } from '@edict/directives';
import { fold, Rejection, type Command, type Happened, type Instant } from '@edict/kernel';
import {
  ALARM,
  alarmKeeper,
  bySaga,
  buildBeside,
  Fault,
  happened,
  Histories,
  projector,
  QueueUnavailable,
  tableOf,
  type EventStore,
  type Execute,
  type Lease,
  type Recorded,
  type Subscriber,
  type Table,
  type Views,
  type WorkQueue,
} from '@edict/runtime';

import { BUILT, DECIDERS, PROJECTIONS } from './catalogue.ts';
import { Retries } from './retries.ts';

/** The kind of work, and who says what came of it. */
export const REBUILD = 'rebuild';

/** Why it cannot be built for now, and since when. It is tried again. */
export type Hindered = Readonly<{ reason: string; since: Instant }>;
/** A view that is to be built anew, by which event. */
export type Rebuild = Readonly<{
  rebuild: number;
  view: string;
  askedBy: Recorded;
  /** What was said of it last. */
  last: Recorded;
  failing: Hindered | null;
}>;

type Outcome = Readonly<
  { type: 'RecordRebuilt' } | { type: 'RecordRebuildHindered' | 'RecordRebuildFailed'; reason: string }
>;

type Ports = Readonly<{ store: EventStore; views: Views; execute: Execute; queue?: WorkQueue | undefined }>;

/**
 * Builds views anew, beside the live ones, as an administrator has asked for in the log. What is asked for and not done is handed on again and
 * again, so that nothing hangs on the queue; twice the same is done once, as of two one holds the lease.
 */
export const rebuilder = ({ store, views, execute, queue }: Ports) => {
  const retries = new Retries();
  /** Why each could not be built when it was tried here last; `null`: it is being built, here or where another holds its lease. */
  const tried = new Map<number, string | null>();

  const pending = async (): Promise<readonly Rebuild[]> =>
    (await pendingIn(store)).map((each) => ({ ...each, failing: failingNow(each, tried.get(each.rebuild)) }));

  /** One after the other, as all are in one stream. */
  let recorded: Promise<unknown> = Promise.resolve();
  const record = ({ rebuild, view, last }: Rebuild, { type, ...more }: Outcome): Promise<unknown> => {
    const command = { stream: REBUILDS, type, data: { rebuild, view, ...more } };
    const caller = bySaga(REBUILD, last, JSON.stringify([rebuild, type, more]));
    const recording = recorded.then(() => execute(command, caller));
    recorded = recording.catch(() => undefined);
    return recording;
  };

  /** Named as the queue names it. What is done, or never was asked for, is passed over. */
  const work = async (name: string, signal: AbortSignal): Promise<void> => {
    const asked = (await pending()).find(({ rebuild }) => nameOf(rebuild) === name);
    if (!asked || !retries.isDue(asked.rebuild)) return;
    tried.set(asked.rebuild, null);
    const outcome = await build(asked, { store, views }, signal).catch((error: unknown) => {
      tried.set(asked.rebuild, String(error));
      return hinderedBy(error);
    });
    const isHindered = outcome?.type === 'RecordRebuildHindered';
    if (isHindered) retries.failed(asked.rebuild);
    else retries.forget(asked.rebuild);
    if (outcome && !(isHindered && signal.aborted)) await record(asked, outcome);
  };

  /** Hands on what is pending, or where that cannot be done builds it here. */
  const handOn = async (all: readonly Rebuild[], signal: AbortSignal): Promise<void> => {
    const names = all.map(({ rebuild }) => nameOf(rebuild));
    if (!(await isHandedOn(names, queue))) await eachInTurn(names, (name) => work(name, signal), signal);
  };
  return { pending, work, handOn };
};

export type Rebuilder = ReturnType<typeof rebuilder>;

/** `undefined`: another builds it, or this one was told to stop. Throws what is no fault of its code. */
const build = async (
  { view, rebuild }: Rebuild,
  { store, views }: Pick<Ports, 'store' | 'views'>,
  signal: AbortSignal,
): Promise<Outcome | undefined> => {
  const making = makingOf(view, store);
  if (!making) return failedBy(new Fault(`${view} is no view of this Edict.`));
  const { table, writer } = making;
  const beside = await views.beside(table, rebuild);
  if (!beside) return undefined;
  try {
    const isBuilt = buildBeside({ store, beside, name: view, writer }, signal);
    const outcome = await isBuilt.then((isDone) => (isDone ? REBUILT : undefined), failedBy);
    if (outcome) await beside.discard();
    return outcome;
  } finally {
    await beside.close();
  }
};

/** What nobody has said the end of, the oldest first. */
const pendingIn = async (store: EventStore): Promise<readonly Rebuild[]> => {
  const history = await store.read(REBUILDS);
  const { pending } = fold(rebuild, history.map(happened) as readonly Happened<RebuildEvent>[]);
  return pending.map(({ rebuild, view }) => {
    const said = history.filter(({ data }) => (data as unknown as RebuildEvent['data']).rebuild === rebuild);
    return { rebuild, view, askedBy: said[0]!, last: said.at(-1)!, failing: hinderedIn(said) };
  });
};

/** Also after one that fails. Throws what failed first. */
const eachInTurn = async (
  names: readonly string[],
  work: (name: string) => Promise<void>,
  signal: AbortSignal,
): Promise<void> => {
  const failed: unknown[] = [];
  for (const name of names) if (!signal.aborted) await work(name).catch((error: unknown) => failed.push(error));
  if (failed.length > 0) throw failed[0];
};

const nameOf = (number: number): string => `${REBUILD}-${number}`;

const REBUILT: Outcome = { type: 'RecordRebuilt' };

const failedBy = (error: unknown): Outcome => {
  if (!(error instanceof Fault)) throw error;
  return { type: 'RecordRebuildFailed', reason: error.message };
};

/** What the log keeps for ever is of what kind it was: a text may name a path or a host, and be another one each time. */
const hinderedBy = (error: unknown): Outcome => ({ type: 'RecordRebuildHindered', reason: kindOf(error) });

const kindOf = (error: unknown): string => {
  const { code, name } = Object(error) as Readonly<{ code?: unknown; name?: unknown }>;
  return String(code ?? name ?? typeof error);
};

const failingNow = ({ failing }: Rebuild, reason: string | null | undefined): Hindered | null =>
  failing && reason !== null ? { ...failing, reason: reason ?? failing.reason } : null;

/** Since it was said first, for the reason that was said last. */
const hinderedIn = (said: readonly Recorded[]): Hindered | null => {
  const all = said.filter(({ type }) => type === 'ViewRebuildHindered');
  if (!all[0]) return null;
  const { reason } = all.at(-1)!.data as unknown as Hindered;
  return { reason, since: all[0].meta['recordedAt'] as Instant };
};

const isHandedOn = async (names: readonly string[], queue: WorkQueue | undefined): Promise<boolean> => {
  if (!queue || queue.trouble()) return false;
  try {
    await queue.hand(REBUILD, names);
    return true;
  } catch (error) {
    if (error instanceof QueueUnavailable) return false;
    throw error;
  }
};

type Making = Readonly<{ table: Table; writer(views: Views, lease: Lease): Subscriber }>;

/** All that is made of the log alone; a view that was asked for before an upgrade may be there no more. What moves when units follow one another is not among them: it hangs on its own course. */
const makingOf = (name: string, store: EventStore): Making | undefined => {
  if (name === ALARM.name)
    return { table: ALARM, writer: (views, lease) => alarmKeeper(DECIDERS, new Histories(store), { views, lease }) };
  const projection = PROJECTIONS.find((each) => tableOf(each) === name);
  if (!projection) return undefined;
  const writer = (views: Views, lease: Lease) => projector(projection, views, lease);
  return { table: { ...projection, name }, writer };
};

/** The log does not know which views there are. */
export const assertBuilt = ({ type, data }: Command): void => {
  if (type === 'RebuildView' && !BUILT.includes((data as Readonly<{ view: string }>).view))
    throw new Rejection('rebuild/unknown', 'There is no such view that is built from the log.');
};
