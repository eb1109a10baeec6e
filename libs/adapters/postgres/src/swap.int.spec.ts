import { setTimeout as pause } from 'node:timers/promises';

import { describe, expect, it } from '@jest/globals';
import { instant } from '@edict/kernel';
import { ALARM, LeaseLost, type Table } from '@edict/runtime';

import { PostgresLeases } from './postgres-leases.ts';
import { PostgresTimers } from './postgres-timers.ts';
import type { PostgresViews } from './postgres-views.ts';
import { swapIn } from './swap.ts';
import { scratchViews } from './testing/scratch-views.ts';

const { open } = scratchViews();
const TABLE: Table = { name: 'thing_v1', columns: { text: 'text' }, indexes: [['text']] };
const lease = (name: string) => ({ name, epoch: 1 });

describe('Views that are built anew beside the live ones', () => {
  let schemas = 0;
  const openBoth = async () => {
    const names = [`live_${++schemas}`, `beside_${schemas}`];
    const both = (await Promise.all(names.map((name) => open(name)))) as [PostgresViews, PostgresViews];
    for (const views of both) await views.prepare([TABLE, ALARM]);
    return both;
  };
  const write = (views: PostgresViews, text: string, reached: string, count = 1) => {
    const rows = Array.from({ length: count }, (_, n) => ({ table: TABLE.name, key: `k${n}`, rows: [{ text }] }));
    return views.commit(lease(TABLE.name), { rows }, reached);
  };
  const textsIn = async (views: PostgresViews) => (await views.find(TABLE.name, {})).map(({ text }) => text);

  it('take their place when they have got as far', async () => {
    const [live, beside] = await openBoth();
    await write(live, 'old', 'p2');
    await write(beside, 'new', 'p1');
    expect([await swapIn(beside, live, [lease(TABLE.name)]), await textsIn(live)]).toStrictEqual([false, ['old']]);
    await write(beside, 'new', 'p3');
    expect([await swapIn(beside, live, [lease(TABLE.name)]), await textsIn(live)]).toStrictEqual([true, ['new']]);
    expect((await live.progress(TABLE.name)).reached).toBe('p3');
    expect(
      await live.database.query('SELECT 1 FROM pg_namespace WHERE nspname = $1', [beside.database.schema]),
    ).toStrictEqual([]);
  });

  it('fence off whoever worked on the old ones, until he acquires his lease anew', async () => {
    const [live, beside] = await openBoth();
    const leases = new PostgresLeases(live, () => 0);
    await leases.acquire(TABLE.name, 60_000);
    await write(live, 'old', 'p1');
    await write(beside, 'new', 'p1');
    await swapIn(beside, live, [lease(TABLE.name)]);
    await expect(write(live, 'made of what was old', 'p2')).rejects.toThrow(LeaseLost);
    const again = (await leases.acquire(TABLE.name, 60_000))!;
    await live.commit(again, {}, 'p2');
    expect([await textsIn(live), (await live.progress(TABLE.name)).reached]).toStrictEqual([['new'], 'p2']);
  });

  it('are never seen in part', async () => {
    const [live, beside] = await openBoth();
    await write(live, 'old', 'p1', 200);
    await write(beside, 'new', 'p1', 300);
    const seen = new Set<string>();
    let swapping = true;
    const readers = [1, 2, 3].map(async () => {
      while (swapping) {
        const texts = await textsIn(live);
        seen.add(`${[...new Set(texts)].join()} ${texts.length}`);
      }
    });
    await swapIn(beside, live, [lease(TABLE.name)]);
    swapping = false;
    await Promise.all(readers);
    expect([...seen].filter((each) => each !== 'old 200' && each !== 'new 300')).toStrictEqual([]);
    expect((await textsIn(live)).length).toBe(300);
  });

  it('ring what they hold, and keep what was deferred', async () => {
    const [live, beside] = await openBoth();
    const timers = new PostgresTimers(live);
    const [at, until] = [instant('2025-06-01T00:00Z'), instant('2025-06-02T00:00Z')];
    const alarm = (key: string) => ({ key, at, ring: '{}' });
    const replace = (views: PostgresViews, ...keys: readonly string[]) =>
      views.commit(lease('alarm'), { rows: [{ table: 'alarm', key: 'task-1', rows: keys.map(alarm) }] }, 'p1');
    await replace(live, 'stays', 'goes');
    await timers.defer([{ stream: 'task-1', key: 'stays' }], until);
    await replace(beside, 'stays', 'comes');
    await swapIn(beside, live, [lease('alarm')]);
    expect((await timers.due(until, 9)).map(({ key, ringAt }) => [key, ringAt])).toStrictEqual([
      ['comes', at],
      ['stays', until],
    ]);
  });

  it('cost whoever only waits for another to build them no connection', async () => {
    const live = await open('live_waited');
    await live.prepare([TABLE]);
    const sessions = async (): Promise<number> => {
      await live.database.query('SELECT pg_stat_clear_snapshot()');
      const [found] = await live.database.query(
        'SELECT sessions::int FROM pg_stat_database WHERE datname = current_database()',
      );
      return found!['sessions'] as number;
    };
    const builder = (await live.beside(TABLE, 1))!;
    const building = (await builder.leases.acquire(TABLE.name, 60_000))!;
    const before = await sessions();
    for (let time = 0; time < 20; time++) expect(await live.beside(TABLE, 1)).toBeUndefined();
    await builder.leases.renew(building, 0);
    const again = (await live.beside(TABLE, 1))!;
    while ((await sessions()) === before) await pause(20);
    expect((await sessions()) - before).toBeLessThan(4);
    await again.discard();
    await builder.close();
  });
});
