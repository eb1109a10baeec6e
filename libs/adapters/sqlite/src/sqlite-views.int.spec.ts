import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { besideContract, viewsContract, type OpenViews } from '@edict/contracts';
import type { Query, Table } from '@edict/runtime';

import { SqliteLeases } from './sqlite-leases.ts';
import { SqliteViews } from './sqlite-views.ts';
import { scratchViews } from './testing/scratch-views.ts';
import { countBy, select, sqlFor, type Selection } from './view-sql.ts';

const open = scratchViews();

const openBoth: OpenViews = async () => {
  const views = open();
  return { views, leases: new SqliteLeases(views, () => 0) };
};
viewsContract('SQLite', openBoth);
besideContract('SQLite', openBoth);

describe('SQLite views', () => {
  const lease = { name: 'inbox', epoch: 1 };
  const table: Table = {
    name: 'thing_v1',
    columns: { key: 'text', unit: 'text', dueAt: 'text', size: 'integer' },
    indexes: [['unit', 'dueAt'], ['size']],
  };
  const row = { key: 'k', unit: 'u', dueAt: null, size: 1 };
  const write = async () => {
    const views = open();
    await views.prepare([table]);
    const parked = [{ stream: 'task-1', revision: 3, reason: 'Fault: a bug' }];
    await views.commit(lease, { rows: [{ table: table.name, key: 'a', rows: [row] }], parked }, 'p1');
    return { views, parked };
  };

  it('are there again after a restart, with progress and parked streams', async () => {
    const { parked } = await write();
    const again = open();
    await again.prepare([table]);
    expect([...(await again.load(table.name, ['a']))]).toStrictEqual([['a', [row]]]);
    expect(await again.progress('inbox')).toStrictEqual({ reached: 'p1', parked });
  });

  describe('that cannot say whether another builds them', () => {
    afterEach(() => void jest.restoreAllMocks());

    it('leave no file open', async () => {
      const { views } = await write();
      jest.spyOn(SqliteLeases.prototype, 'held').mockRejectedValueOnce(new Error('the disk'));
      const closed = jest.spyOn(SqliteViews.prototype, 'close');
      await expect(views.beside(table, 1)).rejects.toThrow('the disk');
      expect(closed.mock.contexts.map((each) => (each as SqliteViews).file.name)).toStrictEqual([
        `${views.file.name}-beside-1`,
      ]);
    });
  });

  it('refuse a file whose table has other columns, and say what to do', async () => {
    await write();
    const columns = { ...table.columns, size: 'text' } as const;
    await expect(open().prepare([{ ...table, columns }])).rejects.toThrow(
      'thing_v1 has other columns in views.db. Stop, delete that file, start again: it is built anew.',
    );
  });

  it('are fenced by a lease that another connection took', async () => {
    const { views } = await write();
    await new SqliteLeases(open(), () => 0).acquire('inbox', 1000);
    await expect(views.commit(lease, {}, 'p2')).rejects.toThrow('inbox is led under a later epoch.');
  });

  it('go on after a commit that failed', async () => {
    const { views } = await write();
    await expect(views.commit({ ...lease, epoch: 0 }, {}, 'p2')).rejects.toThrow();
    await views.commit(lease, {}, 'p3');
    expect((await views.progress('inbox')).reached).toBe('p3');
  });

  it('show nothing of a commit that failed, though its rows were replaced before it did', async () => {
    const { views } = await write();
    const changed = { rows: [{ table: table.name, key: 'a', rows: [{ ...row, size: 2 }] }] };
    views.listen(table.name, () => {
      throw new Error('The disk is full.');
    });
    await expect(views.commit(lease, changed, 'p2')).rejects.toThrow('The disk is full.');
    expect([...(await views.load(table.name, ['a']))]).toStrictEqual([['a', [row]]]);
  });

  it('write nothing where a row stays as it is, and of one that changes no more than that', async () => {
    const { views } = await write();
    const told: string[] = [];
    views.listen(table.name, (key) => told.push(key));
    const put = (size: number) =>
      views.commit(lease, { rows: [{ table: table.name, key: 'a', rows: [{ ...row, size }] }] }, 'p2');
    await put(1);
    expect(told).toStrictEqual([]);
    await put(2);
    expect(told).toStrictEqual(['a']);
    expect(await views.find(table.name, { where: { size: 2, unit: 'u' } })).toStrictEqual([{ ...row, size: 2 }]);
  });

  it('find what is there now, though they were asked the same before', async () => {
    const { views } = await write();
    const sizes = async () => (await views.find(table.name, { where: { unit: 'u' } })).map(({ size }) => size);
    expect([await sizes(), await sizes()]).toStrictEqual([[1], [1]]);
    await views.commit(lease, { rows: [{ table: table.name, key: 'b', rows: [{ ...row, size: 2 }] }] }, 'p2');
    expect(await sizes()).toStrictEqual([1, 2]);
    await views.commit(lease, { rows: [{ table: table.name, key: 'a', rows: [] }] }, 'p3');
    expect(await sizes()).toStrictEqual([2]);
  });

  it('write ahead, and wait for the disk only at checkpoints', async () => {
    const { views } = await write();
    expect(views.file.get('PRAGMA journal_mode')).toMatchObject({ journal_mode: 'wal' });
    expect(views.file.get('PRAGMA synchronous')).toMatchObject({ synchronous: 1 });
  });

  const plan = async ({ sql, values }: Selection): Promise<readonly unknown[]> => {
    const { views } = await write();
    return views.file.all(`EXPLAIN QUERY PLAN ${sql}`, ...values).map(({ detail }) => detail);
  };

  it('load by the key of the table', async () =>
    expect(await plan({ sql: sqlFor(table).selectByKey, values: ['a'] })).toStrictEqual([
      'SEARCH thing_v1 USING PRIMARY KEY (#key=?)',
    ]));

  it.each<[Query, string]>([
    [{ where: { unit: 'u' }, orderBy: ['dueAt'] }, 'SEARCH thing_v1 USING INDEX thing_v1#unit#dueAt (unit=?)'],
    [{ where: { unit: 'u', dueAt: null } }, 'SEARCH thing_v1 USING INDEX thing_v1#unit#dueAt (unit=? AND dueAt=?)'],
    [{ where: { size: 1 } }, 'SEARCH thing_v1 USING INDEX thing_v1#size (size=?)'],
    [{ orderBy: ['unit', 'dueAt'] }, 'SCAN thing_v1 USING INDEX thing_v1#unit#dueAt'],
    [{}, 'SCAN thing_v1'],
    [
      { where: { unit: 'u' }, orderBy: ['dueAt'], after: { values: ['2025'], key: 'k' } },
      'SEARCH thing_v1 USING INDEX thing_v1#unit#dueAt (unit=? AND (dueAt,#key)>(?,?))',
    ],
    [
      { where: { unit: 'u' }, within: { dueAt: { below: '2026' } }, orderBy: ['dueAt'] },
      'SEARCH thing_v1 USING INDEX thing_v1#unit#dueAt (unit=? AND dueAt<?)',
    ],
    [
      { where: { unit: 'u' }, orderBy: ['dueAt'], backwards: true },
      'SEARCH thing_v1 USING INDEX thing_v1#unit#dueAt (unit=?)',
    ],
  ])('find %j in the order of an index, without sorting', async (query, expected) =>
    expect(await plan(select(table, query))).toStrictEqual([expected]),
  );

  it('look at the owner of each row by its key, in the order of an index', async () => {
    const { views } = await write();
    const owned = { ...table, name: 'thing_v2' };
    await views.prepare([owned]);
    const belongsTo = { column: 'key', table: table.name, condition: { within: { size: { below: 2 } } } };
    const { sql, values } = select(owned, { where: { unit: 'u' }, orderBy: ['dueAt'], belongsTo });
    expect(views.file.all(`EXPLAIN QUERY PLAN ${sql}`, ...values).map(({ detail }) => detail)).toEqual([
      'SEARCH thing_v2 USING INDEX thing_v2#unit#dueAt (unit=?)',
      expect.stringMatching(/^SEARCH #owner .*USING PRIMARY KEY \(#key=\?\)/),
    ]);
  });

  it('count in the index alone, and ask once who is an owner', async () => {
    const { views } = await write();
    const counted = { ...table, name: 'thing_v3' };
    await views.prepare([counted]);
    const belongsTo = { column: 'unit', table: table.name, condition: { within: { size: { below: 2 } } } };
    const planOf = ({ sql, values }: Selection) =>
      views.file.all(`EXPLAIN QUERY PLAN ${sql}`, ...values).map(({ detail }) => String(detail));
    expect(planOf(countBy(counted, ['unit', 'dueAt'], {}))).toEqual([
      'SCAN thing_v3 USING COVERING INDEX thing_v3#unit#dueAt',
    ]);
    const owned = planOf(countBy(counted, ['unit', 'dueAt'], { belongsTo }));
    expect(owned[0]).toBe('SEARCH thing_v3 USING COVERING INDEX thing_v3#unit#dueAt (unit=?)');
    expect(owned.filter((step) => /TEMP B-TREE|CORRELATED/.test(step))).toStrictEqual([]);
  });
});
