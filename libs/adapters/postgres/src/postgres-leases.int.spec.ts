import { describe, expect, it } from '@jest/globals';
import { leasesContract } from '@edict/contracts';

import { PostgresLeases } from './postgres-leases.ts';
import { scratchViews } from './testing/scratch-views.ts';

const { open } = scratchViews();

leasesContract('PostgreSQL', async (nowMs) => new PostgresLeases(await open(), nowMs));

describe('PostgreSQL leases', () => {
  it('are held against other processes too, and go on counting', async () => {
    let now = 0;
    const first = await new PostgresLeases(await open('leases'), () => now).acquire('inbox', 1000);
    const other = new PostgresLeases(await open('leases'), () => now);
    expect([first, await other.acquire('inbox', 1000)]).toStrictEqual([{ name: 'inbox', epoch: 1 }, undefined]);
    now = 1000;
    expect(await other.acquire('inbox', 1000)).toStrictEqual({ name: 'inbox', epoch: 2 });
  });

  it('go by the clock of the database, so that no process can be early', async () => {
    const leases = new PostgresLeases(await open());
    expect([await leases.acquire('inbox', 60_000), await leases.acquire('inbox', 60_000)]).toStrictEqual([
      { name: 'inbox', epoch: 1 },
      undefined,
    ]);
    expect(await leases.acquire('escalation', -1)).toMatchObject({ epoch: 1 });
    expect(await leases.acquire('escalation', -1)).toMatchObject({ epoch: 2 });
  });
});
