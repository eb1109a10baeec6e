import { beforeAll, describe, expect, it } from '@jest/globals';
import { conservationOf, MACHINE, planning } from '@edict/engine';
import { canonical, instant, plusMs } from '@edict/kernel';
import { SEED } from '@edict/kernel/testing';
import type { Recorded } from '@edict/runtime';

import { aftermath } from './aftermath.ts';
import type { Ack } from './oracle.ts';
import { startWorker } from './processes.ts';
import { randomOf } from './random.ts';
import { actor, copyOf, files, prepared, sending, within, ZONE } from './scene.ts';

const MIDNIGHT = instant('2025-06-30T17:00:00.000Z');
const POINTS = ['before-write', 'before-commit', 'after-commit', 'after-ack'];
/** In each folder, one after the other. More by hand: `EDICT_KILLS=200`. */
const KILLS = Number(process.env['EDICT_KILLS'] ?? 8);
/** How often each life may come to its point before it dies there: some 460 appends are written several at a time. */
const MOST_TIMES = 12;
const REGISTRAR = actor('politburo', 'secretariat');

/** The day before: everything is planned, some have set up their standing units, and nothing has happened yet. */
let eve: string;
beforeAll(async () => {
  const scene = await prepared();
  eve = copyOf(scene.assigned);
  const merging = new Set(files.units.successions!.flatMap(({ from }) => from));
  const desks = scene.settingUp.filter(({ caller }) => merging.has(caller.actor.unit)).slice(0, 5);
  const plans = planning(files.units, ZONE).map((command) => sending(command as never, REGISTRAR));
  await within(eve, async (engine) => {
    for (const { command, caller } of [...desks, ...plans]) await engine.execute(command, caller);
    await engine.advanceTo(plusMs(MIDNIGHT, -1));
    await engine.drain();
  });
}, 120_000);

/** What was said of the successions and of what they moved; when, and in which order of the streams, is not the point. */
const told = (log: readonly Recorded[]): readonly string[] =>
  log
    .filter(({ type }) => /Transferred|Mandate|Succession|Holdings/.test(type))
    .map(({ stream, type, data }) => canonical([stream, type, data]))
    .toSorted();

const proofs = (dir: string) =>
  within(
    dir,
    async (engine, { store }) => {
      const rows = await engine.reader.as(MACHINE).successions();
      return Promise.all(rows.map(async ({ successionId }) => conservationOf(store, successionId)));
    },
    plusMs(MIDNIGHT, 60_000),
  );

describe(`A succession of 364 tasks (seed ${SEED})`, () => {
  it(`that is killed ${KILLS} times comes to the same result as one that is not, and proves it`, async () => {
    const whole = copyOf(eve);
    const { broken, log } = await aftermath(whole, { now: MIDNIGHT });
    expect(broken).toStrictEqual([]);
    expect(log.filter(({ type }) => type === 'TaskTransferred')).toHaveLength(364);

    const random = randomOf(SEED);
    const dir = copyOf(eve);
    const acks: Ack[] = [];
    let killed = 0;
    for (let life = 0; life < KILLS; life++) {
      const crashAt = `${random.pick(POINTS)}:${1 + random.upTo(MOST_TIMES)}`;
      // A ring that was under way in the life before is free again after a minute.
      const job = { dir, now: plusMs(MIDNIGHT, life * 60_000), ring: true };
      const { acks: more, signal } = await startWorker(job, crashAt).ended;
      acks.push(...more);
      killed += Number(signal === 'SIGKILL');
    }
    const after = await aftermath(dir, { now: plusMs(MIDNIGHT, KILLS * 60_000), acks });
    expect(after.broken).toStrictEqual([]);
    expect(killed).toBeGreaterThanOrEqual(2);
    expect(told(after.log)).toStrictEqual(told(log));
    expect(await proofs(dir)).toStrictEqual(await proofs(whole));
    for (const { balanced, manifestAgrees, tally } of await proofs(dir))
      expect([balanced, manifestAgrees, tally.open]).toStrictEqual([true, true, 0]);
  }, 300_000);
});
