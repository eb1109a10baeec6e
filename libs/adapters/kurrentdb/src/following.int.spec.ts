import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { KurrentTestServer, Wire } from '@edict/kurrentdb-server';
import type { Batch, Recorded } from '@edict/runtime';

import type { KurrentEventStore, KurrentOptions } from './kurrent-event-store.ts';
import { event, followed, namesOf } from './testing/events.ts';
import { openTestStore } from './testing/test-store.ts';

const QUICK: KurrentOptions = { callMs: 1_500, patienceMs: 40_000, watchMs: 300 };
const names = (count: number, from = 0) => Array.from({ length: count }, (_, n) => `e${from + n}`);

describe('Following the log', () => {
  let server: KurrentTestServer;
  let store: KurrentEventStore;
  let notices: string[];

  beforeEach(async () => {
    notices = [];
    server = await KurrentTestServer.start();
    store = await openTestStore(server, { ...QUICK, notice: (text) => notices.push(text) });
  });
  afterEach(async () => {
    await store.close();
    server.kill();
  });

  const write = async (count: number, from = 0) => {
    for (const name of names(count, from)) await store.append(`thing-${name}`, -1, [event(name)]);
  };

  /** Follows, and tells when so many have come. */
  const following = (count: number) => {
    const live = Promise.withResolvers<void>();
    const stop = new AbortController();
    const seen: Recorded[] = [];
    const done = (async () => {
      for await (const batch of store.follow('', stop.signal)) {
        seen.push(...batch.events);
        if (batch.live) live.resolve();
        if (seen.length >= count) stop.abort();
      }
      return namesOf(seen);
    })();
    return { live: live.promise, done };
  };

  it('goes on without a gap or a repetition when the subscription breaks off with an error', async () => {
    const { live, done } = following(6);
    await live;
    await write(3);
    server.dropSubscriptions('error');
    await write(3, 3);
    expect(await done).toStrictEqual(names(6));
  });

  it('goes on when the subscription ends without a word', async () => {
    await write(3);
    const { live, done } = following(6);
    await live;
    server.dropSubscriptions('end');
    await write(3, 3);
    expect(await done).toStrictEqual(names(6));
  });

  it('notices a subscription that has fallen silent, says so, and takes another', async () => {
    server.faults.on('subscription', 'mute', 1);
    const { done } = following(3);
    await write(3);
    expect(await done).toStrictEqual(names(3));
    expect(notices.join('\n')).toMatch(/nothing came for \d+ ms/);
  });

  it('takes another when a subscription is never confirmed', async () => {
    server.faults.on('subscription', 'unanswered', 1);
    await write(2);
    expect(await followed(store, 2)).toStrictEqual(names(2));
    expect(notices.join('\n')).toContain('No answer to a subscription');
  });

  it('is live at the end of the log also where the server never says that it has caught up', async () => {
    server.faults.on('subscription', 'never caught up');
    await write(2);
    const { live, done } = following(3);
    await live;
    await write(1, 2);
    expect(await done).toStrictEqual(names(3));
  });

  it('goes on when the node has been killed and started again', async () => {
    const { live, done } = following(4);
    await live;
    await write(2);
    server.kill();
    await server.restart();
    await write(2, 2);
    expect(await done).toStrictEqual(names(4));
  });

  it('sees nothing of what else is on the server, however much it is', async () => {
    const others = await openTestStore(server, QUICK);
    for (let n = 0; n < 100; n++) await others.append(`thing-o${n}`, -1, [event(`o${n}`)]);
    expect(await store.head()).toBe('');
    await write(2);
    for (let n = 0; n < 50; n++) await others.append(`thing-p${n}`, -1, [event(`p${n}`)]);
    await others.close();
    expect(await followed(store, 2)).toStrictEqual(names(2));
    expect(await store.head()).toBe((await store.read('thing-e1'))[0]?.position);
  });

  it('gives what a slow reader has not taken yet in order, and as much as there is', async () => {
    await store.append('thing-1', -1, names(2_000).map(event));
    const batches: Batch[] = [];
    const stop = new AbortController();
    for await (const batch of store.follow('', stop.signal)) {
      batches.push(batch);
      if (batch.live) stop.abort();
    }
    const seen = batches.flatMap(({ events }) => events);
    expect(namesOf(seen)).toStrictEqual(names(2_000));
    expect(batches.filter(({ live }) => live).length).toBe(1);
  });

  it('leaves no subscription behind', async () => {
    await write(1);
    for (let n = 0; n < 30; n++) await followed(store, 1);
    await store.close();
    const until = Date.now() + 5_000;
    while (server.openSubscriptions > 0 && Date.now() < until) await new Promise(setImmediate);
    expect(server.openSubscriptions).toBe(0);
  });

  it('refuses more at once than a connection can carry, instead of waiting for ever', async () => {
    const stop = new AbortController();
    const all = Array.from({ length: 20 }, () => store.follow('', stop.signal)[Symbol.asyncIterator]());
    await Promise.all(all.map((each) => each.next()));
    await expect(followed(store, 1)).rejects.toThrow('No more than 20');
    stop.abort();
    expect(await Promise.all(all.map((each) => each.next()))).toStrictEqual(
      all.map(() => ({ done: true, value: undefined })),
    );
    await write(1);
    expect(await followed(store, 1)).toStrictEqual(names(1));
  });

  it('survives a wire that carries nothing any more, and is cut in the end', async () => {
    const wire = await Wire.to(server.endpoint);
    const unanswered = Promise.withResolvers<void>();
    const notice = (text: string) => text.includes('No answer') && unanswered.resolve();
    const far = await openTestStore(wire, { ...QUICK, notice });
    await far.append('thing-1', -1, [event('a')]);
    wire.silence();
    const late = far.append('thing-1', 0, [event('b')]);
    await unanswered.promise;
    wire.cut();
    await late;
    expect(await followed(far, 2)).toStrictEqual(['a', 'b']);
    await far.close();
    await wire.close();
  });
});
