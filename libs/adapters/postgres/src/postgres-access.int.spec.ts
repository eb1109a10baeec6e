import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { accessLogContract, accessRecord, accessStoreContract } from '@edict/contracts';
import { startPostgres, type PostgresServer } from '@edict/test-servers';
import { Client } from 'pg';

import { openPostgresAccess } from './open-access.ts';

let server: PostgresServer;
let schemas = 0;
beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server.stop());

const open = (genesis = 'genesis', schema = `access_${++schemas}`) =>
  openPostgresAccess({ url: server.url, schema }, genesis);

accessStoreContract('PostgreSQL', async () => (await open()).access);
accessLogContract('PostgreSQL', async (genesis) => (await open(genesis)).accessLog);

describe('What several processes keep on PostgreSQL', () => {
  it('is one chain of the access log, whoever writes, and time does not run back in it', async () => {
    const [one, other] = await Promise.all([open('g', 'shared'), open('g', 'shared')]);
    const [early, late] = ['2025-06-10T02:00:00.000Z', '2025-06-10T02:00:01.000Z'] as never[];
    await one.accessLog.append([accessRecord({ at: late! })]);
    await other.accessLog.append([accessRecord({ at: early! })]);
    await Promise.all([one, other].flatMap(({ accessLog }) => [1, 2, 3].map(() => accessLog.append([accessRecord()]))));
    const all = await other.accessLog.read({}, 100);
    expect(all.map(({ n }) => n)).toStrictEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    expect(new Set(all.map(({ at }) => at))).toStrictEqual(new Set([late]));
    await Promise.all([one.close(), other.close()]);
  });

  it('is changed by nobody in the access log', async () => {
    const { accessLog, close } = await open('g', 'guarded');
    await accessLog.append([accessRecord()]);
    const client = new Client({ connectionString: server.url });
    await client.connect();
    for (const sql of ['UPDATE guarded.seen SET who = NULL', 'DELETE FROM guarded.seen', 'TRUNCATE guarded.seen'])
      await expect(client.query(sql)).rejects.toThrow('append only');
    await client.end();
    await close();
  });
});
