import { beforeAll, describe, expect, it } from '@jest/globals';
import { openEmbedded } from '@edict/adapter-sqlite';
import { verdictOn } from '@edict/cli/src/commands/verify.ts';
import { openRehearsal } from '@edict/engine';
import { genesisOf, idFrom, plusMs, sha256, type Message } from '@edict/kernel';
import { chain, type EventStore } from '@edict/runtime';

import { startWorker } from './processes.ts';
import { copyOf, prepared, registrations, START, within, type Prepared } from './scene.ts';

const EVENTS = 100_000;
const IN_A_STREAM = 20;
const LIMIT_MS = 5_000;

let scene: Prepared;
beforeAll(async () => {
  scene = await prepared();
}, 60_000);

/** Units whose registration was corrected again and again: true events, sealed as the engine would have. */
const grown = async (store: EventStore, installation: string): Promise<void> => {
  const { data } = registrations.at(-1)!.command as Message<string, { entry: object }>;
  const streams = Array.from({ length: EVENTS / IN_A_STREAM }, (_, n) => `unit-made-${n}`);
  await Promise.all(
    streams.map((stream) => {
      const commandId = idFrom('grown', stream);
      const entry = { ...data.entry, id: stream.slice('unit-'.length) };
      const messages = Array.from({ length: IN_A_STREAM }, (_, n) => ({
        type: n === 0 ? 'UnitRegistered' : 'UnitRegistrationCorrected',
        data: { ...data, entry },
      }));
      const meta = {
        ...{ commandId, commandHash: sha256(stream), correlationId: commandId, causationId: commandId },
        ...{ actor: 'spec', unit: 'politburo', capacity: 'secretariat', origin: 'person' },
        ...{ recordedAt: START, occurredAt: START, version: '1' },
      };
      return store.append(
        stream,
        -1,
        chain({ stream, last: undefined, genesis: genesisOf(installation) }, messages, meta),
      );
    }),
  );
};

describe('A restart after a kill', () => {
  it(`takes less than ${LIMIT_MS / 1000} seconds with ${EVENTS} events in the log: then everything is read up to its head`, async () => {
    const dir = copyOf(scene.assigned);
    await within(dir, async (engine, { store, installation }) => {
      await grown(store, installation);
      await engine.drain();
    });
    const load = scene.tasks.filter(({ unit }) => unit !== null).map(({ taskId }) => taskId);
    const { atWork, child, ended } = startWorker({ dir, now: plusMs(START, 1), load }, 'after-commit:25');
    await atWork;
    const { acks, signal } = await ended;
    expect([signal, child.killed]).toStrictEqual(['SIGKILL', false]);

    const before = performance.now();
    const embedded = await openEmbedded(dir);
    const engine = await openRehearsal(embedded, plusMs(START, 1));
    await engine.drain();
    const took = performance.now() - before;
    const { head, subscribers } = await engine.health();
    await embedded.close();
    expect(took).toBeLessThan(LIMIT_MS);
    expect(subscribers.filter(({ reached }) => reached !== head)).toStrictEqual([]);
    expect(Number(head)).toBeGreaterThanOrEqual(EVENTS + acks.length);
    expect(await verdictOn(dir)).toMatchObject({ ok: true, events: Number(head) });
  }, 120_000);
});
