import { createHmac, randomBytes, randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { openEmbedded, type Embedded } from '@edict/adapter-sqlite';
import type { Level } from '@edict/directives';
import { loadFiles, type File, type Loaded } from '@edict/documents';
import {
  MACHINE,
  openEngine,
  PROJECTIONS,
  publishing,
  registering,
  STANDARD_CEILING,
  type Channels,
  type Chore,
  type Engine,
  type Ports,
  type Role,
} from '@edict/engine';
import { instantAt, type Actor, type Command, type Instant } from '@edict/kernel';
import {
  byPerson,
  tableOf,
  toldAnchor,
  type AccessLog,
  type AccessStore,
  type Anchor,
  type Blobs,
  type OtherClock,
  type Position,
  type Views,
  type WorkQueue,
} from '@edict/runtime';

import { ExportFiles } from './exports/export-files.ts';
import { EXPORT, exportIn, Exports } from './exports/exports.ts';
import { Journal } from './access-log/journal.ts';
import { Cursors } from './reading/cursors.ts';
import { installationKey } from './reading/installation-key.ts';
import { Positions } from './reading/positions.ts';
import { loggedStore, type Write } from './logging/logged-store.ts';
import { tracedChannels, tracedStore } from './tracing/traced.ts';
import { isTracing } from './tracing/tracing.ts';
import { untilBegun, type Waiting } from './until-begun.ts';

/** One running Edict: what the routes talk to, whatever it stands on. */
export type Installation = Readonly<{
  engine: Engine;
  /** Whether all views have got there in time: how a reader sees its own writes. */
  seen(position: Position, ms: number): Promise<boolean>;
  cursors: Cursors;
  positions: Positions;
  /** Nobody guesses it, and the same is asked for by the same words: so an answer that was lost can be given again. */
  secretFor(...words: readonly string[]): string;
  blobs: Blobs;
  /** By which receivers know webhooks from here; `null`: none are sent. */
  webhookKey: string | null;
  /** The ways out that are set up. */
  channels: Channels;
  /** Above it no document is held. */
  ceiling: Level;
  /** Where secrets, sessions and names are kept. */
  accessStore: AccessStore;
  /** Who read what. */
  journal: Journal;
  /** Reports that are made as files while nobody waits. */
  exports: Exports;
  /** Rejects if following the log ends in a fault. */
  running: Promise<void>;
  /** Stops following and ringing, lets what is in hand finish, and closes. */
  close(): Promise<void>;
}>;

type Where = NonNullable<Parameters<typeof openEmbedded>[1]>;

type SharedQueue = WorkQueue & Readonly<{ clock: OtherClock }>;

type Options = Readonly<{
  /** Units, policies and calendars to begin with. What is registered already stays as it is. */
  seed?: readonly File[];
  /** Opens the log, where that does not lie in the folder. */
  openStore?: Where['openStore'];
  /** Opens the views, where those do not lie in the folder. */
  openViews?: Where['openViews'];
  /** Opens the queue of this installation, where work is shared out. */
  openQueue?: ((installation: string) => Promise<SharedQueue>) | undefined;
  /** What this process does of it all; everything, if left out. */
  role?: Role | undefined;
  /** Opens what people are known by and who read what, where several processes share it. */
  openAccess?: Where['openAccess'];
  /** The folder of files that several processes share. */
  files?: string | undefined;
  /** The id of the installation, where its log does not say it and several work on it. */
  id?: string | undefined;
  /** The ways out. */
  channels?: Channels | undefined;
  webhookKey?: string | undefined;
  /** Above it no document is entered; `internal`, if left out. */
  ceiling?: Level;
  /** What cursors and positions are signed with, where several processes take each other's. */
  key?: (() => Buffer) | undefined;
  /** The folder of what is made as files for a day. */
  exportsIn?: string | undefined;
  /** Where a line for each append goes; none is written, if left out. */
  log?: Write | undefined;
  /** Where this process only answers, it may have to wait for another. */
  waiting?: Waiting;
  /** What cursors are signed with; one that is forgotten at the end, if left out. */
  cursorKey?: Buffer;
}>;

/** Throws `FolderInUse`, `SealBroken`, `StoreUnavailable`, or says what is wrong with the folder or the seed. */
export const openInstallation = async (dir: string, options: Options = {}): Promise<Installation> => {
  const { openStore, openViews, openAccess, files, id } = options;
  const embedded = await openEmbedded(dir, { openStore, openViews, openAccess, files, installation: id });
  const clock = () => instantAt(new Date().valueOf());
  const cursorKey = await keyOf(dir, options).catch(async (error: unknown) => {
    await embedded.close();
    throw error;
  });
  const { ceiling = STANDARD_CEILING } = options;
  const queue = await options.openQueue?.(embedded.installation).catch(async (error: unknown) => {
    await embedded.close();
    throw error;
  });
  const close = async () => {
    await queue?.close();
    await embedded.close();
  };
  const { access: accessStore, accessLog, ...others } = embedded;
  const { anchor, accessAnchor } = anchorsOf(embedded, options.role, clock);
  const all = { ...options, cursorKey, accessStore, accessLog, accessAnchor, exportsIn: exportsOn(dir, options) };
  const shared = queue ? { queue, clocks: [...embedded.clocks, queue.clock] } : {};
  const { channels, role = 'all', log } = options;
  const outside = channels ? { channels } : {};
  const store = log ? loggedStore(others.store, log) : others.store;
  return startInstallation({ ...others, store, anchor, ...shared, ...outside, role, clock, ceiling }, close, all);
};

type Sealing = Pick<Embedded, 'anchor' | 'accessAnchor' | 'access'>;

/** Who seals beside others tells them how far: whoever joins begins there. */
const anchorsOf = ({ anchor, accessAnchor, access: copies }: Sealing, role: Role = 'all', clock: () => Instant) =>
  role === 'sagas'
    ? {
        anchor: toldAnchor(anchor, { copies, name: 'log', clock }),
        accessAnchor: toldAnchor(accessAnchor, { copies, name: 'access', clock }),
      }
    : { anchor, accessAnchor };

/** `undefined`: what one process makes for others lies where they look for it, or is not made. */
const exportsOn = (dir: string, { files, role = 'all' }: Options): string | undefined =>
  files === undefined && role !== 'all' ? undefined : join(files ?? dir, 'exports');

const keyOf = async (dir: string, { key }: Options): Promise<Buffer> => (key ? key() : installationKey(dir));

type AccessPorts = Pick<Installation, 'accessStore'> & Readonly<{ accessLog: AccessLog; accessAnchor: Anchor }>;

const watched = <P extends Ports>(ports: P): P => {
  const { store, channels } = ports;
  if (!isTracing()) return ports;
  return { ...ports, store: tracedStore(store), ...(channels && { channels: tracedChannels(channels) }) };
};

export const startInstallation = async (
  ports: Ports & Readonly<{ blobs: Blobs }>,
  closePorts: () => Promise<void>,
  { seed = [], cursorKey = randomBytes(32), webhookKey, exportsIn, waiting, ...access }: Options & AccessPorts,
): Promise<Installation> => {
  const stop = new AbortController();
  try {
    const { installation, clock } = ports;
    const { accessStore, accessLog, accessAnchor } = access;
    if (ports.role === 'web') await untilBegun(ports.store, waiting);
    const anchor = isSealed(ports.role) ? accessAnchor : undefined;
    const journal = await Journal.open({ log: accessLog, anchor, installation, clock });
    const chores = sealingOf(journal, ports.role);
    const { engine, exports } = await engineOn({ ...ports, chores }, accessStore, exportsIn);
    const sweeping = sweepAgain(exports, ports.role);
    await plant(engine, seed);
    const running = engine.start(stop.signal);
    running.catch(() => undefined); // whoever holds `running` hears of it
    const close = async () => {
      clearInterval(sweeping);
      stop.abort();
      await running.catch(() => undefined);
      await journal.close();
      await closePorts();
    };
    const { ceiling = STANDARD_CEILING } = ports;
    const secretFor = (...words: readonly string[]): string =>
      createHmac('sha256', cursorKey).update(JSON.stringify(words)).digest('base64url');
    const secrets = { cursors: new Cursors(cursorKey), positions: new Positions(cursorKey), secretFor };
    const shared = { blobs: ports.blobs, channels: { ...ports.channels } };
    const kept = { accessStore, journal, exports, ...shared, webhookKey: webhookKey ?? null };
    return { engine, seen: seenBy(ports.views), ...secrets, ...kept, ceiling, running, close };
  } catch (error) {
    await closePorts();
    throw error;
  }
};

/** The engine, and what is made of it as files: each does its part of what the queue hands on. */
const engineOn = async (ports: Ports, accessStore: AccessStore, dir: string | undefined) => {
  const works = dir === undefined ? {} : { [EXPORT]: (work: string) => exports.make(exportIn(work)) };
  const notices = (ports.role ?? 'all') === 'all' ? {} : { notices: accessStore };
  const engine = await openEngine(watched({ ...ports, ...notices, works }));
  const files = new ExportFiles(dir ?? join(tmpdir(), `edict-exports-${randomUUID()}`));
  const exports = new Exports({ ...ports, engine, accessStore, files });
  return { engine, exports };
};

/** Who seals the log seals that too: there is one checkpoint of each. */
const isSealed = (role: Role = 'all'): boolean => role === 'all' || role === 'sagas';

const SEAL_EVERY_MS = 1_000;

/** What others have written is sealed a second later. What fails is told, and tried again the next time. */
const sealingOf = (journal: Journal, role: Role = 'all'): readonly Chore[] =>
  role === 'sagas' ? [{ name: 'access-seal', everyMs: SEAL_EVERY_MS, work: () => journal.seal() }] : [];

const SWEEP_EVERY_MS = 3_600_000;

/** What was made for a day is deleted within an hour of its end, by whoever seals. */
const sweepAgain = (exports: Exports, role: Role | undefined): NodeJS.Timeout | undefined =>
  isSealed(role) ? setInterval(() => void exports.sweep().catch(() => undefined), SWEEP_EVERY_MS).unref() : undefined;

const seenBy =
  (views: Views): Installation['seen'] =>
  async (position, ms) =>
    (await Promise.all(PROJECTIONS.map((view) => views.waitFor(tableOf(view), position, ms)))).every(Boolean);

const gardener: Actor = { id: 'first-start', unit: 'installation', capacity: 'secretariat', origin: 'person' };

/** Sent again after a crash half-way, it goes on where it was; what somebody has corrected since is left alone. */
const plant = async (engine: Engine, seed: readonly File[]): Promise<void> => {
  const reading = engine.reader.as(MACHINE);
  const sendIfNew = async (command: Command) => {
    if ((await reading.history(command.stream)).length > 0) return;
    await engine.execute(command, byPerson(gardener, command.stream));
  };
  await Promise.all(seed.length > 0 ? commandsOf(documentsIn(seed)).map(sendIfNew) : []);
};

const documentsIn = (files: readonly File[]): Loaded => {
  const loaded = loadFiles(files);
  if (loaded.ok) return loaded.documents;
  const [{ file, line, column, message }] = loaded.errors as [(typeof loaded.errors)[number]];
  throw new Error(`${file}:${line}:${column}: ${message}`);
};

const commandsOf = ({ units, policy, calendar }: Loaded): readonly Command[] => [
  ...(policy ? [publishing(policy)] : []),
  ...(calendar ? [publishing(calendar)] : []),
  ...registering(units),
];
