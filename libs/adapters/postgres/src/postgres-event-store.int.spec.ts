import { spawn, type ChildProcess } from 'node:child_process';
import { text } from 'node:stream/consumers';

import { describe, expect, it } from '@jest/globals';
import { eventStoreContract } from '@edict/contracts';
import { idFrom } from '@edict/kernel';
import { Wire } from '@edict/kurrentdb-server';
import { OutcomeUnknown, StoreUnavailable, type EventStore, type Recorded } from '@edict/runtime';
import { startPostgres } from '@edict/test-servers';

import { PostgresEventStore } from './postgres-event-store.ts';
import { event } from './testing/event.ts';
import { scratchEvents } from './testing/scratch-events.ts';

const { server, open } = scratchEvents();

eventStoreContract('PostgreSQL', () => open());

const clientOf = async (url: string) => {
  const { Client } = await import('pg');
  const client = new Client(url);
  await client.connect();
  return client;
};

const logOf = async (store: EventStore, until: (log: readonly Recorded[], live: boolean) => boolean) => {
  const log: Recorded[] = [];
  for await (const { events, live } of store.follow('', new AbortController().signal)) {
    log.push(...events);
    if (until(log, live)) break;
  }
  return log;
};

describe('The PostgreSQL event store in several processes', () => {
  const start = (schema: string, name: string): ChildProcess => {
    const program = new URL('testing/append-side-by-side.ts', import.meta.url).pathname;
    const args = ['--conditions=@edict/source', program, server().url, schema, name, '8', '12'];
    return spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  };
  const acknowledgedBy = async (child: ChildProcess) =>
    (await text(child.stdout!))
      .split('\n')
      .slice(0, -1)
      .map((line) => [line.slice(0, 16), line.slice(17)] as const);
  const inOrder = (log: readonly Recorded[]) => log.map(({ position }) => Number(position));
  const counted = (log: readonly Recorded[]) => Array.from(log, (_, n) => n + 1);

  it('has one order without gaps, seen by whoever follows while all of them write', async () => {
    const store = await open('several');
    const ended = new AbortController();
    const followed: Recorded[] = [];
    const following = (async () => {
      for await (const { events } of store.follow('', ended.signal)) followed.push(...events);
    })();
    const acknowledged = (
      await Promise.all(['a', 'b', 'c'].map((name) => acknowledgedBy(start('several', name))))
    ).flat();
    const log = await logOf(store, (_, live) => live);
    ended.abort();
    await following;
    expect(inOrder(log)).toStrictEqual(counted(log));
    expect(inOrder(followed)).toStrictEqual(counted(log).slice(0, followed.length));
    const idAt = new Map(log.map(({ position, id }) => [position, id]));
    expect(acknowledged.filter(([position, id]) => idAt.get(position) !== idFrom(id))).toStrictEqual([]);
    expect(acknowledged.length).toBe(log.length);
    for (const [, events] of Map.groupBy(log, ({ stream }) => stream))
      expect(events.map(({ revision }) => revision)).toStrictEqual(events.map((_, n) => n));
  });

  it('keeps all that was acknowledged, in one order without gaps, when a process is killed', async () => {
    const store = await open('killed');
    const [killed, goesOn] = [start('killed', 'a'), start('killed', 'b')];
    await logOf(store, ({ length }) => length > 20);
    killed.kill('SIGKILL');
    const acknowledged = (await Promise.all([killed, goesOn].map(acknowledgedBy))).flat();
    const log = await logOf(store, (_, live) => live);
    expect(inOrder(log)).toStrictEqual(counted(log));
    const ids = new Set(log.map(({ id }) => id));
    expect(acknowledged.filter(([, id]) => !ids.has(idFrom(id)))).toStrictEqual([]);
  });

  it('agree on one installation, whoever proposes first', async () => {
    const proposed = Array.from({ length: 4 }, (_, n) => idFrom(String(n)));
    const many = await Promise.all(proposed.map((id) => open('installed', id)));
    const ids = new Set(many.map(({ installation }) => installation));
    expect([ids.size, proposed.includes([...ids][0]!)]).toStrictEqual([1, true]);
  });
});

