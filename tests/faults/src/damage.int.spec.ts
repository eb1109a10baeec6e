import { closeSync, openSync, readFileSync, readSync, statSync, truncateSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';

import { beforeAll, describe, expect, it } from '@jest/globals';
import { openEmbedded } from '@edict/adapter-sqlite';
import { verdictOn } from '@edict/cli/src/commands/verify.ts';
import { openRehearsal, SAGAS, SealBroken } from '@edict/engine';
import { SEED } from '@edict/kernel/testing';
import type { Recorded } from '@edict/runtime';
import { logOf } from '@edict/story';

import { startWorker, type Job } from './processes.ts';
import { randomOf } from './random.ts';
import { copyOf, prepared, registrations, scratch, START, type Prepared } from './scene.ts';

const FLIPS = 500;
const CUTS = 144;
const CUT_BYTES = 512;

let scene: Prepared;
beforeAll(async () => {
  scene = await prepared();
}, 60_000);

/** One bit of the file is another while the work is done, and is put back however it ends. */
const flipped = async <T>(file: string, offset: number, work: () => Promise<T>): Promise<T> => {
  const descriptor = openSync(file, 'r+');
  const [before, after] = [new Uint8Array(1), new Uint8Array(1)];
  readSync(descriptor, before, 0, 1, offset);
  after[0] = before[0]! ^ (1 << (offset % 8));
  try {
    writeSync(descriptor, after, 0, 1, offset);
    return await work();
  } finally {
    writeSync(descriptor, before, 0, 1, offset);
    closeSync(descriptor);
  }
};

type Bodies = ReadonlyMap<number, string>;

/** The events as SQLite reads them, or nothing where it cannot. */
const bodiesIn = (file: string): Bodies => {
  const url = pathToFileURL(file);
  url.searchParams.set('immutable', '1');
  const db = new DatabaseSync(url, { readOnly: true });
  try {
    const rows = db.prepare('SELECT position, body FROM events').all();
    return new Map(rows.map(({ position, body }) => [Number(position), String(body)]));
  } catch {
    return new Map();
  } finally {
    db.close();
  }
};

describe(`A byte that has flipped (seed ${SEED})`, () => {
  it(`in a closed store is found, each of ${FLIPS}, by verify, which names the event that it hit, and by whoever opens the store`, async () => {
    const dir = copyOf(scene.issued);
    const file = join(dir, 'events.db');
    const [bytes, bodies] = [readFileSync(file), bodiesIn(file)];
    const random = randomOf(SEED);
    const missed: string[] = [];
    let hits = 0;
    for (let n = 0; n < FLIPS; n++) {
      const offset = random.upTo(bytes.length);
      await flipped(file, offset, async () => {
        const { problems } = await verdictOn(dir);
        const hit = [...bodiesIn(file)].find(([position, body]) => bodies.get(position) !== body)?.[0];
        const isNamed =
          hit === undefined || problems.some(({ position }) => position !== null && Number(position) === hit);
        const opening = await openEmbedded(dir).then(
          async (embedded) => embedded.close().then(() => 'opened'),
          (error: unknown) => String(error),
        );
        hits += hit === undefined ? 0 : 1;
        if (problems.length === 0 || !isNamed || !opening.includes('Nothing is served from it'))
          missed.push(`byte ${offset}, event ${hit ?? 'none'}: ${opening}, ${JSON.stringify(problems)}`);
      });
    }
    expect(missed).toStrictEqual([]);
    expect(hits).toBeGreaterThan(FLIPS / 10);
    expect(readFileSync(file).equals(bytes)).toBe(true);
    expect(await verdictOn(dir)).toMatchObject({ ok: true });
  }, 120_000);

  it(`in what a killed process left, its write-ahead log and its checkpoint, is found, each of ${FLIPS}, or the log is whole to its seal`, async () => {
    const dir = await leftBehind({ send: registrations, load: [] });
    const whole = await verdictOn(dir);
    expect(whole).toMatchObject({ ok: true, events: registrations.length + ACTIVATIONS });
    const random = randomOf(SEED);
    const missed: string[] = [];
    let found = 0;
    for (let n = 0; n < FLIPS; n++) {
      const file = join(dir, n % 5 === 0 ? 'checkpoint' : 'events.db-wal');
      const offset = random.upTo(statSync(file).size);
      const verdict = await flipped(file, offset, () => verdictOn(dir));
      const isHarmless = verdict.ok && verdict.events === whole.events && verdict.head === whole.head;
      if (verdict.ok && !isHarmless) missed.push(`byte ${offset} of ${file}: ${JSON.stringify(verdict)}`);
      found += verdict.ok ? 0 : 1;
    }
    expect(missed).toStrictEqual([]);
    expect(found).toBeGreaterThan(FLIPS / 10);
    expect(await verdictOn(dir)).toStrictEqual(whole);
  }, 120_000);
});

/** One for each saga, when the engine starts for the first time. */
const ACTIVATIONS = SAGAS.length;

/** A folder whose process was killed at the named point, or else once it had sent everything and sealed it. */
const leftBehind = async (job: Omit<Job, 'dir' | 'now'>, crashAt?: string, dir = scratch()): Promise<string> => {
  const { child, atWork, ended } = startWorker({ dir, now: START, ...job }, crashAt);
  if (crashAt === undefined) await atWork.then(() => child.kill('SIGKILL'));
  expect((await ended).signal).toBe('SIGKILL');
  return dir;
};

describe('A write-ahead log whose end is torn off', () => {
  /** The last event was written and not sealed any more; all before it were sealed. */
  const killed = async (): Promise<string> => {
    const dir = await leftBehind({ send: registrations.slice(0, 60), load: [] });
    return leftBehind({ send: registrations.slice(60), thenStop: true }, 'after-ack', dir);
  };

  const opened = async (dir: string): Promise<readonly Recorded[] | string> => {
    const embedded = await openEmbedded(dir);
    try {
      await openRehearsal(embedded, START);
      return await logOf(embedded.store);
    } catch (error) {
      if (error instanceof SealBroken) return error.message;
      throw error;
    } finally {
      await embedded.close();
    }
  };

  it(`shows, in each of ${CUTS} places, a beginning of the log that is whole to its seal, or the engine does not start, and verify says why`, async () => {
    const dir = await killed();
    const log = (await opened(copyOf(dir))) as readonly Recorded[];
    const size = statSync(join(dir, 'events.db-wal')).size;
    const sealed = 60 + ACTIVATIONS;
    expect(log).toHaveLength(sealed + 1);
    const outcomes = new Set<string>();
    for (let cut = 1; cut <= CUTS; cut++) {
      const torn = copyOf(dir);
      truncateSync(join(torn, 'events.db-wal'), size - cut * CUT_BYTES);
      const verdict = await verdictOn(torn);
      const seen = await opened(torn);
      if (typeof seen === 'string') {
        expect(seen).toMatch(new RegExp(`^The log was rolled back: ${sealed} events .* were sealed, but it ends at `));
        expect(verdict.problems.map(({ problem }) => problem).join()).toContain(`but ${sealed} events`);
      } else {
        expect(seen).toStrictEqual(log.slice(0, seen.length));
        expect([verdict.ok, verdict.events, seen.length >= sealed]).toStrictEqual([true, seen.length, true]);
      }
      outcomes.add(typeof seen === 'string' ? 'refused' : `${seen.length} events`);
    }
    expect([...outcomes]).toStrictEqual([`${sealed} events`, 'refused']);
  }, 120_000);
});
