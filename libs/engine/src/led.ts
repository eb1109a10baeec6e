import { catchUp, LeaseLost, type EventStore, type Lease, type Leases, type Subscriber } from '@edict/runtime';

const LEASE_MS = 30_000;

/** A lease as its holder knows it. Epoch 0: another process works under this name now. */
type Held = { readonly name: string; epoch: number };

export type Crew = Readonly<{
  /** The lease of a subscriber, taken now if it is free. What is made with it works under whichever epoch it has at the time. */
  lease(name: string): Promise<Lease>;
  /** The subscriber, working only while its lease is held. */
  led(subscriber: Subscriber): Subscriber;
  /** Keeps what is held, and takes what has become free. */
  renew(): Promise<void>;
  /** At the end, so that others need not wait until it runs out. All are given up, whichever fails; then the first failure is thrown. */
  release(): Promise<void>;
}>;

/**
 * Of several processes one works under each name and the others stand by: they pass over what happens, and whoever takes over begins
 * where the last one ended. A commit under an epoch that has passed is refused, so that nothing is done half by one and half by another.
 */
export const crewOf = (leases: Leases, store: EventStore): Crew => {
  const held = new Map<string, Held>();
  const posts = new Map<string, Post>();
  const { take, prolong, giveUp } = askingOf(leases);

  const keep = async (lease: Held): Promise<void> => {
    await prolong(lease);
    await posts.get(lease.name)?.resume();
  };

  return {
    async lease(name) {
      const lease: Held = { name, epoch: 0 };
      held.set(name, lease);
      await take(lease);
      return lease;
    },
    led(subscriber) {
      const post = postOf(subscriber, held.get(subscriber.name)!, { take, store });
      posts.set(subscriber.name, post);
      return { ...subscriber, handle: post.handle };
    },
    async renew() {
      await Promise.all([...held.values()].map(keep));
    },
    release: () => giveUp([...held.values()]),
  };
};

type Ask = (lease: Held) => Promise<void>;
type Asking = Readonly<{ take: Ask; prolong: Ask; giveUp(leases: readonly Held[]): Promise<void> }>;

/** Nothing is asked for once leases are being given up, and what was asked before is waited for: its answer would hold them anew. */
const askingOf = (leases: Leases): Asking => {
  const asked = new Set<Promise<void>>();
  let isLeaving = false;

  const unlessLeaving =
    (ask: Ask): Ask =>
    async (lease) => {
      if (isLeaving) return;
      const answer = ask(lease);
      asked.add(answer);
      await answer.finally(() => asked.delete(answer));
    };
  return {
    take: unlessLeaving(async (lease) => {
      lease.epoch = (await leases.acquire(lease.name, LEASE_MS))?.epoch ?? 0;
    }),
    prolong: unlessLeaving(async (lease) => {
      const before = { ...lease };
      const kept = before.epoch > 0 && (await leases.renew(before, LEASE_MS));
      if (!kept && lease.epoch === before.epoch) lease.epoch = 0; // it may have been taken anew meanwhile
    }),
    async giveUp(all) {
      isLeaving = true;
      await Promise.allSettled(asked);
      const mine = all.filter(({ epoch }) => epoch > 0).map((lease) => leases.renew({ ...lease }, 0));
      await Promise.allSettled(mine);
      await Promise.all(mine);
    },
  };
};

/** `resume`: takes the lease if it is free, and makes good what was missed while another held it. */
type Post = Readonly<{ handle: Subscriber['handle']; resume(): Promise<void> }>;

/**
 * One thing at a time, be it a batch or all that was missed: a lease is never taken while something is in hand that was begun under an
 * earlier epoch.
 */
const postOf = (subscriber: Subscriber, lease: Held, { take, store }: { take: Ask; store: EventStore }): Post => {
  let last: Promise<unknown> = Promise.resolve();
  /** The epoch under which nothing was missed. */
  let upTo = lease.epoch;

  const inTurn = (work: () => Promise<void>): Promise<void> => {
    const turn = last.then(work);
    last = turn.catch(() => undefined);
    return turn;
  };
  /** Under another epoch than before, all that was missed comes first: what was in hand then is not to be gone on with. */
  const whileLed = async (work: () => Promise<void>): Promise<void> => {
    const { epoch } = lease;
    if (epoch === 0) return void (upTo = 0);
    try {
      await (epoch === upTo ? work() : catchUp(store, [subscriber]));
      upTo = epoch;
    } catch (error) {
      if (!(error instanceof LeaseLost)) throw error;
      lease.epoch = 0;
      upTo = 0;
    }
  };
  const resume = async () => {
    if (lease.epoch === 0) await take(lease);
    await whileLed(async () => undefined);
  };
  return {
    handle: (batch) => inTurn(() => whileLed(() => subscriber.handle(batch))),
    resume: () => inTurn(resume),
  };
};
