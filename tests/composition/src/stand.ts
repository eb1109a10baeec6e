import { randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { newSigningKey } from '@edict/adapter-webhook';
import { freshPrefix, serverForTests, type Served } from '@edict/kurrentdb-server';
import { instant, type Instant } from '@edict/kernel';
import { freePort, startPostgres, startRedis, type PostgresServer, type RedisServer } from '@edict/test-servers';

import { composedOf, type Composed } from './composed.ts';
import { Container, type Host } from './container.ts';

/** The servers that a composition stands on, each real but for KurrentDB, which is real if `EDICT_TEST_KURRENTDB` names one. */
export type Ground = Readonly<{
  dir: string;
  postgres: PostgresServer;
  redis: RedisServer;
  kurrentdb: Served;
  installation: string;
  prefix: string;
}>;

/** Four processes start at once, on a machine that may have other things to do. */
const START_MS = 300_000;

/** Every process of `docker/compose.yaml`, with the variables that are written there, on one machine and on a clock of its own. */
export class Stand {
  containers: readonly Container[];
  readonly ground: Ground;
  readonly #host: Host;
  readonly #composed: readonly Composed[];

  private constructor(ground: Ground, host: Host, composed: readonly Composed[], containers: readonly Container[]) {
    this.ground = ground;
    this.#host = host;
    this.#composed = composed;
    this.containers = containers;
  }

  /** Started as `depends_on` says: first the servers, then all at once. */
  static async start(now: Instant): Promise<Stand> {
    const dir = mkdtempSync(join(tmpdir(), 'edict-composition-'));
    const [postgres, redis, kurrentdb] = await Promise.all([startPostgres(), startRedis(), serverForTests()]);
    const ground = { dir, postgres, redis, kurrentdb, installation: randomUUID(), prefix: freshPrefix() };
    const given = {
      EDICT_INSTALLATION: ground.installation,
      EDICT_KURRENTDB: kurrentdb.url,
      EDICT_MAIL_FROM: 'edict@example.vn',
    };
    const { containers, secrets } = composedOf(given);
    await writeSecrets(ground, secrets);
    const more = { TEST_CLOCK_FILE: join(dir, 'clock'), EDICT_KURRENTDB_PREFIX: ground.prefix };
    const host = { dir, more };
    const made = await Promise.all(containers.map((each) => Container.of(each, host)));
    const stand = new Stand(ground, host, containers, made);
    stand.now = now;
    for (const each of stand.containers) each.start();
    try {
      await Promise.all(stand.containers.map((each) => each.ready(START_MS)));
    } catch (error) {
      await stand.close();
      throw error;
    }
    return stand;
  }

  of(service: string): readonly Container[] {
    return this.containers.filter((each) => each.service === service);
  }

  /** One more of a service, with nothing in its folder. */
  async join(service: string): Promise<Container> {
    const others = this.of(service);
    const composed = this.#composed.find((each) => each.service === service)!;
    const more = await Container.of({ ...composed, name: `${service}-${others.length + 1}` }, this.#host);
    more.start();
    await more.ready(START_MS);
    this.containers = [...this.containers, more];
    return more;
  }

  get token(): string {
    return readFileSync(join(this.ground.dir, 'shared/token'), 'utf8').trim();
  }

  get now(): Instant {
    return instant(new Date(Date.now() + Number(readFileSync(this.#clock, 'utf8'))).toISOString());
  }

  /** From here on all clocks go on from then. A reader finds the old text or the new one. */
  set now(at: Instant) {
    writeFileSync(`${this.#clock}.new`, String(Date.parse(at) - Date.now()));
    renameSync(`${this.#clock}.new`, this.#clock);
  }

  get #clock(): string {
    return join(this.ground.dir, 'clock');
  }

  async close(): Promise<void> {
    await Promise.all(this.containers.map((each) => each.end('SIGKILL')));
    const { postgres, redis, kurrentdb, dir } = this.ground;
    await Promise.all([postgres.stop(), redis.stop(), kurrentdb.close()]);
    rmSync(dir, { recursive: true, force: true });
  }
}

/** One for each secret that the composition names. Throws for one that nobody here knows. */
const writeSecrets = async ({ dir, postgres, redis }: Ground, names: readonly string[]): Promise<void> => {
  const known: Readonly<Record<string, string>> = {
    'kurrentdb-password': '',
    'postgres-password': '',
    'postgres-url': postgres.url,
    'redis-url': redis.url,
    'smtp-url': `smtp://127.0.0.1:${await freePort()}`, // nobody has asked for mail
    'web-key': 'ab'.repeat(32),
    'webhook-key': newSigningKey(),
  };
  const folder = join(dir, 'run/secrets');
  mkdirSync(folder, { recursive: true });
  mkdirSync(join(dir, 'shared'));
  for (const name of names) {
    if (known[name] === undefined) throw new Error(`The composition has a secret that is not known here: ${name}.`);
    writeFileSync(join(folder, name), known[name]);
  }
};
