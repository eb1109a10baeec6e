import { rmSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from '@jest/globals';
import { openEmbedded, type Embedded } from '@edict/adapter-sqlite';
import { openRehearsal, SAGAS } from '@edict/engine';
import type { Instant } from '@edict/kernel';
import type { EventStore, Position, Views } from '@edict/runtime';
import { logOf, memoryPorts, play } from '@edict/story';

import { differences, findings, textOf } from './aftermath.ts';
import { brokenPromises } from './oracle.ts';
import { files, scratch } from './scene.ts';

const TIMES = 3;

/**
 * Every batch comes three times. Sagas and alarms take each copy for new, as if the process had died each time before it could note
 * how far it got; views note that together with their rows, so that there nothing can be half done.
 */
const thrice = (embedded: Embedded): Embedded => {
  let before: Position = '';
  const forgetful = new Set(['alarm', ...SAGAS.map(([{ name }]) => name)]);

  async function* follow(after: Position, signal: AbortSignal): ReturnType<EventStore['follow']> {
    before = after;
    for await (const batch of embedded.store.follow(after, signal)) {
      for (let copy = 1; copy < TIMES; copy++) yield { ...batch, live: false };
      yield batch;
      before = batch.position;
    }
  }
  const progress: Views['progress'] = async (group) => {
    const { reached, parked } = await embedded.views.progress(group);
    return { reached: forgetful.has(group) && before < reached ? before : reached, parked };
  };
  return { ...embedded, store: bound(embedded.store, { follow }), views: bound(embedded.views, { progress }) };
};

/** The same object, but for what is put in its place. */
const bound = <T extends object>(target: T, instead: Partial<T>): T =>
  new Proxy(target, {
    get(_, name) {
      const value: unknown = Reflect.get(name in instead ? instead : target, name);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });

const LAST_DAY = '2025-11-01';

describe(`Every message, delivered ${TIMES} times`, () => {
  it('changes nothing: the same history to the byte from the issue to the sunset, and the same views', async () => {
    const dir = scratch();
    const embedded = await openEmbedded(dir);
    try {
      const { rehearsal } = await play(files, { ports: thrice(embedded), until: LAST_DAY });
      const once = await play(files, {
        ports: { ...memoryPorts(), installation: embedded.installation },
        until: LAST_DAY,
      });
      const found = await findings(rehearsal, embedded);
      expect(differences(found.log, once.log)).toStrictEqual([]);
      expect(brokenPromises({ ...found, acks: [], verdicts: [] })).toStrictEqual([]);
    } finally {
      await embedded.close();
    }
  }, 60_000);

  it(`changes nothing either when views, alarms and sagas begin again at the first event, ${TIMES} times, at the end of it all`, async () => {
    const dir = scratch();
    const first = await followedAnew(dir, async (embedded) =>
      (await play(files, { ports: embedded, until: LAST_DAY })).rehearsal.now(),
    );
    for (let time = 0; time < TIMES; time++) {
      rmSync(join(dir, 'views.db'));
      const again = await followedAnew(dir, async (embedded) => {
        const engine = await openRehearsal(embedded, first.now);
        await engine.drain();
        await engine.ring();
        await engine.drain();
        return engine.now();
      });
      expect(differences(again.log, first.log)).toStrictEqual([]);
      expect(again.views === first.views).toBe(true);
    }
  }, 60_000);
});

const followedAnew = async (dir: string, work: (embedded: Embedded) => Promise<Instant>) => {
  const embedded = await openEmbedded(dir);
  try {
    const now = await work(embedded);
    return { now, log: await logOf(embedded.store), views: await textOf(embedded.views) };
  } finally {
    await embedded.close();
  }
};
