import { canonical, genesisOf, idFrom, linkHash, sha256, type Json, type Linked } from '@edict/kernel';

import type { Head } from '../checkpoint.ts';
import type { LogRow } from '../stored-event.ts';

/** One command to one stream, and its events. `change` makes them what no runtime would write, before they are hashed. */
export type Act = Readonly<{ stream: string; data: readonly Json[]; change?: (event: Linked) => Linked }>;
export type Written = LogRow & Readonly<{ position: number; hash: string }>;

const unchanged = (event: Linked): Linked => event;

/** A log as the runtime would have written it: one command after the other, each event linked to the one before it in its stream. */
export const writtenLog = (installation: string, acts: readonly Act[]): readonly Written[] => {
  const tails = new Map<string, Written>();
  const log: Written[] = [];
  for (const [n, { stream, data, change = unchanged }] of acts.entries())
    for (const event of eventsOf(stream, data, `command-${n}`).map(change)) {
      const before = tails.get(stream) ?? { revision: -1, hash: genesisOf(installation) };
      const row = written(stream, before, event);
      tails.set(stream, { ...row, position: log.push({ ...row, position: log.length + 1 }) });
    }
  return log;
};

const written = (
  stream: string,
  before: Pick<Written, 'revision' | 'hash'>,
  event: Linked,
): Omit<Written, 'position'> => {
  const revision = before.revision + 1;
  const hash = linkHash(before.hash, stream, revision, event);
  return { stream, revision, hash, body: canonical({ ...event, meta: { ...event.meta, hash } }) };
};

const eventsOf = (stream: string, data: readonly Json[], commandId: string): readonly Linked[] =>
  data.map((datum, nth) => ({
    id: idFrom(commandId, stream, String(nth)),
    type: 'TaskAssigned',
    data: datum,
    meta: {
      commandId,
      commandHash: sha256(commandId),
      recordedAt: '2025-06-30T17:00:00.000Z',
      occurredAt: '2025-06-30T17:00:00.000Z',
      version: '1',
    },
  }));

/** The log as a sealer sees it, its positions as a store writes them. */
export const headsOf = (log: readonly Written[]): readonly Head[] =>
  log.map(({ position, stream, revision, hash }) => ({ position: padded(position), stream, revision, hash }));

export const padded = (position: number): string => String(position).padStart(16, '0');
