import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { openPostgresAccess, openPostgresAccessLog } from '@edict/adapter-postgres';
import { FileAnchor, SqliteAccessLog } from '@edict/adapter-sqlite';
import { accessRecord } from '@edict/contracts';
import { genesisOf } from '@edict/kernel';
import type { AccessLog, KeptAccess } from '@edict/runtime';
import { originOf, sealer } from '@edict/seal';
import { startPostgres, type PostgresServer } from '@edict/test-servers';
import { Client } from 'pg';

import { problemsOfAccessLog, problemsOfSharedAccessLog } from './verify-access-log.ts';

let dir: string;
const tampered = (sql: string): void => {
  const db = new DatabaseSync(join(dir, 'access-log.db'));
  db.exec('DROP TRIGGER seen_stays; DROP TRIGGER seen_is_kept');
  db.exec(sql);
  db.close();
};
const problems = async () => (await problemsOfAccessLog(dir, 'one')).map((each) => each.problem);

const fill = (log: AccessLog): Promise<readonly KeptAccess[]> =>
  log.append(Array.from({ length: 5 }, (_, n) => accessRecord({ who: `p${n}` })));

const seal = async (kept: readonly KeptAccess[]): Promise<void> => {
  const heads = kept.map(({ n, hash }) => {
    return { position: String(n).padStart(16, '0'), stream: 'access', revision: n, hash };
  });
  const anchor = new FileAnchor(join(dir, 'checkpoint-access'));
  await anchor.write(sealer.text(sealer.append(sealer.begin(undefined, `${originOf('one')}/access`), heads)));
  await anchor.close();
};

describe('The access log of a data folder', () => {
  beforeEach(async () => {
    dir = mkdtempSync(join(tmpdir(), 'edict-access-'));
    const log = SqliteAccessLog.open(join(dir, 'access-log.db'), genesisOf('one'));
    await seal(await fill(log));
    await log.close();
  });

  it('verifies as it was written, and where there is none yet', async () => {
    expect(await problems()).toStrictEqual([]);
    expect(await problemsOfAccessLog(mkdtempSync(join(tmpdir(), 'edict-none-')), 'one')).toStrictEqual([]);
  });

  it.each([
    ['an entry was changed', "UPDATE seen SET who = 'nobody' WHERE n = 2", 'changed at entry 2'],
    ['an entry was taken out', 'DELETE FROM seen WHERE n = 2', 'changed at entry 3'],
    ['the end was cut off', 'DELETE FROM seen WHERE n = 4', 'not the one that was sealed'],
    ['all was taken out', 'DELETE FROM seen', 'not the one that was sealed'],
  ])('does not when %s', async (_, sql, said) => {
    tampered(sql);
    expect((await problems()).join()).toContain(said);
  });

  it('does not without its file, without its checkpoint, or with another one', async () => {
    writeFileSync(join(dir, 'checkpoint-access'), 'nothing like it\n');
    expect((await problems()).join()).toContain('Access log: The checkpoint is torn');
    for (const name of ['checkpoint-access', 'checkpoint-access.synced']) rmSync(join(dir, name), { force: true });
    expect((await problems()).join()).toContain('checkpoint is missing');
  });
});

describe('The access log that several processes share on PostgreSQL', () => {
  let server: PostgresServer;
  let schemas = 0;
  let schema: string;

  beforeAll(async () => {
    server = await startPostgres();
  });
  afterAll(() => server.stop());
  beforeEach(async () => {
    dir = mkdtempSync(join(tmpdir(), 'edict-access-'));
    schema = `access_${++schemas}`;
    const { accessLog, close } = await openPostgresAccess({ url: server.url, schema }, genesisOf('one'));
    await seal(await fill(accessLog));
    await close();
  });

  const asked = async (sql: string): Promise<void> => {
    const client = new Client({ connectionString: server.url });
    await client.connect();
    await client.query(`SET search_path TO "${schema}"; SET session_replication_role TO replica; ${sql}`);
    await client.end();
  };
  const shared = async () => {
    const open = (genesis: string) => openPostgresAccessLog({ url: server.url, schema }, genesis);
    return (await problemsOfSharedAccessLog(dir, 'one', open)).map((each) => each.problem);
  };

  it('verifies as it was written', async () => expect(await shared()).toStrictEqual([]));

  it.each([
    ['an entry was changed', "UPDATE seen SET who = 'nobody' WHERE n = 2", 'changed at entry 2'],
    ['an entry was taken out', 'DELETE FROM seen WHERE n = 2', 'changed at entry 3'],
    ['the end was cut off', 'DELETE FROM seen WHERE n = 4', 'not the one that was sealed'],
    ['all was taken out', 'DELETE FROM seen', 'not the one that was sealed'],
    ['there is none', 'DROP TABLE seen', 'cannot be read'],
  ])('does not when %s', async (_, sql, said) => {
    await asked(sql);
    expect((await shared()).join()).toContain(said);
  });

  it('is looked at and not changed', async () => {
    const log = openPostgresAccessLog({ url: server.url, schema }, genesisOf('one'));
    await expect(log.append([accessRecord()])).rejects.toThrow('The access log');
    await log.close();
  });
});
