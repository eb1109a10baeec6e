import { afterAll, expect, it } from '@jest/globals';
import { startRedis, type RedisServer } from '@edict/test-servers';

import { violations } from './pages.ts';
import { openScene, type Scene } from './scene.ts';
import { inScene, signIn } from './suite.ts';

let redis: RedisServer;

const openShared = async (): Promise<Scene> => {
  redis = await startRedis();
  return openScene({ EDICT_REDIS_URL: redis.url });
};

inScene('Operations in the console', openShared, () => {
  afterAll(() => redis.stop());

  it('say by themselves that the queue is away and what comes of it, and that it is back', async () => {
    const { page } = await signIn({}, {}, '/operations');
    const well = page.locator('.lamps .card').nth(2);
    await well.getByText('yes').waitFor();
    expect(await page.locator('.concerns').count()).toBe(0);
    await redis.kill();
    const concern = page.locator('.concerns li').first();
    await concern.waitFor({ timeout: 60_000 });
    expect(await concern.locator('p').textContent()).not.toBe('');
    await well.getByText('Something stands still.').waitFor();
    expect(await violations(page)).toStrictEqual([]);
    await redis.start();
    await page.locator('.concerns').waitFor({ state: 'detached', timeout: 60_000 });
  });
});
