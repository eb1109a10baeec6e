import { genesisOf } from '@edict/kernel';
import type {
  AccessLog,
  AccessStore,
  Anchor,
  Blobs,
  EventStore,
  Leases,
  OtherClock,
  Timers,
  Views,
} from '@edict/runtime';

import { openDataFolder, type DataFolder } from './data-folder.ts';
import { FileAnchor } from './file-anchor.ts';
import { FileBlobs } from './file-blobs.ts';
import { SqliteAccessLog } from './sqlite-access-log.ts';
import { SqliteAccessStore } from './sqlite-access-store.ts';
import { SqliteEventStore } from './sqlite-event-store.ts';
import { SqliteLeases } from './sqlite-leases.ts';
import { SqliteTimers } from './sqlite-timers.ts';
import { SqliteViews } from './sqlite-views.ts';

/** Every port on one data folder, which is this process's alone until `close`. */
export type Embedded = Readonly<{
  dir: string;
  installation: string;
  store: EventStore;
  views: Views;
  timers: Timers;
  leases: Leases;
  anchor: Anchor;
  blobs: Blobs;
  access: AccessStore;
  accessLog: AccessLog;
  accessAnchor: Anchor;
  /** Of the servers that it stands on, where their clocks are not ours. */
  clocks: readonly OtherClock[];
  close(): Promise<void>;
}>;

/** A log that several processes share may say itself which installation it is of. */
type Log = EventStore & Readonly<{ installation?: string }>;
type Desk = Readonly<{ views: Views; timers: Timers; leases: Leases; clock?: OtherClock; close(): Promise<void> }>;

type Options = Readonly<{
  /** `false`: the folder must be there. */
  create?: boolean;
  /** The id of the installation, where the folder is one of several. */
  installation?: string | undefined;
  /** The log lies elsewhere; only the views, the checkpoint and the id of the installation are in the folder. */
  openStore?: ((installation: string) => Promise<Log>) | undefined;
  /** The views lie elsewhere, and with them alarms and leases. */
  openViews?: (() => Promise<Desk>) | undefined;
}>;

/** Throws `FolderInUse`, or says what is wrong with the folder or its store. */
export const openEmbedded = async (dir: string, options: Options = {}): Promise<Embedded> => {
  const folder = await openDataFolder(dir, { create: options.create ?? true, installation: options.installation });
  const closing = [async () => folder.close()];
  const close = async () => {
    for (const each of closing.splice(0).reverse()) await each();
  };
  try {
    const anchor = new FileAnchor(folder.checkpoint);
    closing.push(() => anchor.close());
    const { views, timers, leases, clock, close: closeViews } = await (options.openViews ?? (() => viewsIn(folder)))();
    closing.push(closeViews);
    const open = options.openStore ?? ((): Promise<Log> => SqliteEventStore.open(folder.events));
    const store = await open(folder.installation);
    closing.push(() => store.close());
    const installation = store.installation ?? folder.installation;
    const blobs = new FileBlobs(folder.blobs);
    const access = SqliteAccessStore.open(folder.access);
    closing.push(() => access.close());
    const accessAnchor = new FileAnchor(folder.accessCheckpoint);
    closing.push(() => accessAnchor.close());
    const accessLog = SqliteAccessLog.open(folder.accessLog, genesisOf(installation));
    closing.push(() => accessLog.close());
    const desk = {
      views,
      timers,
      leases,
      anchor,
      blobs,
      access,
      accessLog,
      accessAnchor,
      clocks: clock ? [clock] : [],
    };
    return { dir, installation, store, ...desk, close };
  } catch (error) {
    await close();
    throw error;
  }
};

const viewsIn = async ({ views: file }: DataFolder): Promise<Desk> => {
  const views = SqliteViews.open(file);
  const leases = new SqliteLeases(views, Date.now, { exclusive: true });
  return { views, timers: new SqliteTimers(views), leases, close: async () => views.close() };
};
