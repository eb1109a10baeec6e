import { beforeEach, describe, expect, it } from '@jest/globals';
import { MemoryEventStore } from '@edict/adapter-memory';
import { idFrom } from '@edict/kernel';

import { followLive, type Batch, type Subscriber } from './index.ts';

describe('Following the log live', () => {
  let store: MemoryEventStore;
  let stop: AbortController;
  const happen = (n: number) =>
    store.append('thing-1', n - 1, [{ id: idFrom(String(n)), type: 'Happened', data: {}, meta: {} }]);

  /** Resolves `until(n)` once `n` events have been handled. */
  const listener = (name: string, handle: (batch: Batch) => Promise<void> = async () => undefined) => {
    let seen = 0;
    const waiters: { n: number; resolve: () => void }[] = [];
    const subscriber: Subscriber = {
      name,
      reached: async () => '',
      async handle(batch) {
        await handle(batch);
        seen += batch.events.length;
        for (const { n, resolve } of waiters) if (seen >= n) resolve();
      },
    };
    const until = (n: number) =>
      seen >= n ? Promise.resolve() : new Promise<void>((resolve) => waiters.push({ n, resolve }));
    return { subscriber, until };
  };

  beforeEach(() => {
    store = new MemoryEventStore();
    stop = new AbortController();
  });

  it('goes on for the others while one subscriber fails, tells of the failure, and tells when it is over', async () => {
    let broken = true;
    const reports: string[] = [];
    const [good, bad] = [
      listener('good'),
      listener('bad', async () => {
        if (broken) throw new Error('no disk');
      }),
    ];
    const running = followLive(store, [good.subscriber, bad.subscriber], stop.signal, (name, error) => {
      reports.push(`${name} ${error === undefined ? 'goes on' : String(error)}`);
    });
    await happen(0);
    await good.until(1);
    await happen(1);
    await good.until(2);
    broken = false;
    await bad.until(2);
    stop.abort();
    await running;
    expect(new Set(reports)).toStrictEqual(new Set(['good goes on', 'bad Error: no disk', 'bad goes on']));
  });

  it('waits for nobody who fails, however long: they read by themselves what they have missed', async () => {
    let broken = true;
    const seen: number[] = [];
    const good = listener('good');
    const bad: Subscriber = {
      name: 'bad',
      reached: async () => (await store.read('thing-1'))[seen.length - 1]?.position ?? '',
      async handle({ events }) {
        if (broken) throw new Error('no disk');
        seen.push(...events.map(({ revision }) => revision).filter((revision) => revision >= seen.length));
      },
    };
    const running = followLive(store, [good.subscriber, bad], stop.signal, () => undefined);
    for (let n = 0; n < 100; n++) {
      await happen(n);
      await good.until(n + 1);
    }
    expect(seen).toStrictEqual([]);
    broken = false;
    for (let left = 1_000; left > 0 && seen.length < 100; left--) await new Promise((go) => setTimeout(go, 5));
    stop.abort();
    await running;
    expect(seen).toStrictEqual(Array.from({ length: 100 }, (_, n) => n));
  });

  it('does not wait either for one that was slow before it failed', async () => {
    const slow = Promise.withResolvers<void>();
    const good = listener('good');
    const bad = listener('bad', async ({ events }) => {
      if (events.length > 0) await slow.promise;
    });
    const running = followLive(store, [good.subscriber, bad.subscriber], stop.signal, () => undefined);
    const happening = (async () => {
      for (let n = 0; n < 100; n++) await happen(n).then(() => new Promise((go) => setImmediate(go)));
    })();
    await good.until(16);
    slow.reject(new Error('no disk'));
    await happening;
    await good.until(100);
    stop.abort();
    await running;
    expect((await store.read('thing-1')).length).toBe(100);
  });

  it('hands on as one what has come while a subscriber rested, and waits for that at the end', async () => {
    const sizes: number[] = [];
    const { subscriber, until } = listener('seals', async ({ events }) => void sizes.push(events.length));
    const brisk = listener('brisk');
    const running = followLive(
      store,
      [{ ...subscriber, restMs: 3_600_000 }, brisk.subscriber],
      stop.signal,
      () => undefined,
    );
    await happen(0);
    await until(1);
    for (let n = 1; n <= 20; n++) await happen(n);
    await brisk.until(21);
    stop.abort();
    await running;
    expect(sizes.filter((size) => size > 0)).toStrictEqual([1, 20]);
  });

  it('passes over nothing at the end: what comes after a batch that failed is not handled', async () => {
    const seen: number[] = [];
    const failed = Promise.withResolvers<void>();
    const bad = listener('bad', async ({ events }) => {
      failed.resolve();
      if (events.some(({ revision }) => revision === 0)) throw new Error('of a later version');
      seen.push(...events.map(({ revision }) => revision));
    });
    const good = listener('good');
    await happen(0);
    const running = followLive(store, [bad.subscriber, good.subscriber], stop.signal, () => undefined);
    await failed.promise;
    await happen(1);
    await good.until(2);
    stop.abort();
    await running;
    expect(seen).toStrictEqual([]);
  });

  it('reads nothing for nobody', async () => {
    await happen(0);
    await followLive(store, [], stop.signal, () => undefined);
    expect(stop.signal.aborted).toBe(false);
  });

  it('ends when aborted, with what was in hand done', async () => {
    const started = Promise.withResolvers<void>();
    const release = Promise.withResolvers<void>();
    const done: string[] = [];
    const slow = listener('slow', async ({ events }) => {
      if (events.length === 0) return;
      started.resolve();
      await release.promise;
      done.push('slow');
    });
    const running = followLive(store, [slow.subscriber], stop.signal, () => undefined);
    await happen(0);
    await started.promise;
    stop.abort();
    release.resolve();
    await running;
    expect(done).toStrictEqual(['slow']);
  });
});
