import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect, createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser } from 'playwright-core';

import { chromiumHere, launch, NO_BROWSER } from './browser.ts';
import { signInTo, violations } from './pages.ts';
import { openScene, type Scene } from './scene.ts';

jest.setTimeout(180_000);

const executable = chromiumHere();
const title = 'Operations in the console';

let browser: Browser;
let scene: Scene;
let redis: ChildProcess;
let dir: string;
let port: number;

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port: free } = server.address() as AddressInfo;
      server.close(() => resolve(free));
    });
  });
const answers = async (): Promise<boolean> => {
  const socket = connect(port, '127.0.0.1');
  const isThere = await Promise.race([
    once(socket, 'connect').then(() => true),
    once(socket, 'error').then(() => false),
  ]).catch(() => false);
  socket.destroy();
  return isThere;
};
const startRedis = async (): Promise<void> => {
  const settings = ['--port', String(port), '--save', '', '--maxmemory-policy', 'noeviction', '--dir', dir];
  redis = spawn('redis-server', settings, { stdio: 'ignore' });
  while (!(await answers())) await pause(50);
};
const endRedis = async (): Promise<void> => {
  const ended = once(redis, 'close');
  redis.kill('SIGKILL');
  await ended;
};

(executable ? describe : describe.skip)(executable ? title : `${title}. ${NO_BROWSER}`, () => {
  beforeAll(async () => {
    [dir, port] = await Promise.all([mkdtemp(join(tmpdir(), 'edict-redis-')), freePort()]);
    await startRedis();
    const env = { EDICT_REDIS_URL: `redis://127.0.0.1:${port}` };
    [browser, scene] = await Promise.all([launch(executable!), openScene(env)]);
  }, 120_000);
  afterAll(async () => {
    await browser.close();
    await scene.close();
    await endRedis();
    await rm(dir, { recursive: true });
  });

  it('say by themselves that the queue is away and what comes of it, and that it is back', async () => {
    const { page } = await signInTo(browser, scene)({}, {}, '/operations');
    const well = page.locator('.lamps .card').nth(2);
    await well.getByText('yes').waitFor();
    expect(await page.locator('.concerns').count()).toBe(0);
    await endRedis();
    const concern = page.locator('.concerns li').first();
    await concern.waitFor({ timeout: 60_000 });
    expect(await concern.locator('p').textContent()).not.toBe('');
    await well.getByText('Something stands still.').waitFor();
    expect(await violations(page)).toStrictEqual([]);
    await startRedis();
    await page.locator('.concerns').waitFor({ state: 'detached', timeout: 60_000 });
  });
});
