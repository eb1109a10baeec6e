import { randomUUID } from 'node:crypto';
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import { MemoryAnchor } from '@edict/adapter-memory';
import { openPostgresViews, PostgresEventStore } from '@edict/adapter-postgres';
import { openEngine, type Engine } from '@edict/engine';
import { instantAt, type Instant } from '@edict/kernel';
import { ALARM, type EventStore, type Views } from '@edict/runtime';
import { startPostgres, startRedis, type RedisServer } from '@edict/test-servers';

import { RoleProcess } from './role-process.ts';

/** As the store is measured: more memory, and a larger log between checkpoints. Everything is on disk before it is answered. */
const SETTINGS = { shared_buffers: '512MB', max_wal_size: '4GB' };

/** Log and views on one PostgreSQL, a Redis, and processes by role, on a clock of their own. */
export class Ground {
  readonly dir: string;
  readonly url: string;
  readonly installation: string;
  readonly store: EventStore;
  readonly views: Views;
  readonly engine: Engine;
  readonly roles: RoleProcess[] = [];
  readonly #redis: RedisServer;
  readonly #close: () => Promise<void>;

  private constructor(dir: string, parts: Parts) {
    this.dir = dir;
    this.url = parts.url;
    this.installation = parts.installation;
    this.store = parts.store;
    this.views = parts.views;
    this.engine = parts.engine;
    this.#redis = parts.redis;
    this.#close = () => parts.close();
  }

  static async open(dir: string, now: Instant): Promise<Ground> {
    const [postgres, redis] = await Promise.all([startPostgres(SETTINGS), startRedis()]);
    const [{ url }, installation] = [postgres, randomUUID()];
    setClock(dir, now);
    mkdirSync(join(dir, 'shared'));
    writeFileSync(join(dir, 'key'), 'ab'.repeat(32));
    const store = await PostgresEventStore.open({ url }, installation);
    const desk = await openPostgresViews({ url });
    const clock = () => instantAt(Date.now() + offsets.get(dir)!);
    const ports = { ...desk, store, anchor: new MemoryAnchor(), installation, clock };
    const engine = await openEngine({ ...ports, role: 'web' });
    const close = async () => {
      await Promise.all([store.close(), desk.close()]);
      await Promise.all([postgres.stop(), redis.stop()]);
    };
    return new Ground(dir, { url, installation, store, views: desk.views, engine, redis, close });
  }

  async start(role: string): Promise<RoleProcess> {
    const env = {
      EDICT_STORE: 'postgres',
      EDICT_VIEWS: 'postgres',
      EDICT_POSTGRES_URL: this.url,
      EDICT_REDIS_URL: this.#redis.url,
      EDICT_FILES: join(this.dir, 'shared'),
      EDICT_KEY_FILE: join(this.dir, 'key'),
      EDICT_SEED: 'none',
      TEST_CLOCK_FILE: join(this.dir, 'clock'),
    };
    const process = await RoleProcess.start(role, join(this.dir, `${role}-${this.roles.length}`), env);
    this.roles.push(process);
    return process;
  }

  get now(): Instant {
    return instantAt(Date.now() + offsets.get(this.dir)!);
  }

  set now(at: Instant) {
    setClock(this.dir, at);
  }

  /** Until nothing is due that was due then. Says how many seconds that took. */
  async rung(by: Instant): Promise<number> {
    const from = performance.now();
    const due = () => this.views.find(ALARM.name, { within: { at: { below: by } }, orderBy: ['at'], limit: 1 });
    while ((await due()).length > 0) await pause(100);
    return (performance.now() - from) / 1000;
  }

  /** Until all who follow the log are at its end. Says how many seconds that took. */
  async caughtUp(): Promise<number> {
    const from = performance.now();
    const isThere = async () => {
      const { head, subscribers } = await this.engine.health();
      return subscribers.every(({ reached }) => reached === head);
    };
    while (!(await isThere())) await pause(200);
    return (performance.now() - from) / 1000;
  }

  async close(): Promise<void> {
    await Promise.all(this.roles.map((each) => each.end()));
    await this.#close();
  }
}

type Parts = Readonly<{
  url: string;
  installation: string;
  store: EventStore;
  views: Views;
  engine: Engine;
  redis: RedisServer;
  close(): Promise<void>;
}>;

const offsets = new Map<string, number>();

const setClock = (dir: string, at: Instant): void => {
  const file = join(dir, 'clock');
  const offset = Date.parse(at) - Date.now();
  writeFileSync(`${file}.new`, String(offset));
  renameSync(`${file}.new`, file);
  offsets.set(dir, offset);
};
