import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { freshPrefix, KurrentTestServer } from '@edict/kurrentdb-server';
import type { Batch } from '@edict/runtime';

import { KurrentEventStore, type KurrentOptions } from './kurrent-event-store.ts';
import { kurrentSettings } from './settings.ts';
import { event, followed, namesOf } from './testing/events.ts';

const QUICK: KurrentOptions = { callMs: 2_000, patienceMs: 40_000, watchMs: 300 };

describe.each(['official', 'grpc'])('A cluster of three that is named by its seeds (%s reader)', (reader) => {
  let nodes: readonly KurrentTestServer[];
  let store: KurrentEventStore;

  const open = () => {
    const hosts = nodes.map(({ endpoint }) => `${endpoint.host}:${endpoint.port}`);
    const env = {
      EDICT_KURRENTDB: `kurrentdb://${hosts.join(',')}?tls=false`,
      EDICT_KURRENTDB_PREFIX: freshPrefix(),
      EDICT_KURRENTDB_READER: reader,
    };
    return KurrentEventStore.open(kurrentSettings(env), QUICK);
  };

  beforeEach(async () => {
    nodes = await KurrentTestServer.cluster(3);
    store = await open();
  });
  afterEach(async () => {
    await store.close();
    for (const node of nodes) node.kill();
  });

  it('is read and followed', async () => {
    await store.append('thing-1', -1, [event('a'), event('b')]);
    expect(namesOf(await store.read('thing-1'))).toStrictEqual(['a', 'b']);
    expect(await followed(store, 2)).toStrictEqual(['a', 'b']);
  });

  it('is followed on a node that does not lead', async () => {
    await store.append('thing-1', -1, [event('a')]);
    const following = store.follow('', new AbortController().signal)[Symbol.asyncIterator]();
    await following.next();
    expect(nodes[0]!.openSubscriptions).toBe(0);
    await following.return?.();
  });

  it('goes on when its leader dies: appends, reads and subscriptions', async () => {
    await store.append('thing-1', -1, [event('a')]);
    const following = followed(store, 3);
    nodes[0]!.kill();
    const late = store.append('thing-1', 0, [event('b')]);
    nodes[1]!.lead();
    await late;
    await store.append('thing-1', 1, [event('c')]);
    expect(namesOf(await store.read('thing-1'))).toStrictEqual(['a', 'b', 'c']);
    expect(await following).toStrictEqual(['a', 'b', 'c']);
  });

  it('goes on when another node leads while the old one lives', async () => {
    await store.append('thing-1', -1, [event('a')]);
    nodes[2]!.lead();
    await store.append('thing-1', 0, [event('b')]);
    expect(namesOf(await store.read('thing-1'))).toStrictEqual(['a', 'b']);
  });

  it('goes on when the node that is followed dies', async () => {
    await store.append('thing-1', -1, [event('a')]);
    const seen: string[] = [];
    const stop = new AbortController();
    for await (const { events, live } of store.follow('', stop.signal)) {
      seen.push(...namesOf(events));
      if (seen.length === 2) stop.abort();
      if (!live || seen.length !== 1) continue;
      nodes.find((node) => node.openSubscriptions > 0)!.kill();
      await store.append('thing-1', 0, [event('b')]);
    }
    expect(seen).toStrictEqual(['a', 'b']);
  });

  it('is opened when its nodes cannot be asked at first', async () => {
    for (const node of nodes) node.faults.on('gossip', 'unavailable', 4);
    const opened = await open();
    await opened.append('thing-1', -1, [event('a')]);
    expect(namesOf(await opened.read('thing-1'))).toStrictEqual(['a']);
    await opened.close();
  });

  it('is live only where a follower that lags has got to what was there at the start', async () => {
    await store.append('thing-1', -1, [event('a')]);
    for (const node of nodes.slice(1)) node.lag(true);
    await store.append('thing-1', 0, [event('b')]);
    const batches: Batch[] = [];
    const stop = new AbortController();
    for await (const batch of store.follow('', stop.signal)) {
      batches.push(batch);
      if (!batch.live) for (const node of nodes.slice(1)) node.lag(false);
      if (batch.live) stop.abort();
    }
    expect(batches.map(({ events, live }) => [namesOf(events), live])).toStrictEqual([
      [['a'], false],
      [['b'], true],
    ]);
  });

  it('reads what was just written, however far its followers lag', async () => {
    for (const node of nodes.slice(1)) node.lag(true);
    await store.append('thing-1', -1, [event('a')]);
    expect(namesOf(await store.read('thing-1'))).toStrictEqual(['a']);
    expect(await store.head()).not.toBe('');
  });
});
