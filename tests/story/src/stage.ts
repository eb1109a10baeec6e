import { readFileSync } from 'node:fs';

import { MemoryAnchor, MemoryEventStore, MemoryLeases, MemoryTimers, MemoryViews } from '@edict/adapter-memory';
import type { ScriptDocument } from '@edict/directives';
import { loadFiles, type File } from '@edict/documents';
import {
  MACHINE,
  rehearse,
  summaryOf,
  type Ports,
  type Rehearsal,
  type RehearsalFiles,
  type Summary,
} from '@edict/engine';
import type { EventStore, NewEvent, Recorded } from '@edict/runtime';

const examples = new URL('../../../examples/', import.meta.url);

export const example = (name: string): File => ({ name, text: readFileSync(new URL(name, examples), 'utf8') });

/** The files of `examples/`, with a directive and perhaps a script. Throws what is wrong with them. */
export const filesOf = (directive: File, ...others: readonly File[]): RehearsalFiles =>
  filesWith(directive, example('units.yaml'), ...others);

/** The policy and the calendar of `examples/`, with files of one's own. Throws what is wrong with them. */
export const filesWith = (...own: readonly File[]): RehearsalFiles => {
  const common = ['policy-vn-party.yaml', 'calendar-vn-2025-2026.yaml'].map(example);
  const loaded = loadFiles([...own, ...common]);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.errors));
  return loaded.documents as RehearsalFiles;
};

export const CONCLUSION = 'conclusion-155-kl-tw.yaml';
export const AGREEMENT = 'thai-nguyen-bac-kan-agreement.yaml';

export type Stage = Omit<Ports, 'clock' | 'window'> & { store: MemoryEventStore; views: MemoryViews };

export const memoryPorts = (store = new MemoryEventStore(), views = new MemoryViews()): Stage => ({
  store,
  views,
  timers: new MemoryTimers(views),
  leases: new MemoryLeases(() => 0),
  anchor: new MemoryAnchor(),
  installation: 'rehearsal',
});

export type Played = Readonly<{
  rehearsal: Rehearsal;
  directiveId: string;
  summary: Summary;
  log: readonly Recorded[];
  refusals: readonly { code: string; as: string; do: string }[];
}>;

type Acts = Readonly<{
  script?: ScriptDocument;
  from?: string;
  until?: string;
  ports?: Omit<Ports, 'clock' | 'window'>;
}>;

/** A directive of `examples/` from 16 May to the end of 1 November 2025, unless told otherwise. */
export const play = async (
  files: RehearsalFiles,
  { script, from = '2025-05-16', until = '2025-11-01', ports = memoryPorts() }: Acts = {},
): Promise<Played> => {
  const { rehearsal, directiveId, refusals } = await rehearse(ports, script ? { ...files, script } : files, {
    from,
    until,
  });
  const summary = (await summaryOf(rehearsal.reader.as(MACHINE), directiveId))!;
  return { rehearsal, directiveId, summary, log: await logOf(ports.store), refusals };
};

export const logOf = async (store: EventStore): Promise<readonly Recorded[]> => {
  const stop = new AbortController();
  const log: Recorded[] = [];
  for await (const { events, live } of store.follow('', stop.signal)) {
    log.push(...events);
    if (live) stop.abort();
  }
  return log;
};

/** Dies before the append that it is told, counted from the first event of that type. */
export const dying = (store: Stage['store'], since: string, after: number): Stage['store'] => {
  let left = after;
  let hasBegun = false;
  return {
    read: store.read.bind(store),
    follow: store.follow.bind(store),
    head: store.head.bind(store),
    close: store.close.bind(store),
    append: async (stream: string, at: number, events: readonly NewEvent[]) => {
      if (hasBegun && left-- <= 0) throw new Error('killed');
      hasBegun ||= events.some(({ type }) => type === since);
      return store.append(stream, at, events);
    },
  } as unknown as Stage['store'];
};
