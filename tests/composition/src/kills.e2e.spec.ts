import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { KurrentEventStore, kurrentSettings } from '@edict/adapter-kurrentdb';
import { MemoryAnchor } from '@edict/adapter-memory';
import { openPostgresAccessLog } from '@edict/adapter-postgres';
import { FileAnchor } from '@edict/adapter-sqlite';
import { verdictIn } from '@edict/cli/src/commands/verify.ts';
import { brokenPromises, findings, randomOf } from '@edict/faults';
import { plusMs, startOf } from '@edict/kernel';
import { SEED } from '@edict/kernel/testing';

import type { Container } from './container.ts';
import { Load } from './load.ts';
import { Onlooker } from './onlooker.ts';
import { Stand } from './stand.ts';
import { Story, ZONE } from './story.ts';

jest.setTimeout(3_600_000);

/** More by hand: `EDICT_PROCESS_KILLS=100`. */
const KILLS = Number(process.env['EDICT_PROCESS_KILLS'] ?? 12);
const DAY_MS = 86_400_000;
/** So much time passes over all kills: deadlines, calls of time and the mergers of July lie in it. */
const SPAN_MS = 70 * DAY_MS;
/** A lease of somebody who was killed runs out in 30 s; then the next sweep, and what it brings about. */
const PATIENCE_MS = 60_000;

describe(`The composition, of which any process is killed at any time, ${KILLS} times (seed ${SEED})`, () => {
  const random = randomOf(SEED);
  let stand: Stand;
  let onlooker: Onlooker;
  let load: Load;

  beforeAll(async () => {
    stand = await Stand.start(startOf('2025-05-16', ZONE));
    onlooker = await Onlooker.at(stand);
    await new Story(stand, onlooker).issue();
    await onlooker.settled();
    await stand.join('sagas'); // two that do the same
    load = new Load(stand, onlooker, random);
  });
  afterAll(async () => {
    await onlooker.close();
    await stand.close();
  });

  const kill = async (victim: Container): Promise<void> => {
    await victim.end('SIGKILL');
    victim.start();
  };

  const everybodyReady = () => Promise.all(stand.containers.map((each) => each.ready(300_000)));

  it('rings all that is due within a lease and a sweep after they are back', async () => {
    load.start();
    const rests: number[] = [];
    for (let n = 1; n <= KILLS; n++) {
      stand.now = plusMs(stand.now, SPAN_MS / KILLS);
      await pause(random.upTo(1_500)); // any moment: also while it starts
      await kill(random.pick(stand.containers));
      if (n % 10 !== 0 && n !== KILLS) continue;
      await load.stop();
      await everybodyReady();
      rests.push(await onlooker.settled(2 * PATIENCE_MS));
      load.start();
    }
    await load.acted(KILLS);
    await load.stop();
    expect(rests.filter((ms) => ms > PATIENCE_MS)).toStrictEqual([]);
  });

  it('has lost nothing, doubled nothing and forgotten nothing', async () => {
    await onlooker.settled();
    const { kurrentdb, prefix, installation, postgres } = stand.ground;
    const settings = kurrentSettings({ EDICT_KURRENTDB: kurrentdb.url, EDICT_KURRENTDB_PREFIX: prefix });
    const openLog = () => KurrentEventStore.open(settings);
    const verdicts = [];
    const openAccessLog = (genesis: string) => openPostgresAccessLog({ url: postgres.url }, genesis);
    for (const { data } of stand.of('sagas')) verdicts.push(await verdictIn(data, openLog, openAccessLog));

    const anchor = new MemoryAnchor();
    await anchor.write((await new FileAnchor(join(stand.of('sagas')[0]!.data, 'checkpoint')).read())!);
    const { engine, store, views } = onlooker;
    const now = () => stand.now;
    const watched = { ...engine, now, advanceTo: async () => undefined };
    const found = await findings(watched, { store, views, installation, anchor });
    expect(brokenPromises({ ...found, acks: load.acks, verdicts })).toStrictEqual([]);
    expect(load.faults).toStrictEqual([]);
    expect(load.acks.length).toBeGreaterThan(KILLS);
    const rung = found.log.filter(({ meta }) => meta['origin'] === 'ring');
    expect(rung.length).toBeGreaterThan(100);
  });
});
