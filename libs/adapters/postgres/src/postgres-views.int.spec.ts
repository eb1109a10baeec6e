import { describe, expect, it } from '@jest/globals';
import { besideContract, viewsContract, type OpenViews } from '@edict/contracts';
import type { Query, Table } from '@edict/runtime';

import { PostgresLeases } from './postgres-leases.ts';
import { scratchViews } from './testing/scratch-views.ts';
import { select, selectByKeys } from './view-sql.ts';

const { open } = scratchViews();

const openBoth: OpenViews = async () => {
  const views = await open();
  return { views, leases: new PostgresLeases(views, () => 0) };
};
viewsContract('PostgreSQL', openBoth);
besideContract('PostgreSQL', openBoth);

describe('PostgreSQL views', () => {
  const lease = { name: 'inbox', epoch: 1 };
  const table: Table = {
    name: 'thing_v1',
    columns: { key: 'text', unit: 'text', dueAt: 'text', size: 'integer' },
    indexes: [['unit', 'dueAt'], ['size']],
  };
  const row = { key: 'k', unit: 'u', dueAt: null, size: 1 };
  let schemas = 0;
  const write = async (count = 1) => {
    const schema = `own_${++schemas}`;
    const views = await open(schema);
    await views.prepare([table]);
    const parked = [{ stream: 'task-1', revision: 3, reason: 'Fault: a bug' }];
    const rows = Array.from({ length: count }, (_, n) => ({
      table: table.name,
      key: `a${n}`,
      rows: [{ ...row, size: n }],
    }));
    await views.commit(lease, { rows, parked }, 'p1');
    return { views, parked, schema };
  };

  it('are there again after a restart, with progress and parked streams', async () => {
    const { parked, schema } = await write();
    const again = await open(schema);
    await again.prepare([table]);
    expect([...(await again.load(table.name, ['a0']))]).toStrictEqual([['a0', [{ ...row, size: 0 }]]]);
    expect(await again.progress('inbox')).toStrictEqual({ reached: 'p1', parked });
  });

  it('are prepared once, however many processes begin at the same time', async () => {
    const many = await Promise.all(Array.from({ length: 5 }, () => open('together')));
    await Promise.all(many.map((views) => views.prepare([table])));
    expect(await many[0]!.find(table.name, {})).toStrictEqual([]);
  });

  it('refuse a table that has other columns', async () => {
    const { schema } = await write();
    const columns = { ...table.columns, size: 'text' } as const;
    await expect((await open(schema)).prepare([{ ...table, columns }])).rejects.toThrow('thing_v1 has other columns');
  });

  it('are fenced by a lease that another process took', async () => {
    const { views, schema } = await write();
    await new PostgresLeases(await open(schema)).acquire('inbox', 1000);
    await expect(views.commit(lease, {}, 'p2')).rejects.toThrow('inbox is led under a later epoch.');
  });

  it('hold U+0000, and sort it before everything', async () => {
    const { views } = await write();
    const texts = ['a\u0000', 'a\u0000b', 'a\u0001', 'a\u0001\u0001', 'a\u0002'];
    const rows = texts.toReversed().map((text) => ({ table: table.name, key: text, rows: [{ ...row, unit: text }] }));
    await views.commit(lease, { rows }, 'p2');
    const found = (await views.find(table.name, { orderBy: ['unit'] })).map(({ unit }) => unit);
    expect(found.slice(0, texts.length)).toStrictEqual(texts);
    expect((await views.load(table.name, ['a\u0000b'])).size).toBe(1);
    expect((await views.find(table.name, { where: { unit: 'a\u0001' } })).length).toBe(1);
  });

  it('have every text in the order of code points, whatever the language of the database', async () => {
    const { views } = await write();
    expect(await views.database.query(`SELECT 'a' < 'B' COLLATE "C" AS a, 'Z' < 'a' COLLATE "C" AS b`)).toStrictEqual([
      { a: false, b: true },
    ]);
  });

  it.each<[Query, string]>([
    [{ where: { unit: 'u' }, orderBy: ['dueAt'], limit: 10 }, 'Index Scan using "thing_v1#unit#dueAt"'],
    [{ where: { size: 1 } }, 'Index Scan using "thing_v1#size"'],
    [{ orderBy: ['unit', 'dueAt'], limit: 10 }, 'Index Scan using "thing_v1#unit#dueAt"'],
    [{ orderBy: ['unit', 'dueAt'], backwards: true, limit: 10 }, 'Index Scan Backward using "thing_v1#unit#dueAt"'],
    [{ orderBy: ['size'], after: { values: [1_000], key: 'a1000' }, limit: 10 }, 'Index Scan using "thing_v1#size"'],
  ])('find %j by an index, without sorting', async (query, expected) => {
    const { views } = await write(2_000);
    await views.database.query('ANALYZE');
    const { sql, values } = select(table, query);
    const plan = await views.database.query(`EXPLAIN ${sql}`, values);
    const steps = plan.map((line) => String(line['QUERY PLAN'])).join('\n');
    expect(steps).toContain(expected);
    expect(steps).not.toContain('Sort');
  });

  it('load by the key of the table', async () => {
    const { views } = await write(2_000);
    await views.database.query('ANALYZE');
    const { sql, values } = selectByKeys(table, ['a1', 'a2']);
    const plan = await views.database.query(`EXPLAIN ${sql}`, values);
    expect(plan.map((line) => String(line['QUERY PLAN'])).join('\n')).toMatch(/(on|using) thing_v1_pkey/);
  });
});
