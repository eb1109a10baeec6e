import type { Anchor, Blobs, EventStore, Leases, Timers, Views } from '@edict/runtime';

import { openDataFolder } from './data-folder.ts';
import { FileAnchor } from './file-anchor.ts';
import { FileBlobs } from './file-blobs.ts';
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
  close(): Promise<void>;
}>;

type Options = Readonly<{
  /** `false`: the folder must be there. */
  create?: boolean;
  /** The log lies elsewhere; only the views, the checkpoint and the id of the installation are in the folder. */
  openStore?: (() => Promise<EventStore>) | undefined;
}>;

/** Throws `FolderInUse`, or says what is wrong with the folder or its store. */
export const openEmbedded = async (dir: string, { create = true, openStore }: Options = {}): Promise<Embedded> => {
  const folder = await openDataFolder(dir, { create });
  try {
    const store = await (openStore ?? (() => SqliteEventStore.open(folder.events)))();
    const views = SqliteViews.open(folder.views);
    const anchor = new FileAnchor(folder.checkpoint);
    const close = async () => {
      await store.close();
      views.close();
      await anchor.close();
      folder.close();
    };
    const leases = new SqliteLeases(views, Date.now, { exclusive: true });
    return {
      dir,
      installation: folder.installation,
      store,
      views,
      timers: new SqliteTimers(views),
      leases,
      anchor,
      blobs: new FileBlobs(folder.blobs),
      close,
    };
  } catch (error) {
    folder.close();
    throw error;
  }
};
