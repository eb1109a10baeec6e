import { rebuild, REBUILDS, type RebuildCommand, type RebuildEvent } from '@edict/directives';
import { fold, Rejection, type Command, type Happened } from '@edict/kernel';
import {
  ALARM,
  alarmKeeper,
  bySaga,
  buildBeside,
  Fault,
  happened,
  projector,
  pure,
  QueueUnavailable,
  tableOf,
  type AnyProjection,
  type EventStore,
  type Execute,
  type Lease,
  type Recorded,
  type Subscriber,
  type Table,
  type Views,
  type WorkQueue,
} from '@edict/runtime';

import { DECIDERS, PROJECTIONS } from './catalogue.ts';

/** The kind of work, and who says what came of it. */
export const REBUILD = 'rebuild';

/** A view that is to be built anew, by which event. */
export type Rebuild = Readonly<{ rebuild: number; view: string; askedBy: Recorded }>;

type Ports = Readonly<{ store: EventStore; views: Views; execute: Execute; queue?: WorkQueue | undefined }>;

/**
 * Builds views anew, beside the live ones, as an administrator has asked for in the log. What is asked for and not done is handed on again and
 * again, so that nothing hangs on the queue; twice the same is done once, as of two one holds the lease.
 */
export const rebuilder = ({ store, views, execute, queue }: Ports) => {
  /** What nobody has said the end of, the oldest first. */
  const pending = async (): Promise<readonly Rebuild[]> => {
    const history = await store.read(REBUILDS);
    const { pending } = fold(rebuild, history.map(happened) as readonly Happened<RebuildEvent>[]);
    return pending.map((each) => ({ ...each, askedBy: history.find(isAskedBy(each.rebuild))! }));
  };

  const record = async ({ rebuild, view, askedBy }: Rebuild, error?: Fault): Promise<void> => {
    const data = error ? { rebuild, view, reason: error.message } : { rebuild, view };
    const type: RebuildCommand['type'] = error ? 'RecordRebuildFailed' : 'RecordRebuilt';
    await execute({ stream: REBUILDS, type, data }, bySaga(REBUILD, askedBy, `${rebuild}-${type}`));
  };

  const build = async (asked: Rebuild, signal: AbortSignal): Promise<void> => {
    const making = makingOf(asked.view, store);
    if (!making) return record(asked, new Fault(`${asked.view} is no view of this Edict.`));
    const { table, writer } = making;
    const beside = await views.beside(table, asked.rebuild);
    try {
      if (!(await buildBeside({ store, beside, name: asked.view, writer }, signal))) return;
      await beside.discard();
      await record(asked);
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      await beside.discard();
      await record(asked, error);
    } finally {
      await beside.close();
    }
  };

  /** Named as the queue names it. What is done, or never was asked for, is passed over. */
  const work = async (name: string, signal: AbortSignal): Promise<void> => {
    const asked = (await pending()).find(({ rebuild }) => nameOf(rebuild) === name);
    if (asked) await build(asked, signal);
  };

  /** Hands on what is pending, or where that cannot be done builds it here. */
  const handOn = async (all: readonly Rebuild[], signal: AbortSignal): Promise<void> => {
    const names = all.map(({ rebuild }) => nameOf(rebuild));
    if (!(await isHandedOn(names, queue))) await eachInTurn(names, (name) => work(name, signal), signal);
  };
  return { pending, work, handOn };
};

export type Rebuilder = ReturnType<typeof rebuilder>;

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

const isAskedBy =
  (number: number) =>
  ({ type, data }: Recorded): boolean =>
    type === 'ViewRebuildAsked' && (data as unknown as RebuildEvent['data']).rebuild === number;

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
    return { table: ALARM, writer: (views, lease) => alarmKeeper(DECIDERS, store, views, lease) };
  const projection = PROJECTIONS.find((each) => tableOf(each) === name);
  if (!projection) return undefined;
  const writer = (views: Views, lease: Lease) => projector(faulty(projection), views, lease);
  return { table: { ...projection, name }, writer };
};

/** What it throws is a fault of its code: to try again does not help. */
const faulty = (projection: AnyProjection): AnyProjection => ({
  ...projection,
  keys: (event) => pure(() => projection.keys(event)),
  evolve: (row, event) => pure(() => projection.evolve(row, event)),
});

const NAMES = [ALARM.name, ...PROJECTIONS.map(tableOf)];

/** The log does not know which views there are. */
export const assertBuilt = ({ type, data }: Command): void => {
  if (type === 'RebuildView' && !NAMES.includes((data as Readonly<{ view: string }>).view))
    throw new Rejection('rebuild/unknown', 'There is no such view that is built from the log.');
};
