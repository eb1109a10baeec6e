import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openPostgresViews, PostgresEventStore } from '@edict/adapter-postgres';
import { openEngine } from '@edict/engine';
import { canonical, sha256 } from '@edict/kernel';
import type { Recorded } from '@edict/runtime';
import { startPostgres, type PostgresServer } from '@edict/test-servers';

import { CONCLUSION, example, filesOf, memoryPorts, play, type Played } from './stage.ts';

const files = filesOf(example(CONCLUSION), example('script-155.yaml'));

/** Positions are each store's own; everything else is the same. */
const digestOf = (log: readonly Recorded[]): string =>
  sha256(canonical(log.map((event) => ({ ...event, position: '' }))));

const PATIENCE_MS = 600_000;

describe('Conclusion 155-KL/TW with its log and its views on PostgreSQL', () => {
  let server: PostgresServer;
  let store: PostgresEventStore;
  let desk: Awaited<ReturnType<typeof openPostgresViews>>;
  let played: Played;
  const { anchor } = memoryPorts();
  const installation = randomUUID();
  const ports = () => ({ ...desk, store, anchor, installation });

  beforeAll(async () => {
    server = await startPostgres();
    store = await PostgresEventStore.open({ url: server.url }, installation);
    desk = await openPostgresViews({ url: server.url });
    played = await play(files, { ports: ports() });
    await desk.close(); // the leases of the rehearsal are still held: whoever comes next has to take over
    desk = await openPostgresViews({ url: server.url });
  }, PATIENCE_MS);
  afterAll(async () => {
    await Promise.all([store.close(), desk.close()]);
    await server.stop();
  });

  it('has the same history as in memory, to the byte', async () => {
    const inMemory = await play(files, { ports: { ...memoryPorts(), installation } });
    expect(digestOf(played.log)).toBe(digestOf(inMemory.log));
    expect(played.summary).toStrictEqual(inMemory.summary);
  });

  it('is read by an engine that stands by while another leads', async () => {
    const engine = await openEngine({ ...ports(), clock: () => played.rehearsal.now() });
    const stop = new AbortController();
    const running = engine.start(stop.signal);
    expect(await engine.waitFor(await store.head(), 60_000)).toBe(true);
    stop.abort();
    await running;
    expect((await engine.health()).subscribers.filter(({ failing }) => failing)).toStrictEqual([]);
  });
});
