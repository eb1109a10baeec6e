import { describe, expect, it } from '@jest/globals';
import { timersContract } from '@edict/contracts';
import { instant } from '@edict/kernel';
import { ALARM } from '@edict/runtime';

import { MemoryTimers } from './memory-timers.ts';
import { MemoryViews } from './memory-views.ts';

const NOON = instant('2025-06-01T12:00Z');
const END = instant('2099-01-01T00:00Z');

const open = async () => {
  const views = new MemoryViews();
  await views.prepare([ALARM]);
  return { views, timers: new MemoryTimers(views) };
};
const waits = (views: MemoryViews, stream: string, keys: readonly string[]) => {
  const rows = keys.map((key) => ({ key, at: NOON, ring: '{}' }));
  return views.commit({ name: 'alarm', epoch: 1 }, { rows: [{ table: ALARM.name, key: stream, rows }] }, '');
};

timersContract('memory', open);

describe('Memory timers', () => {
  it('know the alarms that were there before them', async () => {
    const { views } = await open();
    await waits(views, 'task-1', ['a']);
    expect((await new MemoryTimers(views).due(NOON, 9)).map(({ key }) => key)).toStrictEqual(['a']);
  });

  it('stay right when alarms come and go a thousand times without ever ringing', async () => {
    const { views, timers } = await open();
    for (let n = 0; n < 1000; n++) await waits(views, `task-${n % 3}`, [`k${n}`]);
    expect((await timers.due(END, 9)).map(({ key }) => key)).toStrictEqual(['k999', 'k997', 'k998']);
  });
});
