import { setTimeout as pause } from 'node:timers/promises';

import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { KurrentEventStore, kurrentSettings } from '@edict/adapter-kurrentdb';
import { verdictOnServer } from '@edict/cli/src/verify-server.ts';
import { openEngine, type Engine, type Ports } from '@edict/engine';
import { SEED } from '@edict/kernel/testing';
import { freshPrefix, KurrentTestServer } from '@edict/kurrentdb-server';
import { memoryPorts } from '@edict/story';

import { telling } from './acting.ts';
import { findings } from './aftermath.ts';
import { brokenPromises, type Ack } from './oracle.ts';
import { randomOf } from './random.ts';
import { issuance, registrations, START } from './scene.ts';

jest.setTimeout(300_000);

/** As many appends as lie between one trouble and the next. */
const APART = 60;
const QUICK = { callMs: 1_000, patienceMs: 60_000, watchMs: 500 };

describe(`A log on KurrentDB, while everything goes wrong that can (seed ${SEED})`, () => {
  let server: KurrentTestServer;
  let stores: KurrentEventStore[];
  let acks: Ack[];
  let prefix: string;
  const random = randomOf(SEED);

  beforeEach(async () => {
    server = await KurrentTestServer.start();
    [stores, acks, prefix] = [[], [], freshPrefix()];
  });
  afterEach(async () => {
    await Promise.all(stores.map((store) => store.close()));
    server.kill();
  });

  const openStore = async (): Promise<KurrentEventStore> => {
    const env = { EDICT_KURRENTDB: server.url, EDICT_KURRENTDB_PREFIX: prefix };
    const store = await KurrentEventStore.open(kurrentSettings(env), QUICK);
    stores.push(store);
    return store;
  };

  const troubles: readonly (() => void)[] = [
    () => server.faults.on('append', 'unanswered, written', 2),
    () => server.faults.on('append', 'unavailable, written', 3),
    () => server.faults.on('append', 'unanswered', 2),
    () => server.faults.on('append', 'ended', 1),
    () => server.faults.on('append', 'not ready', 10),
    () => server.faults.on('append', 'timeout', 5),
    () => server.faults.on('read', 'unavailable', 5),
    () => server.faults.on('read', 'unanswered', 2),
    () => server.dropSubscriptions('error'),
    () => server.dropSubscriptions('end'),
    () => {
      server.faults.on('subscription', 'mute', 1);
      server.dropSubscriptions('error');
    },
    () => {
      server.kill();
      void server.restart();
    },
  ];
  const keep = (ack: Ack): number => acks.push(ack);
  const makeTrouble = (ack: Ack) => {
    if (keep(ack) % APART === 0) random.pick(troubles)();
  };

  const run = async (engine: Engine, work: () => Promise<unknown>) => {
    const stop = new AbortController();
    const running = engine.start(stop.signal);
    await work();
    await quiet(engine);
    server.faults.off();
    stop.abort();
    await running;
  };

  /** Nothing is on its way any more: everybody has got to the end of the log, and it stays where it is. */
  const quiet = async (engine: Engine) => {
    let before = '';
    for (const until = Date.now() + 120_000; Date.now() < until;) {
      const { head, subscribers } = await engine.health();
      if (head === before && subscribers.every(({ reached }) => reached === head)) return;
      before = head;
      await pause(100);
    }
    throw new Error(JSON.stringify(await engine.health()));
  };

  const all = async (engine: Engine) => {
    for (let n = 0; n < registrations.length; n += 32)
      await Promise.all(registrations.slice(n, n + 32).map(({ command, caller }) => engine.execute(command, caller)));
    await engine.execute(issuance.command, issuance.caller);
  };

  const brokenIn = async (engine: Engine, ports: Omit<Ports, 'clock'>) => {
    const found = await findings({ ...engine, now: () => START, advanceTo: async () => undefined }, ports);
    const kept = { installation: ports.installation, checkpoint: await ports.anchor.read() };
    const verdicts = [await verdictOnServer(ports.store, kept)];
    return { log: found.log, broken: brokenPromises({ ...found, acks, verdicts }) };
  };

  it('R17, R18: keeps the whole promise: nothing acknowledged is lost, nothing doubled, everything followed', async () => {
    const store = await openStore();
    const ports = { ...memoryPorts(), store };
    const engine = await openEngine({ ...ports, store: telling(store, makeTrouble), clock: () => START });
    await run(engine, () => all(engine));
    const { log, broken } = await brokenIn(engine, ports);
    expect(broken).toStrictEqual([]);
    expect(log.filter(({ type }) => type === 'TaskAssigned').length).toBe(511);
  });

  it('R19: doubles no effect of two engines that both believe to be the only one', async () => {
    const [one, other] = [await openStore(), await openStore()];
    const ports = { ...memoryPorts(), store: one };
    const first = await openEngine({ ...ports, store: telling(one, makeTrouble), clock: () => START });
    const second = await openEngine({
      ...memoryPorts(),
      anchor: ports.anchor,
      store: telling(other, keep),
      clock: () => START,
    });
    await run(first, () => run(second, () => all(first)));
    const { log, broken } = await brokenIn(first, ports);
    expect(broken).toStrictEqual([]);
    expect(log.filter(({ type }) => type === 'TaskAssigned').length).toBe(511);
    expect(acks.length).toBeGreaterThan(new Set(acks.map(({ commandId }) => commandId)).size); // both were at it
  });
});
