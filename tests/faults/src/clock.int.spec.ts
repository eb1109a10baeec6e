import { beforeAll, describe, expect, it } from '@jest/globals';
import { openEmbedded } from '@edict/adapter-sqlite';
import { openEngine } from '@edict/engine';
import { endOf, later, msBetween, plusMs, type Instant } from '@edict/kernel';
import { SEED } from '@edict/kernel/testing';
import type { Recorded } from '@edict/runtime';

import { findings } from './aftermath.ts';
import { brokenPromises } from './oracle.ts';
import type { Sending } from './processes.ts';
import { randomOf } from './random.ts';
import { actor, copyOf, prepared, sending, START, ZONE, type Prepared } from './scene.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const JUMPS_MS = [0, HOUR_MS, -HOUR_MS, DAY_MS, -DAY_MS];
const STEP_MS = 12 * HOUR_MS;
const END = endOf('2025-11-02', ZONE);
const STEPS = Math.ceil(msBetween(START, END) / STEP_MS);

let scene: Prepared;
beforeAll(async () => {
  scene = await prepared();
}, 60_000);

/** Somebody reports at each step, by turns on a few tasks: what follows in a stream may be recorded on a clock that was put back. */
const report = (step: number): Sending => {
  const standing = scene.tasks.filter(({ kind, unit }) => kind === 'standing' && unit !== null);
  const { taskId, unit, assignment } = standing[step % 3]!;
  const data = { assignment, report: `Report ${step}.` };
  return sending({ stream: `task-${taskId}`, type: 'ReportProgress', data }, actor(unit!), String(step));
};

/** From the issue to the sunset in steps of half a day, each seen on a clock that is wrong by so much. */
const lived = async (wrongBy: () => number) => {
  const embedded = await openEmbedded(copyOf(scene.assigned));
  try {
    let now: Instant = START;
    const engine = await openEngine({ ...embedded, clock: () => now, window: 1 });
    for (const { command, caller } of scene.settingUp) await engine.execute(command, caller);
    let latest = now;
    for (let step = 1; step <= STEPS; step++) {
      const time = plusMs(START, step * STEP_MS);
      now = step < STEPS ? plusMs(time, wrongBy()) : later(time, latest);
      latest = later(now, latest);
      const { command, caller } = report(step);
      await engine.execute(command, caller);
      for (let rung = Infinity; rung > 0; { rung } = await engine.ring()) await engine.drain();
    }
    return await findings({ ...engine, now: () => now, advanceTo: async () => undefined }, embedded);
  } finally {
    await embedded.close();
  }
};

/** What the clock has brought about, stream by stream, whenever that was. */
const rungIn = (log: readonly Recorded[]): readonly string[] =>
  log
    .filter(({ meta }) => meta['origin'] === 'ring')
    .map(({ stream, revision, type }) => `${stream}@${revision} ${type}`)
    .sort();

describe(`A clock that jumps by an hour and by a day, forwards and backwards, ${STEPS} times (seed ${SEED})`, () => {
  it('loses no alarm and doubles none, and time runs backwards in no stream', async () => {
    const random = randomOf(SEED);
    const steady = await lived(() => 0);
    const jumping = await lived(() => random.pick(JUMPS_MS));
    expect(brokenPromises({ ...jumping, acks: [], verdicts: [] })).toStrictEqual([]);
    expect(rungIn(jumping.log)).toStrictEqual(rungIn(steady.log));
    expect(rungIn(steady.log).length).toBeGreaterThan(500);
  }, 120_000);
});