describe('The PostgreSQL event store', () => {
  it('goes on after the server was killed: nothing that was acknowledged is lost', async () => {
    const own = await startPostgres();
    const store = await PostgresEventStore.open({ url: own.url });
    try {
      await store.append('thing-1', -1, [event('a')]);
      const writing = Array.from({ length: 200 }, (_, n) => store.append(`thing-w${n}`, -1, [event(`w${n}`)]));
      await own.kill();
      const outcomes = await Promise.allSettled(writing);
      const refusals = outcomes.filter((outcome) => outcome.status === 'rejected').map(({ reason }) => reason as Error);
      expect(
        refusals.filter((error) => !(error instanceof OutcomeUnknown || error instanceof StoreUnavailable)),
      ).toStrictEqual([]);
      await expect(store.append('thing-1', 0, [event('b')])).rejects.toThrow(/PostgreSQL/);
      await own.start();
      const positions = await Promise.all(outcomes.map((_, n) => store.append(`thing-w${n}`, -1, [event(`w${n}`)])));
      const kept = outcomes.map((outcome, n) => outcome.status === 'rejected' || outcome.value === positions[n]);
      expect([kept.every(Boolean), await store.head()]).toStrictEqual([true, '0000000000000201']);
    } finally {
      await store.close();
      await own.stop();
    }
  });

  it('is followed on when the server has been away', async () => {
    const own = await startPostgres();
    const store = await PostgresEventStore.open({ url: own.url });
    const stop = new AbortController();
    try {
      await store.append('thing-1', -1, [event('a')]);
      await own.kill();
      const batch = store.follow('', stop.signal)[Symbol.asyncIterator]().next();
      batch.catch(() => undefined);
      await expect(store.head()).rejects.toThrow(StoreUnavailable);
      await own.start();
      expect((await batch).value).toMatchObject({ events: [{ stream: 'thing-1' }], live: true });
    } finally {
      stop.abort();
      await store.close();
      await own.stop();
    }
  });

  it('is closed in time, and following it ends, also where the server answers nothing any more', async () => {
    const wire = await Wire.to({ host: '127.0.0.1', port: server().port });
    const through = server().url.replace(String(server().port), new URL(wire.url).port);
    const store = await PostgresEventStore.open({ url: `${through}?application_name=silenced` });
    const client = await clientOf(server().url);
    const LISTENING = `SELECT 1 FROM pg_stat_activity WHERE application_name = 'silenced' AND query LIKE 'LISTEN%'`;
    try {
      while ((await client.query(LISTENING)).rowCount === 0);
      const batches = store.follow('', new AbortController().signal)[Symbol.asyncIterator]();
      await batches.next();
      wire.silence();
      const [next] = await Promise.all([batches.next(), store.close()]);
      expect(next).toStrictEqual({ done: true, value: undefined });
    } finally {
      await client.end();
      await wire.close();
    }
  }, 60_000);

  it('lets nobody change or remove an event', async () => {
    const store = await open('for_ever');
    await store.append('thing-1', -1, [event('a')]);
    const client = await clientOf(server().url);
    for (const sql of [`UPDATE for_ever.event SET body = ''`, 'DELETE FROM for_ever.event', 'TRUNCATE for_ever.event'])
      await expect(client.query(sql)).rejects.toThrow('events are for ever');
    await client.end();
  });

  it('holds streams and texts with U+0000 and everything else', async () => {
    const store = await open();
    const strange = 'thing-\u0000\u0001 "\\ {,} NULL 😀';
    await store.append(strange, -1, [event('a', '\u0000\u2028 😀')]);
    expect(await store.read(strange)).toMatchObject([{ stream: strange, data: { text: '\u0000\u2028 😀' } }]);
  });

  it('goes through a long log in pages, and is live at its end', async () => {
    const store = await open();
    const events = Array.from({ length: 1_200 }, (_, n) => event(`e${n}`));
    await store.append('thing-1', -1, events);
    const batches: (readonly [number, boolean])[] = [];
    for await (const batch of store.follow('', new AbortController().signal)) {
      batches.push([batch.events.length, batch.live]);
      if (batch.live) break;
    }
    expect(batches).toStrictEqual([
      [512, false],
      [512, false],
      [176, true],
    ]);
  });

  it('refuses everything once it is closed', async () => {
    const store = await open();
    await store.close();
    await expect(store.append('thing-1', -1, [event('a')])).rejects.toThrow(StoreUnavailable);
    await expect(store.read('thing-1')).rejects.toThrow(StoreUnavailable);
  });
});
