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

type Known = Readonly<{ access: AccessStore; accessLog: AccessLog; close(): Promise<void> }>;

type Options = Readonly<{
  /** `false`: the folder must be there. */
  create?: boolean;
  /** The id of the installation, where the folder is one of several. */
  installation?: string | undefined;
  /** The log lies elsewhere; only the views, the checkpoint and the id of the installation are in the folder. */
  openStore?: ((installation: string) => Promise<Log>) | undefined;
  /** The views lie elsewhere, and with them alarms and leases. */
  openViews?: (() => Promise<Desk>) | undefined;
  /** What people are known by, and who read what, lies elsewhere: several processes share it. */
  openAccess?: ((genesis: string) => Promise<Known>) | undefined;
  /** The folder of files that several processes share. */
  files?: string | undefined;
}>;

/** Throws `FolderInUse`, or says what is wrong with the folder or its store. */
export const openEmbedded = async (dir: string, options: Options = {}): Promise<Embedded> => {
  const folder = await openDataFolder(dir, { create: options.create ?? true, installation: options.installation });
  const closing = [async () => folder.close()];
  const close = async () => {
    for (const each of closing.splice(0).reverse()) await each();
  };
  const opened = async <T extends Readonly<{ close(): Promise<void> }>>(port: Promise<T> | T): Promise<T> => {
    const there = await port;
    closing.push(() => there.close());
    return there;
  };
  try {
    return { dir, ...(await portsOn(folder, options, opened)), close };
  } catch (error) {
    await close();
    throw error;
  }
};

type Opened = <T extends Readonly<{ close(): Promise<void> }>>(port: Promise<T> | T) => Promise<T>;

const portsOn = async (folder: DataFolder, options: Options, opened: Opened) => {
  const { openStore, openViews, openAccess, files } = { ...standardOn(folder), ...stated(options) };
  const anchor = await opened(new FileAnchor(folder.checkpoint));
  const { views, timers, leases, clock } = await opened(openViews());
  const store = await opened(openStore(folder.installation));
  const installation = store.installation ?? folder.installation;
  const blobs = new FileBlobs(files, { shared: options.files !== undefined });
  const accessAnchor = await opened(new FileAnchor(folder.accessCheckpoint));
  const { access, accessLog } = await opened(openAccess(genesisOf(installation)));
  const desk = { views, timers, leases, anchor, blobs, access, accessLog, accessAnchor };
  return { installation, store, ...desk, clocks: clock ? [clock] : [] };
};

type Places = Required<{ [K in 'openStore' | 'openViews' | 'openAccess' | 'files']: NonNullable<Options[K]> }>;

/** Where everything lies that does not lie elsewhere. */
const standardOn = (folder: DataFolder): Places => ({
  openStore: () => SqliteEventStore.open(folder.events),
  openViews: () => viewsIn(folder),
  openAccess: (genesis) => accessIn(folder, genesis),
  files: folder.blobs,
});

const stated = (options: Options): Partial<Places> =>
  Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));

const accessIn = async ({ access: file, accessLog: logFile }: DataFolder, genesis: string): Promise<Known> => {
  const access = SqliteAccessStore.open(file);
  const accessLog = SqliteAccessLog.open(logFile, genesis);
  const close = async () => {
    await Promise.all([access.close(), accessLog.close()]);
  };
  return { access, accessLog, close };
};

const viewsIn = async ({ views: file }: DataFolder): Promise<Desk> => {
  const views = SqliteViews.open(file);
  const leases = new SqliteLeases(views, Date.now, { exclusive: true });
  return { views, timers: new SqliteTimers(views), leases, close: () => views.close() };
};
