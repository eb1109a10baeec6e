import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

import { beforeEach, describe, expect, it } from '@jest/globals';
import { FileAnchor, SqliteAccessLog } from '@edict/adapter-sqlite';
import { accessRecord } from '@edict/contracts';
import { genesisOf } from '@edict/kernel';
import { originOf, sealer } from '@edict/seal';

import { problemsOfAccessLog } from './verify-access-log.ts';

let dir: string;
const tampered = (sql: string): void => {
  const db = new DatabaseSync(join(dir, 'access-log.db'));
  db.exec('DROP TRIGGER seen_stays; DROP TRIGGER seen_is_kept');
  db.exec(sql);
  db.close();
};
const problems = async () => (await problemsOfAccessLog(dir, 'one')).map((each) => each.problem);

beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'edict-access-'));
  const log = SqliteAccessLog.open(join(dir, 'access-log.db'), genesisOf('one'));
  const kept = await log.append(Array.from({ length: 5 }, (_, n) => accessRecord({ who: `p${n}` })));
  await log.close();
  const heads = kept.map(({ n, hash }) => {
    return { position: String(n).padStart(16, '0'), stream: 'access', revision: n, hash };
  });
  const anchor = new FileAnchor(join(dir, 'checkpoint-access'));
  await anchor.write(sealer.text(sealer.append(sealer.begin(undefined, `${originOf('one')}/access`), heads)));
  await anchor.close();
});

describe('The access log of a data folder', () => {
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
