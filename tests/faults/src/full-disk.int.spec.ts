import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openEmbedded, SqliteEventStore, type Embedded } from '@edict/adapter-sqlite';
import { MACHINE, openEngine, type Engine } from '@edict/engine';

import { aftermath } from './aftermath.ts';
import type { Ack } from './oracle.ts';
import type { Sending } from './processes.ts';
import { actor, copyOf, directiveId, prepared, scratch, sending, START, type Prepared } from './scene.ts';

let scene: Prepared;
beforeAll(async () => {
  scene = await prepared();
}, 60_000);

/** One report after another on the same task, each as long as a few pages of the database. */
const report = (n: number): Sending => {
  const { taskId, unit, assignment } = scene.tasks.find((each) => each.unit !== null)!;
  const data = { assignment, report: `Report ${n}. `.repeat(4_000) };
  return sending({ stream: `task-${taskId}`, type: 'ReportProgress', data }, actor(unit!), String(n));
};

type Filled = Readonly<{ acks: readonly Ack[]; refused: Sending; refusal: unknown }>;

const fill = async (engine: Engine): Promise<Filled> => {
  const acks: Ack[] = [];
  for (let n = 0; ; n++) {
    const { command, caller } = report(n);
    try {
      const { stream, revision } = await engine.execute(command, caller);
      acks.push({ stream, revision, commandId: caller.commandId });
    } catch (refusal) {
      return { acks, refused: report(n), refusal };
    }
  }
};

/** Everything that is promised while there is no room, and once there is. `makeRoom` gives the engine that goes on then. */
const holds = async (engine: Engine, makeRoom: () => Promise<Engine>): Promise<readonly Ack[]> => {
  const { acks, refused, refusal } = await fill(engine);
  expect(refusal).toMatchObject({ name: 'StoreUnavailable', reason: 'full' });
  expect(acks.length).toBeGreaterThan(10);
  const reading = engine.reader.as(MACHINE);
  expect(await reading.history(refused.command.stream)).toHaveLength(acks.at(-1)!.revision + 1);
  expect(await reading.tasks(directiveId)).toHaveLength(512);

  const roomy = await makeRoom();
  const { stream, revision, position } = await roomy.execute(refused.command, refused.caller);
  expect(revision).toBe(acks.at(-1)!.revision + 1);
  expect(await roomy.waitFor(position, 20_000)).toBe(true);
  return [...acks, { stream, revision, commandId: refused.caller.commandId }];
};

type Running = Readonly<{ engine: Engine; stop(): Promise<void> }>;

const started = async (embedded: Embedded): Promise<Running> => {
  const engine = await openEngine({ ...embedded, clock: () => START });
  const ending = new AbortController();
  const running = engine.start(ending.signal);
  const stop = async (): Promise<void> => {
    ending.abort();
    await running;
    await embedded.close();
  };
  return { engine, stop };
};

describe('A file that may not grow any more', () => {
  it('refuses commands and goes on answering; opened without the limit, it takes what it refused', async () => {
    const dir = copyOf(scene.assigned);
    const file = join(dir, 'events.db');
    const maxPages = statSync(file).size / 8192 + 120;
    const embedded = await openEmbedded(dir);
    const limited = await SqliteEventStore.open(file, { maxPages });
    const small = await started({ ...embedded, store: limited });
    let large: Running | undefined;
    const acks = await holds(small.engine, async () => {
      await small.stop();
      await limited.close();
      large = await started(await openEmbedded(dir));
      return large.engine;
    });
    await large!.stop();
    expect((await aftermath(dir, { now: START, acks })).broken).toStrictEqual([]);
  }, 60_000);
});

const DISK_BYTES = 20 << 20;
const BALLAST_BYTES = 8 << 20;

const mount = (dir: string): void => {
  mkdirSync(dir);
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${DISK_BYTES}`, 'tmpfs', dir], { stdio: 'ignore' });
};

const unmount = (dir: string): void => void execFileSync('umount', ['--lazy', dir]);

const mayMount = (): boolean => {
  const dir = scratch();
  try {
    mount(dir);
    unmount(dir);
    return true;
  } catch {
    return false;
  }
};

describe('A disk that is full', () => {
  if (!mayMount()) return; // what this user may do is above

  const disk = scratch();
  beforeAll(() => mount(disk));
  afterAll(() => unmount(disk));

  it('makes the engine refuse commands and go on answering; with room again it goes on, without a restart', async () => {
    const [dir, ballast] = [join(disk, 'data'), join(disk, 'ballast')];
    cpSync(scene.assigned, dir, { recursive: true });
    writeFileSync(ballast, new Uint8Array(BALLAST_BYTES));
    const { engine, stop } = await started(await openEmbedded(dir));
    const acks = await holds(engine, async () => {
      rmSync(ballast);
      return engine;
    });
    await stop();
    expect((await aftermath(dir, { now: START, acks })).broken).toStrictEqual([]);
  }, 60_000);
});
