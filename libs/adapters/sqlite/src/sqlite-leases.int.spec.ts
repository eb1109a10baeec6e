import { describe, expect, it } from '@jest/globals';
import { leasesContract } from '@edict/contracts';

import { SqliteLeases } from './sqlite-leases.ts';
import { scratchViews } from './testing/scratch-views.ts';

const open = scratchViews();

leasesContract('SQLite', async (nowMs) => new SqliteLeases(open(), nowMs));

describe('SQLite leases', () => {
  it('are held against other connections too, and go on counting after a restart', async () => {
    let now = 0;
    const first = await new SqliteLeases(open(), () => now).acquire('inbox', 1000);
    const other = new SqliteLeases(open(), () => now);
    expect([first, await other.acquire('inbox', 1000)]).toStrictEqual([{ name: 'inbox', epoch: 1 }, undefined]);
    now = 1000;
    expect(await other.acquire('inbox', 1000)).toStrictEqual({ name: 'inbox', epoch: 2 });
  });

  it('leave alone how far the group got', async () => {
    const views = open();
    await views.commit({ name: 'inbox', epoch: 1 }, {}, 'p1');
    expect(await new SqliteLeases(views, () => 0).acquire('inbox', 1000)).toStrictEqual({ name: 'inbox', epoch: 2 });
    expect((await views.progress('inbox')).reached).toBe('p1');
  });

  describe('of the only process', () => {
    const exclusive = () => new SqliteLeases(open(), () => 0, { exclusive: true });

    it('are given at once, whatever a process that crashed still held', async () => {
      await exclusive().acquire('inbox', 1000);
      expect(await exclusive().acquire('inbox', 1000)).toStrictEqual({ name: 'inbox', epoch: 2 });
    });

    it('are renewed as long as no later one was given', async () => {
      const leases = exclusive();
      const [lost, held] = [await leases.acquire('inbox', 0), await leases.acquire('inbox', 0)];
      expect(await leases.renew(held!, 0)).toBe(true);
      expect(await leases.renew(lost!, 0)).toBe(false);
    });
  });
});
