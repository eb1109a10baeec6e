import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';

import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { MemoryAnchor } from '@edict/adapter-memory';
import { openPostgresViews, PostgresEventStore } from '@edict/adapter-postgres';
import { verdictOnServer } from '@edict/cli/src/verify-server.ts';
import { openEngine, type Engine } from '@edict/engine';
import { Rejection } from '@edict/kernel';
import { startPostgres, type PostgresServer } from '@edict/test-servers';

import { telling } from './acting.ts';
import { findings } from './aftermath.ts';
import { brokenPromises, type Ack } from './oracle.ts';
import type { Sending } from './processes.ts';
import { issuance, registrations, START } from './scene.ts';

jest.setTimeout(300_000);

/** After so many appends the server is killed, and started again. */
const KILLED_AFTER = [40, 250, 600];

describe('R17: a log and views on a PostgreSQL that is killed again and again', () => {
  let server: PostgresServer;
  let store: PostgresEventStore;
  let desk: Awaited<ReturnType<typeof openPostgresViews>>;
  let [acks, restarts]: [Ack[], Promise<void>[]] = [[], []];
  const common = { installation: randomUUID(), anchor: new MemoryAnchor() };

  beforeEach(async () => {
    [acks, restarts] = [[], []];
    server = await startPostgres();
    store = await PostgresEventStore.open({ url: server.url }, common.installation);
    desk = await openPostgresViews({ url: server.url });
  });
  afterEach(async () => {
    await Promise.all([store.close(), desk.close()]);
    await server.stop();
  });

  const heard = (ack: Ack): void => {
    acks.push(ack);
    if (KILLED_AFTER.includes(acks.length)) restarts.push(server.kill().then(server.start));
  };

  /** As a person would: again under the same key, until it is known what came of it. */
  const send = async (engine: Engine, { command, caller }: Sending): Promise<void> => {
    try {
      await engine.execute(command, caller);
    } catch (error) {
      if (error instanceof Rejection) throw error;
      await pause(100);
      await send(engine, { command, caller });
    }
  };

  /** Everybody has got to the end of the log, and it stays where it is. */
  const quiet = async (engine: Engine) => {
    for (let [before, left] = ['', 600]; left > 0; left--) {
      const health = await engine.health().catch(() => undefined);
      if (health?.head === before && health.subscribers.every(({ reached }) => reached === before)) return;
      before = health?.head ?? '';
      await pause(200);
    }
    throw new Error(JSON.stringify(await engine.health()));
  };

  it('keeps the whole promise: nothing acknowledged is lost, nothing doubled, and following it goes on', async () => {
    const ports = { ...desk, ...common, store };
    const engine = await openEngine({ ...ports, store: telling(store, heard), clock: () => START });
    const stop = new AbortController();
    const running = engine.start(stop.signal);
    const lasting = running.then(() => expect(stop.signal.aborted).toBe(true));
    for (const each of [...registrations, issuance]) await Promise.race([send(engine, each), lasting]);
    await Promise.race([quiet(engine), lasting]);
    await Promise.all(restarts);
    stop.abort();
    await lasting;
    const found = await findings({ ...engine, now: () => START, advanceTo: async () => undefined }, ports);
    const kept = { installation: ports.installation, checkpoint: await ports.anchor.read() };
    const verdicts = [await verdictOnServer(store, kept)];
    expect(brokenPromises({ ...found, acks, verdicts })).toStrictEqual([]);
    expect(found.log.filter(({ type }) => type === 'TaskAssigned').length).toBe(511);
    expect(restarts.length).toBe(KILLED_AFTER.length);
  });
});
