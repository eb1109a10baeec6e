import { statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

import { describe, expect, it } from '@jest/globals';
import { accessLogContract, accessRecord } from '@edict/contracts';
import { StoreUnavailable } from '@edict/runtime';

import { SqliteAccessLog } from './sqlite-access-log.ts';
import { scratch } from './testing/scratch.ts';

accessLogContract('SQLite', async (genesis) => SqliteAccessLog.open(join(scratch(), 'access-log.db'), genesis));

describe('The SQLite access log', () => {
  it('is for its owner alone, and goes on after a restart where it was', async () => {
    const file = join(scratch(), 'access-log.db');
    const log = SqliteAccessLog.open(file, 'g');
    const [first] = await log.append([accessRecord()]);
    await log.close();
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const again = SqliteAccessLog.open(file, 'g');
    expect(await again.last()).toStrictEqual(first);
    expect(await again.append([accessRecord()])).toMatchObject([{ n: 1 }]);
    await again.close();
  });

  it('lets nothing in it be changed or taken out by who is careless', async () => {
    const file = join(scratch(), 'access-log.db');
    const log = SqliteAccessLog.open(file, 'g');
    await log.append([accessRecord()]);
    const db = new DatabaseSync(file);
    expect(() => db.exec("UPDATE seen SET who = 'nobody'")).toThrow('append only');
    expect(() => db.exec('DELETE FROM seen')).toThrow('append only');
    db.close();
    await log.close();
  });

  it('says so when it can take nothing, and takes none of it', async () => {
    const file = join(scratch(), 'access-log.db');
    const log = SqliteAccessLog.open(file, 'g');
    await expect(log.append([accessRecord(), accessRecord({ who: null as never })])).rejects.toThrow(StoreUnavailable);
    expect(await log.last()).toBeUndefined();
    await log.close();
    await expect(log.append([accessRecord()])).rejects.toThrow(StoreUnavailable);
  });
});
