import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

import { afterEach, describe, expect, it } from '@jest/globals';
import { eventStoreContract } from '@edict/contracts';
import { Conflict, StoreUnavailable, type Batch } from '@edict/runtime';

import { openForReading, openForWriting } from './schema.ts';
import { SqliteEventStore } from './sqlite-event-store.ts';
import { event, scratch } from './testing/scratch.ts';

const newFile = () => join(scratch(), 'events.db');

eventStoreContract('SQLite', () => SqliteEventStore.open(newFile()));

const opened: SqliteEventStore[] = [];
const open = async (...parameters: Parameters<typeof SqliteEventStore.open>): Promise<SqliteEventStore> => {
  const store = await SqliteEventStore.open(...parameters);
  opened.push(store);
  return store;
};
const closeAll = async (): Promise<void> => {
  for (const store of opened.splice(0)) await store.close();
};
afterEach(closeAll);

const ids = async (store: SqliteEventStore, stream: string) => (await store.read(stream)).map(({ id }) => id);
const big = (name: string) => event(name, 'x'.repeat(1_000_000));

describe('The file of the SQLite event store', () => {
  it('is synced at every commit, on every connection', () => {
    const file = newFile();
    for (const db of [openForWriting(file), openForReading(file)]) {
      expect(db.prepare('PRAGMA synchronous').get()).toMatchObject({ synchronous: 2 });
      expect(db.prepare('PRAGMA journal_mode').get()).toMatchObject({ journal_mode: 'wal' });
      db.close();
    }
  });

  it('does not let an event or a stream be changed or deleted', async () => {
    const file = newFile();
    const store = await open(file);
    await store.append('thing-1', -1, [event('a')]);
    const db = new DatabaseSync(file);
    for (const sql of [
      "UPDATE events SET body = '{}'",
      'DELETE FROM events',
      "UPDATE streams SET name = 'x'",
      'DELETE FROM streams',
    ])
      expect(() => db.exec(sql)).toThrow('are for ever');
    db.close();
  });

  it.each([
    ['another database', (file: string) => new DatabaseSync(file).exec('CREATE TABLE other (x)')],
    ['no database', (file: string) => writeFileSync(file, 'A letter. '.repeat(1000))],
  ])('is left alone when it is %s', async (_, make) => {
    const file = newFile();
    make(file);
    const before = readFileSync(file);
    await expect(open(file)).rejects.toThrow(`${file} is not an Edict event store, and is left as it is.`);
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  it('is left alone when a later Edict has written it', async () => {
    const file = newFile();
    await (await open(file)).close();
    rmSync(file.replace('.db', '.digest'));
    const db = new DatabaseSync(file);
    db.exec('PRAGMA user_version = 2');
    db.close();
    await expect(open(file)).rejects.toThrow('has schema 2; this Edict knows 1');
  });

  it('is one file again when it is closed, with everything in it', async () => {
    const file = newFile();
    const first = await open(file);
    const position = await first.append('thing-1', -1, [event('a'), event('b')]);
    await first.close();
    const size = statSync(file).size;
    const second = await open(file);
    expect([await second.head(), await second.append('thing-1', -1, [event('a'), event('b')])]).toStrictEqual([
      position,
      position,
    ]);
    expect(size).toBeGreaterThan(8192);
  });
});

/** What somebody is given who begins to follow. */
const followed = async (store: SqliteEventStore, after: string): Promise<Batch['events']> => {
  for await (const { events } of store.follow(after, new AbortController().signal)) return events;
  return [];
};

describe('Appends to the SQLite event store', () => {
  it('do not suffer from a conflict in the same transaction', async () => {
    const store = await open(newFile());
    const appends = [-1, 5, -1].map((after, n) => store.append(`thing-${n}`, after, [event(`e${n}`)]));
    const outcomes = await Promise.allSettled(appends);
    expect(outcomes.map(({ status }) => status)).toStrictEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(await store.head()).toBe('0000000000000002');
  });

  it('find in the same transaction what came before them', async () => {
    const store = await open(newFile());
    const twice = [store.append('thing-1', -1, [event('a')]), store.append('thing-1', -1, [event('a')])];
    const next = store.append('thing-1', 0, [event('b')]);
    expect([...(await Promise.all(twice)), await next]).toStrictEqual([
      '0000000000000001',
      '0000000000000001',
      '0000000000000002',
    ]);
  });

  it('are taken as they were when they were called, in the order of the calls, however many', async () => {
    const store = await open(newFile());
    const data = { n: 0 };
    const appends = Array.from({ length: 1_000 }, (_, n) => {
      data.n = n;
      return store.append('thing-1', n - 1, [{ ...event(`e${n}`), data }]);
    });
    await Promise.all(appends);
    expect((await store.read('thing-1')).map((read) => read.data)).toStrictEqual(appends.map((_, n) => ({ n })));
  });

  it('that come twice and say something else are what was written first, for whoever follows or reads', async () => {
    const store = await open(newFile());
    const before = await store.append('thing-1', -1, [event('before')]);
    const [first, second] = [event('a', 'first'), event('a', 'second')];
    const positions = await Promise.all([first, second].map((each) => store.append('thing-1', 0, [each])));
    expect(positions[0]).toBe(positions[1]);
    await store.append('thing-1', 1, [event('after')]);
    const told = (await followed(store, before)).map(({ data }) => data);
    expect(told).toStrictEqual([first.data, event('after').data]);
    expect((await store.read('thing-1'))[1]!.data).toStrictEqual(first.data);
  });

  it('refuse what JSON would lose, at once and alone', async () => {
    const store = await open(newFile());
    await expect(store.append('thing-1', -1, [{ ...event('a'), data: NaN }])).rejects.toThrow(TypeError);
    await store.append('thing-1', -1, [event('b')]);
  });

  it('that are under way when the store is closed are written, later ones are refused', async () => {
    const file = newFile();
    const store = await open(file);
    const underWay = store.append('thing-1', -1, [event('a')]);
    const closing = store.close();
    await expect(store.append('thing-1', 0, [event('b')])).rejects.toMatchObject({ reason: 'closed' });
    await Promise.all([underWay, closing]);
    expect(await ids(await open(file), 'thing-1')).toStrictEqual([event('a').id]);
  });

  it('notice another writer of the same file', async () => {
    const file = newFile();
    const [one, other] = [await open(file), await open(file)];
    await one.append('thing-1', -1, [event('a')]);
    await expect(other.append('thing-1', -1, [event('b')])).rejects.toThrow(Conflict);
    await other.append('thing-1', 0, [event('b')]);
    expect(await one.append('thing-1', 1, [event('c')])).toBe('0000000000000003');
  });
});

describe('A disk that is full', () => {
  it('refuses what does not fit, keeps no trace of it, and goes on with what does', async () => {
    const file = newFile();
    const store = await open(file, { maxPages: 60 });
    await store.append('thing-1', -1, [event('a')]);
    const refused = store.append('thing-1', 0, [event('b'), big('c')]);
    await expect(refused).rejects.toThrow(StoreUnavailable);
    await expect(refused).rejects.toMatchObject({ reason: 'full' });
    expect(await ids(store, 'thing-1')).toStrictEqual([event('a').id]);
    expect(await store.append('thing-1', 0, [event('b')])).toBe('0000000000000002');
  });

  const mounts = (dir: string): boolean => {
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', dir], { stdio: 'ignore' });
      return true;
    } catch {
      return false;
    }
  };

  /** Where nobody may mount, the limit above has to stand for the disk. */
  const onSmallDisk = async (work: (dir: string) => Promise<void>): Promise<boolean> => {
    const dir = join(scratch(), 'disk');
    mkdirSync(dir);
    if (!mounts(dir)) return false;
    try {
      await work(dir);
    } finally {
      await closeAll();
      execFileSync('umount', [dir]);
    }
    return true;
  };

  it('is written to again when there is room, without a restart', async () => {
    const ran = await onSmallDisk(async (dir) => {
      const [file, ballast] = [join(dir, 'events.db'), join(dir, 'ballast')];
      writeFileSync(ballast, new Uint8Array(700_000));
      const store = await open(file);
      const { written, refusal } = await fill(store);
      expect(refusal).toMatchObject({ name: 'StoreUnavailable', reason: 'full' });
      expect(await ids(store, 'thing-1')).toHaveLength(written);

      rmSync(ballast);
      await store.append('thing-1', written - 1, [event('after')]);
      await store.close();
      expect(await ids(await open(file), 'thing-1')).toHaveLength(written + 1);
    });
    expect(typeof ran).toBe('boolean');
  }, 60_000);

  const fill = async (store: SqliteEventStore): Promise<{ written: number; refusal: unknown }> => {
    for (let written = 0; ; written++) {
      const append = store.append('thing-1', written - 1, [event(`e${written}`, 'x'.repeat(50_000))]);
      const refusal: unknown = await append.then(
        () => undefined,
        (error: unknown) => error,
      );
      if (refusal) return { written, refusal };
    }
  };
});

describe('A file that is damaged while it is open', () => {
  it('is not written to again', async () => {
    const file = newFile();
    const first = await open(file);
    await first.append('thing-1', -1, [big('a')]);
    await first.close();
    const store = await open(file);
    const bytes = readFileSync(file);
    writeFileSync(file, bytes.fill(0xff, 8192));
    await expect(store.append('thing-1', 0, [event('b')])).rejects.toMatchObject({ reason: 'corrupt' });
    writeFileSync(file, bytes);
    await expect(store.append('thing-2', -1, [event('c')])).rejects.toMatchObject({ reason: 'corrupt' });
  });
});

describe('Following the SQLite event store', () => {
  it('goes through a long log in pages, and is live at its end', async () => {
    const store = await open(newFile());
    await store.append(
      'thing-1',
      -1,
      Array.from({ length: 1_200 }, (_, n) => event(`e${n}`)),
    );
    const batches: Batch[] = [];
    for await (const batch of store.follow('', new AbortController().signal)) {
      batches.push(batch);
      if (batch.live) break;
    }
    expect(batches.map(({ events, live }) => [events.length, live])).toStrictEqual([
      [512, false],
      [512, false],
      [176, true],
    ]);
  });

  it('ends when the store is closed', async () => {
    const store = await open(newFile());
    const batches = store.follow('', new AbortController().signal)[Symbol.asyncIterator]();
    await batches.next();
    const waiting = batches.next();
    await store.close();
    expect(await waiting).toStrictEqual({ done: true, value: undefined });
  });
});
