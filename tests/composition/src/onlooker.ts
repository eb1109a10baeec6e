import { setTimeout as pause } from 'node:timers/promises';

import { KurrentEventStore, kurrentSettings } from '@edict/adapter-kurrentdb';
import { MemoryAnchor } from '@edict/adapter-memory';
import { openPostgresViews } from '@edict/adapter-postgres';
import { openEngine, type Engine } from '@edict/engine';
import { later, type Instant } from '@edict/kernel';
import { ALARM, type EventStore, type Views } from '@edict/runtime';

import type { Stand } from './stand.ts';

/** Looks at the log and the views of a stand from outside its processes, and moves its clock. */
export class Onlooker {
  readonly engine: Engine;
  readonly store: EventStore;
  readonly views: Views;
  readonly #stand: Stand;
  readonly #close: () => Promise<void>;

  private constructor(
    stand: Stand,
    engine: Engine,
    desk: Readonly<{ store: EventStore; views: Views; close(): Promise<void> }>,
  ) {
    this.#stand = stand;
    this.engine = engine;
    this.store = desk.store;
    this.views = desk.views;
    this.#close = () => desk.close();
  }

  static async at(stand: Stand): Promise<Onlooker> {
    const { kurrentdb, prefix, postgres, installation } = stand.ground;
    const env = { EDICT_KURRENTDB: kurrentdb.url, EDICT_KURRENTDB_PREFIX: prefix, EDICT_KURRENTDB_READER: 'grpc' };
    const store = await KurrentEventStore.open(kurrentSettings(env));
    const desk = await openPostgresViews({ url: postgres.url });
    const ports = { ...desk, store, anchor: new MemoryAnchor(), installation, clock: () => stand.now };
    const engine = await openEngine({ ...ports, role: 'web' });
    const close = async () => {
      await Promise.all([store.close(), desk.close()]);
    };
    return new Onlooker(stand, engine, { store, views: desk.views, close });
  }

  /** Until everybody who follows the log has got to its end and nothing is due any more. Says how long that took, in milliseconds. */
  async settled(ms = 120_000): Promise<number> {
    const began = performance.now();
    for (let calm = 0; calm < 3;) {
      calm = (await this.#isCalm()) ? calm + 1 : 0;
      if (performance.now() - began > ms) throw new Error(`It does not come to rest: ${await this.#unrest()}`);
      await pause(calm > 0 ? 50 : 100);
    }
    return performance.now() - began;
  }

  /** As a rehearsal does: from one alarm to the next, so that each rings at its time. */
  async advanceTo(at: Instant): Promise<void> {
    for (;;) {
      await this.settled();
      const next = await this.#next();
      if (next === undefined || next >= at) break;
      this.#stand.now = later(this.#stand.now, next);
    }
    this.#stand.now = later(this.#stand.now, at);
    await this.settled();
  }

  close(): Promise<void> {
    return this.#close();
  }

  async #next(): Promise<Instant | undefined> {
    const [first] = await this.views.find(ALARM.name, { orderBy: ['at'], limit: 1 });
    return first?.['at'] as Instant | undefined;
  }

  async #isCalm(): Promise<boolean> {
    const { head, subscribers } = await this.engine.health();
    const next = await this.#next();
    return subscribers.every(({ reached }) => reached === head) && !(next && next <= this.#stand.now);
  }

  async #unrest(): Promise<string> {
    const { head, subscribers } = await this.engine.health();
    const behind = subscribers.filter(({ reached }) => reached !== head).map(({ name }) => name);
    return JSON.stringify({ now: this.#stand.now, next: await this.#next(), behind });
  }
}
