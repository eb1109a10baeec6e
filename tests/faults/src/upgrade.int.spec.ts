import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { openPostgresViews, PostgresEventStore } from '@edict/adapter-postgres';
import { FileAnchor } from '@edict/adapter-sqlite';
import { taskView } from '@edict/directives';
import { openRehearsal } from '@edict/engine';
import { instant, plusMs } from '@edict/kernel';
import { SEED } from '@edict/kernel/testing';
import { tableOf } from '@edict/runtime';
import { startPostgres, type PostgresServer } from '@edict/test-servers';

import { findings } from './aftermath.ts';
import { brokenPromises } from './oracle.ts';
import { startProgram, type Worker } from './processes.ts';
import { issuance, prepared, registrations, scratch, START } from './scene.ts';
import type { UpgradeJob } from './upgrade-worker.ts';

const [NOW, EARLIER] = [tableOf(taskView), tableOf({ ...taskView, version: taskView.version - 1 })];
const EARLIER_BUILD = `--import=${new URL('earlier-build.ts', import.meta.url).href}`;

let postgres: PostgresServer;
beforeAll(async () => {
  postgres = await startPostgres();
}, 120_000);
afterAll(() => postgres.stop());

const until = async (isSo: () => Promise<boolean>, seconds = 60) => {
  for (let left = 10 * seconds; left > 0 && !(await isSo()); left--) await pause(100);
  expect(await isSo()).toBe(true);
};

it('R21: an earlier and a later build work side by side on one log while the later takes over: nothing is lost, nothing doubled, and the one that leaves holds nobody up', async () => {
  const [dir, { tasks }] = [scratch(), await prepared()];
  mkdirSync(dir, { recursive: true });
  const installation = randomUUID();
  const desk = await openPostgresViews({ url: postgres.url });
  const store = await PostgresEventStore.open({ url: postgres.url }, installation);
  const sealed = (name: string) => join(dir, `${name}.checkpoint`);
  const issuing = await openRehearsal(
    { ...desk, store, installation, anchor: new FileAnchor(sealed('earlier')) },
    START,
  );
  for (const { command, caller } of [...registrations, issuance]) await issuing.execute(command, caller);
  const [since, from] = [Date.now(), START];

  const begin = (name: string, seed: number, flags: readonly string[] = []): Worker => {
    const common = { url: postgres.url, installation, since, from, tasks: tasks.map(({ taskId }) => taskId) };
    const job: UpgradeJob = { ...common, seal: sealed(name), seed };
    writeFileSync(join(dir, name), JSON.stringify(job));
    return startProgram('upgrade-worker.ts', { file: join(dir, name), flags });
  };
  const leave = async ({ child, ended }: Worker) => {
    child.kill('SIGTERM');
    const { acks, signal } = await ended;
    expect([signal, child.exitCode]).toStrictEqual([null, 0]);
    return acks;
  };
  const holderOf = async (name: string) => (await desk.leases.held()).find((each) => each.name === name)?.holder ?? '';
  const isOf = async (name: string, { child }: Worker) => (await holderOf(name)).endsWith(`/${child.pid}`);

  const earlier = begin('earlier', SEED, [EARLIER_BUILD]);
  await earlier.heard(800);
  copyFileSync(sealed('earlier'), sealed('later'));
  const later = begin('later', SEED + 100);
  await later.heard(100);
  await until(async () => (await isOf(EARLIER, earlier)) && (await isOf(NOW, later)) && isOf('escalation', earlier));
  await earlier.heard(1_000);

  const ofEarlier = await leave(earlier);
  await until(async () => (await isOf('escalation', later)) && isOf('alarm', later), 25); // a lease would hold for 30 s
  expect(await holderOf(EARLIER)).toBe('');
  const place = await store.head();
  await until(async () => (await desk.views.progress('escalation')).reached >= place);
  const ofLater = await leave(later);

  const acks = [...ofEarlier, ...ofLater];
  const now = instant(new Date(Date.parse(plusMs(from, (Date.now() - since) * 43_200))).toISOString());
  const ports = { ...desk, store, installation, anchor: new FileAnchor(sealed('later')) };
  const engine = await openRehearsal(ports, now);
  await engine.advanceTo(plusMs(now, 60_000));
  await engine.drain();
  const found = await findings(engine, ports);
  expect(brokenPromises({ ...found, acks, verdicts: [] })).toStrictEqual([]);
  const rung = found.log.filter(({ meta }) => meta['origin'] === 'ring');
  expect([ofEarlier.length >= 1_000, ofLater.length > 100, rung.length > 0]).toStrictEqual([true, true, true]);
  await Promise.all([store.close(), desk.close()]);
}, 900_000);
