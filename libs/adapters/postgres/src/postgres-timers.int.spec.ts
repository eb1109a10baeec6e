import { describe, expect, it } from '@jest/globals';
import { timersContract } from '@edict/contracts';
import { instant } from '@edict/kernel';
import { ALARM } from '@edict/runtime';

import { DUE, PostgresTimers } from './postgres-timers.ts';
import { scratchViews } from './testing/scratch-views.ts';

const { open: openViews } = scratchViews();
const open = async (schema?: string) => {
  const views = await openViews(schema);
  await views.prepare([ALARM]);
  return { views, timers: new PostgresTimers(views) };
};

timersContract('PostgreSQL', () => open());

describe('PostgreSQL timers', () => {
  const [T0, T1] = [instant('2025-06-01T00:00Z'), instant('2025-06-02T00:00Z')];
  const alarm = (key: string) => ({ table: ALARM.name, key: `task-${key}`, rows: [{ key: 'k', at: T0, ring: '{}' }] });

  it('ring what another process wrote, and remember what it deferred', async () => {
    const [one, other] = [await open('two'), await open('two')];
    await one.views.commit({ name: 'alarm', epoch: 1 }, { rows: [alarm('1'), alarm('2')] }, 'p1');
    await one.timers.defer([{ stream: 'task-1', key: 'k' }], T1);
    expect((await other.timers.due(T0, 9)).map(({ stream }) => stream)).toStrictEqual(['task-2']);
    expect((await other.timers.due(T1, 9)).map(({ stream }) => stream)).toStrictEqual(['task-2', 'task-1']);
  });

  it('defer many without waiting for whoever replaces some of them', async () => {
    const { views, timers } = await open();
    await views.commit({ name: 'alarm', epoch: 1 }, { rows: [alarm('1'), alarm('2'), alarm('3')] }, 'p1');
    const names = ['task-1', 'task-2', 'task-3'].map((stream) => ({ stream, key: 'k' }));
    await views.database.transaction(async (query) => {
      await query(`SELECT 1 FROM "#ring" WHERE stream = 'task-2' FOR UPDATE`);
      await timers.defer(names, T1);
    });
    expect((await timers.due(T0, 9)).map(({ stream }) => stream)).toStrictEqual(['task-2']);
  });

  it('read what is due from an index in its order', async () => {
    const { views } = await open();
    const rows = Array.from({ length: 3_000 }, (_, n) => alarm(String(n)));
    await views.commit({ name: 'alarm', epoch: 1 }, { rows }, 'p1');
    await views.database.query('ANALYZE');
    const plan = await views.database.query(`EXPLAIN ${DUE}`, [T0, 10]);
    const steps = plan.map((line) => String(line['QUERY PLAN'])).join('\n');
    expect(steps).toContain('Scan using "#ring#ringAt"');
    expect(steps).not.toMatch(/ Sort /);
  });
});
