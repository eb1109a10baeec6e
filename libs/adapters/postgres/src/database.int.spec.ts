import { readFileSync, writeFileSync } from 'node:fs';

import { afterEach, describe, expect, it } from '@jest/globals';
import { OutcomeUnknown, StoreUnavailable } from '@edict/runtime';
import { startPostgres } from '@edict/test-servers';

import { Database } from './database.ts';
import { PostgresViews } from './postgres-views.ts';
import { scratchViews } from './testing/scratch-views.ts';

const { server, open } = scratchViews();
const opened: Database[] = [];
afterEach(() => Promise.all(opened.splice(0).map((database) => database.close())));

const made = (...steps: readonly string[]) => ({ what: 'things', steps });
const openDatabase = async (schema: string, ...steps: readonly string[]) => {
  const database = await Database.open({ url: server().url, schema }, made(...steps));
  opened.push(database);
  return database;
};

describe('A schema of PostgreSQL', () => {
  const [first, second] = ['CREATE TABLE thing (n INTEGER)', 'ALTER TABLE thing ADD COLUMN m INTEGER'] as const;

  it('is migrated once, however many open it at the same time', async () => {
    const many = await Promise.all(Array.from({ length: 6 }, () => openDatabase('at_once', first, second)));
    const versions = await many[0]!.query('SELECT version FROM "#migration" ORDER BY 1');
    expect(versions.map(({ version }) => version)).toStrictEqual([1, 2]);
  });

  it('keeps what is in it when a later version opens it', async () => {
    await (await openDatabase('later', first)).query('INSERT INTO thing VALUES (1)');
    const later = await openDatabase('later', first, second);
    expect(await later.query('SELECT n, m FROM thing')).toStrictEqual([{ n: 1, m: null }]);
  });

  it('is left as it was by a step that fails', async () => {
    await openDatabase('failing', first);
    await expect(openDatabase('failing', first, second, 'CREATE NONSENSE')).rejects.toThrow('syntax error');
    const again = await openDatabase('failing', first);
    expect(await again.query('SELECT max(version) AS last FROM "#migration"')).toStrictEqual([{ last: 1 }]);
  });

  it('says that the server is away where it was killed in the middle of a transaction, and can be asked again', async () => {
    const own = await startPostgres();
    const database = await Database.open({ url: own.url, schema: 'killed' }, made(first));
    try {
      const work = database.transaction(async (query) => {
        await query('INSERT INTO thing VALUES (1)');
        await own.kill();
        await query('INSERT INTO thing VALUES (2)');
      });
      await expect(work).rejects.toThrow(OutcomeUnknown);
      await expect(database.query('SELECT n FROM thing')).rejects.toThrow(StoreUnavailable);
      await own.start();
      expect(await database.query('SELECT n FROM thing')).toStrictEqual([]);
    } finally {
      await database.close();
      await own.stop();
    }
  });

  it('is refused to an Edict that is older than it', async () => {
    await openDatabase('newer', first, second);
    await expect(openDatabase('newer', first)).rejects.toThrow('The things have schema 2; this Edict knows 1.');
  });

  it.each(['', 'A', 'a"b', 'a b', 'x'.repeat(42)])('is not called %j', async (schema) =>
    expect(openDatabase(schema)).rejects.toThrow(TypeError),
  );
});

describe('A PostgreSQL that would lose what it acknowledged', () => {
  it('is refused, with the reason', async () => {
    const careless = await startPostgres({ fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off' });
    try {
      await expect(PostgresViews.open({ url: careless.url })).rejects.toThrow(
        'fsync is off, full_page_writes is off, synchronous_commit is off',
      );
    } finally {
      await careless.stop();
    }
  });

  it('says nothing of the password where it cannot be reached', async () => {
    const error: unknown = await PostgresViews.open({ url: 'postgres://edict:secret@127.0.0.1:1/x' }).catch(
      (e: unknown) => e,
    );
    expect(String(error)).toContain('ECONNREFUSED');
    expect(String(error)).not.toContain('secret');
  });
});

describe('PostgreSQL views in several processes', () => {
  it('hear of one another how far a group got', async () => {
    const [writer, reader] = [await open('shared'), await open('shared')];
    const waiting = reader.waitFor('inbox', 'p2', 30_000);
    await writer.commit({ name: 'inbox', epoch: 1 }, {}, 'p1');
    await writer.commit({ name: 'inbox', epoch: 1 }, {}, 'p2');
    expect(await waiting).toBe(true);
  });

  it('come back with the password that their address has by then', async () => {
    const own = await startPostgres();
    const operator = await Database.open({ url: own.url, schema: 'operator' }, made());
    let password: string | undefined = 'first';
    const url = () => {
      if (password === undefined) throw new Error('Its file cannot be read.');
      return `postgres://office:${password}@127.0.0.1:${own.port}/postgres`;
    };
    const place = { url, schema: 'renewed', connections: 2 };
    const leave = () =>
      operator.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'office'`);
    const cameBack = async (reader: PostgresViews) => {
      for (let left = place.connections; left > 0; left--) await reader.progress('inbox').catch(() => undefined); // each may be lost
      return (await reader.progress('inbox')).reached;
    };
    try {
      const [{ file }] = (await operator.query(`SELECT current_setting('hba_file') AS file`)) as [{ file: string }];
      writeFileSync(file, `host all office 127.0.0.1/32 scram-sha-256\n${readFileSync(file, 'utf8')}`);
      await operator.query(`CREATE ROLE office SUPERUSER LOGIN PASSWORD 'first'`);
      await operator.query('SELECT pg_reload_conf()');
      const [writer, reader] = [await PostgresViews.open(place), await PostgresViews.open(place)];
      await writer.commit({ name: 'inbox', epoch: 1 }, {}, 'p1');
      await operator.query(`ALTER ROLE office PASSWORD 'second'`);
      for (password of ['second', undefined]) {
        await leave();
        expect(await Promise.all([cameBack(reader), cameBack(writer)])).toStrictEqual(['p1', 'p1']);
      }
      const waiting = reader.waitFor('inbox', 'p2', 30_000);
      await writer.commit({ name: 'inbox', epoch: 1 }, {}, 'p2');
      expect(await waiting).toBe(true);
      await Promise.all([writer.close(), reader.close()]);
    } finally {
      await operator.close();
      await own.stop();
    }
  });

  it('go on hearing when the server was restarted', async () => {
    const own = await startPostgres();
    const place = { url: own.url, schema: 'restarted' };
    const [writer, reader] = [await PostgresViews.open(place), await PostgresViews.open(place)];
    try {
      await writer.commit({ name: 'inbox', epoch: 1 }, {}, 'p1');
      await own.kill();
      await expect(writer.commit({ name: 'inbox', epoch: 1 }, {}, 'p2')).rejects.toThrow();
      await own.start();
      expect((await reader.progress('inbox')).reached).toBe('p1');
      const waiting = reader.waitFor('inbox', 'p3', 30_000);
      await writer.commit({ name: 'inbox', epoch: 1 }, {}, 'p3');
      expect(await waiting).toBe(true);
    } finally {
      await Promise.all([writer.close(), reader.close()]);
      await own.stop();
    }
  });
});
