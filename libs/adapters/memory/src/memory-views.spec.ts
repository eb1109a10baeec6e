import { describe, expect, it } from '@jest/globals';
import { besideContract, viewsContract, type OpenViews } from '@edict/contracts';

import { MemoryLeases } from './memory-leases.ts';
import { MemoryViews } from './memory-views.ts';

const openMemory: OpenViews = async () => {
  const views = new MemoryViews();
  return { views, leases: new MemoryLeases(() => 0, views) };
};
viewsContract('memory', openMemory);
besideContract('memory', openMemory);

describe('A copy of views in memory', () => {
  const table = { name: 'thing_v1', columns: { colour: 'text' }, indexes: [] } as const;
  const put = (key: string, colour: string) => ({ rows: [{ table: table.name, key, rows: [{ colour }] }] });

  it('holds what the others held, and goes its own way', async () => {
    const views = new MemoryViews();
    await views.prepare([table]);
    await views.commit({ name: 'all', epoch: 1 }, put('a', 'red'), '1');
    const copy = MemoryViews.copyOf(views);
    await copy.prepare([table]);
    expect(await copy.progress('all')).toStrictEqual(await views.progress('all'));
    await copy.commit({ name: 'all', epoch: 1 }, put('a', 'blue'), '2');
    await views.commit({ name: 'all', epoch: 1 }, put('b', 'green'), '3');
    expect([await copy.find(table.name, {}), await views.find(table.name, {})]).toStrictEqual([
      [{ colour: 'blue' }],
      [{ colour: 'red' }, { colour: 'green' }],
    ]);
    expect([(await copy.progress('all')).reached, (await views.progress('all')).reached]).toStrictEqual(['2', '3']);
  });
});
