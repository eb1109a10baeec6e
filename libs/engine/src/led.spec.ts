import { beforeEach, describe, expect, it } from '@jest/globals';
import { MemoryEventStore, MemoryLeases, MemoryViews } from '@edict/adapter-memory';
import { idFrom } from '@edict/kernel';
import { laned, type Batch, type Lease, type Leases } from '@edict/runtime';

import { crewOf, type Crew } from './led.ts';

const NAME = 'escalation';

describe('Of two processes that run the same saga', () => {
  let store: MemoryEventStore;
  let views: MemoryViews;
  let leases: MemoryLeases;
  let now: number;
  let effects: string[];
  beforeEach(() => {
    [store, views, now, effects] = [new MemoryEventStore(), new MemoryViews(), 0, []];
    leases = new MemoryLeases(() => now, views);
  });

  const process = async (name: string) => {
    const crew = crewOf(leases, store);
    const lease: Lease = await crew.lease(NAME);
    const saga = laned({ views, lease }, async ({ stream }) => void effects.push(`${name} ${stream}`), { window: 8 });
    return { crew, saga: crew.led(saga) };
  };
  /** It keeps what it has seen to itself, as a view far from the end of the log does. */
  const lazyProcess = async () => {
    const seen: string[] = [];
    const crew = crewOf(leases, store);
    await crew.lease('lazy');
    const handle = async ({ events }: Batch) => void seen.push(...events.map(({ stream }) => stream));
    return { crew, seen, saga: crew.led({ name: 'lazy', reached: async () => '', handle }) };
  };
  const happen = async (stream: string): Promise<Batch> => {
    const event = { id: idFrom(stream), type: 'Happened', data: null, meta: {} };
    const position = await store.append(stream, -1, [event]);
    return { events: await store.read(stream), position, live: true };
  };
  const both = async (...processes: readonly { saga: { handle(batch: Batch): Promise<void> } }[]) => {
    const batch = await happen(`task-${effects.length}`);
    await Promise.all(processes.map(({ saga }) => saga.handle(batch)));
  };
  const release = (crew: Crew) => crew.release();

  it('one works, and the other stands by', async () => {
    const [a, b] = [await process('a'), await process('b')];
    await both(a, b);
    await both(a, b);
    expect(effects).toStrictEqual(['a task-0', 'a task-1']);
  });

  it('the other takes over what is left when the lease has run out, and nothing is done twice', async () => {
    const [a, b] = [await process('a'), await process('b')];
    await both(a, b);
    await happen('task-while-nobody-works');
    now += 30_000;
    await b.crew.renew();
    expect(effects).toStrictEqual(['a task-0', 'b task-while-nobody-works']);
    await a.crew.renew();
    await both(a, b);
    expect(effects.at(-1)).toBe('b task-2');
    expect(effects.length).toBe(3);
  });

  it('the other takes over at once when the first one leaves', async () => {
    const [a, b] = [await process('a'), await process('b')];
    await both(a, b);
    await release(a.crew);
    await b.crew.renew();
    await both(b);
    expect(effects).toStrictEqual(['a task-0', 'b task-1']);
  });

  it('the one that leaves holds nothing, also where a lease was being kept or taken then', async () => {
    const [asked, answers] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const slow: Leases = {
      async acquire(name, ms) {
        if (now > 0) asked.resolve();
        if (now > 0) await answers.promise;
        return leases.acquire(name, ms);
      },
      async renew(lease, ms) {
        if (ms > 0) await answers.promise;
        return leases.renew(lease, ms);
      },
      held: () => leases.held(),
    };
    await leases.acquire('taken', 1);
    const crew = crewOf(slow, store);
    const posts = ['kept', 'taken'].map((name) => ({ name, reached: async () => '', handle: async () => undefined }));
    for (const { name } of posts) await crew.lease(name);
    posts.forEach(crew.led);
    now += 1;
    const renewing = crew.renew();
    await asked.promise;
    const leaving = crew.release();
    answers.resolve();
    await Promise.all([renewing, leaving]);
    await crew.renew();
    expect(await leases.held()).toStrictEqual([]);
  });

  it('the one that leaves gives up all that it can, and says what it could not', async () => {
    const crew = crewOf(
      {
        acquire: (name, ms) => leases.acquire(name, ms),
        renew: async (lease, ms) => {
          if (lease.name !== 'last') throw new Error(`No answer for ${lease.name}.`);
          return leases.renew(lease, ms);
        },
        held: () => leases.held(),
      },
      store,
    );
    for (const name of ['first', 'second', 'last']) await crew.lease(name);
    await expect(crew.release()).rejects.toThrow('No answer for first.');
    expect((await leases.held()).map(({ name }) => name)).toStrictEqual(['first', 'second']);
  });

  it('the one that lost its lease reads again what it had not committed, whoever had the lease meanwhile', async () => {
    const lazy = await lazyProcess();
    await lazy.saga.handle({ ...(await happen('task-farther')), live: false });
    expect(lazy.seen).toStrictEqual(['task-farther']);
    now += 30_000;
    await leases.acquire('lazy', 0); // by somebody who does nothing with it
    await lazy.crew.renew();
    expect(lazy.seen).toStrictEqual(['task-farther', 'task-farther']);
  });

  it('the one that believes it still leads can commit nothing, and stands by from then on', async () => {
    const [a, b] = [await process('a'), await process('b')];
    now += 30_000;
    await b.crew.renew();
    await both(a);
    expect(await views.progress(NAME)).toStrictEqual({ reached: '', parked: [] });
    await both(a);
    expect(effects).toStrictEqual(['a task-0']);
  });
});
