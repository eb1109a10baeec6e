import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { freshPrefix, KurrentTestServer, type Fault } from '@edict/kurrentdb-server';
import { Fault as Parked, StoreUnavailable } from '@edict/runtime';

import type { KurrentEventStore, KurrentOptions } from './kurrent-event-store.ts';
import { connectionString } from './settings.ts';
import { event, followed, namesOf } from './testing/events.ts';
import { openTestStore, settingsFor } from './testing/test-store.ts';

const QUICK: KurrentOptions = { callMs: 1_500, patienceMs: 40_000 };

describe.each(['official', 'grpc'] as const)('A store on KurrentDB (%s reader)', (reader) => {
  let server: KurrentTestServer;
  let store: KurrentEventStore;
  const prefix = freshPrefix();
  const open = (options: KurrentOptions = {}) => openTestStore(server, { ...QUICK, ...options }, prefix, reader);

  /** Writes past the adapter, as somebody else could. */
  const somebodyElse = async (act: (client: KurrentClient) => Promise<unknown>) => {
    const client = await clientFor(server.url);
    await act(client);
    await client.dispose();
  };

  beforeEach(async () => {
    server = await KurrentTestServer.start();
    store = await open();
    await store.append('thing-1', -1, [event('a')]);
  });
  afterEach(async () => {
    await store.close();
    server.kill();
  });

  const passing: readonly Fault[] = ['unanswered', 'unavailable', 'not leader', 'exhausted'];
  it.each(passing)('reads again when a read fails: %s', async (fault) => {
    server.faults.on('read', fault, 2);
    expect(namesOf(await store.read('thing-1'))).toStrictEqual(['a']);
  });

  it('reads and writes again when the node has been killed and is back', async () => {
    server.kill();
    const waiting = [store.read('thing-1'), store.append('thing-2', -1, [event('b')])];
    await server.restart();
    await Promise.all(waiting);
    expect(namesOf(await store.read('thing-2'))).toStrictEqual(['b']);
  });

  it('opens on a server that is still starting', async () => {
    server.kill();
    const opening = open();
    await server.restart();
    const late = await opening;
    expect(namesOf(await late.read('thing-1'))).toStrictEqual(['a']);
    await late.close();
  });

  it('does not open where nobody answers, and says so', async () => {
    server.kill();
    await expect(open({ patienceMs: 300 })).rejects.toMatchObject({ name: 'StoreUnavailable', reason: 'io' });
  });

  it('does not open where it may not read, and says so', async () => {
    server.faults.on('read', 'denied');
    await expect(open()).rejects.toThrow('KurrentDB refuses');
  });

  it.each(['22.10.5', '23.6.0', '5.0.11'])('does not open on a server that is too old: %s', async (version) => {
    const old = await KurrentTestServer.start({ version });
    await expect(openTestStore(old, QUICK)).rejects.toThrow(`EventStoreDB ${version}. Edict needs 23.10 or later`);
    old.kill();
  });

  it.each(['23.10.8', '24.10.14', '26.1.0', '0.0.0'])('opens on %s', async (version) => {
    const served = await KurrentTestServer.start({ version });
    const opened = await openTestStore(served, QUICK);
    expect(await opened.head()).toBe('');
    await opened.close();
    served.kill();
  });

  it('refuses more than the server takes in one append before it sends it, for good', async () => {
    const large = { ...event('b'), data: 'x'.repeat(1_048_576) };
    await expect(store.append('thing-1', 0, [large])).rejects.toThrow(Parked);
    await expect(store.append('thing-1', 0, [large])).rejects.toThrow('the server takes 1048576');
    expect(namesOf(await store.read('thing-1'))).toStrictEqual(['a']);
  });

  it('writes as much as the server takes', async () => {
    const data = 'x'.repeat(1_048_576 - 2 - 2 - 2 * 'Happened'.length);
    await store.append('thing-1', 0, [{ ...event('b'), data }]);
    expect((await store.read('thing-1'))[1]?.data).toBe(data);
  });

  it('hands on the refusal of a server that takes less', async () => {
    const small = await KurrentTestServer.start({ maxAppendBytes: 1_000 });
    const opened = await openTestStore(small, QUICK);
    const large = { ...event('b'), data: 'x'.repeat(2_000) };
    await expect(opened.append('thing-1', -1, [large])).rejects.toThrow('maximum-append-size-exceeded');
    await opened.close();
    small.kill();
  });

  it('writes nothing that JSON has no text for', async () => {
    const odd = { ...event('b'), data: { count: 1n } as never };
    await expect(store.append('thing-1', 0, [odd])).rejects.toThrow();
    expect(namesOf(await store.read('thing-1'))).toStrictEqual(['a']);
  });

  it('reads a long stream page by page', async () => {
    const names = Array.from({ length: 1_300 }, (_, n) => `n${n}`);
    await store.append('thing-2', -1, names.map(event));
    expect(namesOf(await store.read('thing-2'))).toStrictEqual(names);
    expect(namesOf(await store.read('thing-2', 511, 2))).toStrictEqual(['n512', 'n513']);
    expect(await store.read('thing-2', 0, 0)).toStrictEqual([]);
  });

  it('says that a stream was deleted on the server, when it is written to again', async () => {
    await somebodyElse((client) => client.deleteStream(`${prefix}thing-1`));
    expect(await store.read('thing-1')).toStrictEqual([]);
    await expect(store.append('thing-1', -1, [event('b')])).rejects.toMatchObject({
      reason: 'corrupt',
      message: expect.stringContaining('thing-1 was deleted on the server'),
    });
    await expect(store.read('thing-1')).rejects.toThrow('thing-1@0 is gone from the server');
  });

  it('does not take for its own what somebody else has written into its streams', async () => {
    const odd = {
      id: event('z').id,
      type: 'Odd',
      contentType: 'application/json' as const,
      data: {},
      metadata: { n: 1 },
    };
    await somebodyElse((client) => client.appendToStream(`${prefix}thing-1`, [odd]));
    await expect(store.read('thing-1')).rejects.toMatchObject({ name: 'StoreUnavailable', reason: 'corrupt' });
    await expect(followed(store, 9)).rejects.toThrow(StoreUnavailable);
  });

  it('is closed for good', async () => {
    await store.close();
    await expect(store.read('thing-1')).rejects.toMatchObject({ reason: 'closed' });
  });
});

type KurrentClient = Awaited<ReturnType<typeof clientFor>>;

const clientFor = async (url: string) => {
  const { default: kurrent } = await import('@kurrent/kurrentdb-client');
  return kurrent.KurrentDBClient.connectionString(connectionString(settingsFor(url), 'leader'));
};
