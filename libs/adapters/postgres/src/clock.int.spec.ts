import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { instant } from '@edict/kernel';
import { skewOf } from '@edict/runtime';
import { startPostgres, type PostgresServer } from '@edict/test-servers';

import { openPostgresViews } from './open-views.ts';

describe('The clock of the database', () => {
  let server: PostgresServer;
  beforeAll(async () => {
    server = await startPostgres();
  });
  afterAll(() => server.stop());

  it('is asked, so that it is seen how far apart the clocks are', async () => {
    const { clock, close } = await openPostgresViews({ url: server.url });
    const ahead = () => instant(new Date(Date.now() + 60_000).toISOString());
    const skew = await skewOf(clock, ahead).finally(close);
    expect(skew).toMatchObject({ name: 'postgresql' });
    expect(Math.abs(skew!.aheadMs + 60_000)).toBeLessThanOrEqual(1_000 + skew!.withinMs);
  });
});
