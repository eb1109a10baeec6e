import { describe, expect, it } from '@jest/globals';
import { timersContract } from '@edict/contracts';
import { instant } from '@edict/kernel';
import { ALARM } from '@edict/runtime';

import { DEFER, DUE, REPLACED, SqliteTimers } from './sqlite-timers.ts';
import { scratchViews } from './testing/scratch-views.ts';

const T0 = instant('2025-06-01T00:00Z');
const T1 = instant('2025-06-02T00:00Z');

const openViews = scratchViews();
const open = async (file?: string) => {
  const views = openViews(file);
  await views.prepare([ALARM]);
  return { views, timers: new SqliteTimers(views) };
};
let files = 0;

timersContract('SQLite', () => open(`views-${files++}.db`));

describe('SQLite timers', () => {
  const alarm = { table: ALARM.name, key: 'task-1', rows: [{ key: 'k', at: T0, ring: '{}' }] };

  it('remember after a restart what was deferred', async () => {
    const { views, timers } = await open();
    await views.commit({ name: 'alarm', epoch: 1 }, { rows: [alarm] }, 'p1');
    await timers.defer([{ stream: 'task-1', key: 'k' }], T1);
    const again = (await open()).timers;
    expect([await again.due(T0, 9), (await again.due(T1, 9)).length]).toStrictEqual([[], 1]);
  });

  it('keep a deferral if the change that would have ended it is refused', async () => {
    const { views, timers } = await open();
    await views.commit({ name: 'alarm', epoch: 2 }, { rows: [alarm] }, 'p1');
    await timers.defer([{ stream: 'task-1', key: 'k' }], T1);
    const torn = { rows: [{ ...alarm, rows: [] }, alarm], parked: [{ stream: 'task-1', revision: 0.5, reason: '' }] };
    await expect(views.commit({ name: 'alarm', epoch: 2 }, torn, 'p2')).rejects.toThrow();
    expect(await timers.due(T0, 9)).toStrictEqual([]);
  });

  const plan = async (sql: string): Promise<readonly unknown[]> => {
    const { views } = await open();
    return views.file.all(`EXPLAIN QUERY PLAN ${sql}`).map(({ detail }) => detail);
  };

  it('know the alarms that were there before them', async () => {
    const views = openViews();
    await views.prepare([ALARM]);
    await views.commit({ name: 'alarm', epoch: 1 }, { rows: [alarm] }, 'p1');
    const timers = new SqliteTimers(views);
    expect((await timers.due(T0, 9)).map(({ key }) => key)).toStrictEqual(['k']);
  });

  it('read what is due from an index in its order, and the alarms by their key', async () =>
    expect(await plan(DUE)).toStrictEqual([
      'SEARCH r USING INDEX #ring#ringAt (ringAt<?)',
      'SEARCH alarm USING PRIMARY KEY (#key=?)',
    ]));

  it.each([DEFER, ...REPLACED])('read no more than one stream where one is written: %s', async (sql) =>
    expect((await plan(sql)).filter((step) => String(step).startsWith('SCAN'))).toStrictEqual([]),
  );
});
