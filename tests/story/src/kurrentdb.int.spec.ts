import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { KurrentEventStore, kurrentSettings } from '@edict/adapter-kurrentdb';
import { openEngine } from '@edict/engine';
import { canonical, genesisOf, sha256 } from '@edict/kernel';
import { freshPrefix, serverForTests, type Served } from '@edict/kurrentdb-server';
import { isIntact, type Recorded } from '@edict/runtime';

import { CONCLUSION, example, filesOf, memoryPorts, play, type Played } from './stage.ts';

/** Ten thousand reads, one after the other: a real server takes up to 45 ms for each. */
jest.setTimeout(1_200_000);

const files = filesOf(example(CONCLUSION), example('script-155.yaml'));

const placeOf = ({ stream, revision }: Recorded): string => `${stream} ${String(revision).padStart(4, '0')}`;

/**
 * Positions are each store's own, and so is which of two streams comes first where two sagas act on the same batch: a server hands out what
 * has arrived. What every stream says is the same.
 */
const digestOf = (log: readonly Recorded[]): string => {
  const byStream = log.toSorted((one, other) => (placeOf(one) < placeOf(other) ? -1 : 1));
  return sha256(canonical(byStream.map((event) => ({ ...event, position: '' }))));
};

describe('Conclusion 155-KL/TW on KurrentDB', () => {
  let server: Served;
  let store: KurrentEventStore;
  let played: Played;
  const ports = () => ({ ...memoryPorts(), store });
  const anchor = memoryPorts().anchor;

  beforeAll(async () => {
    server = await serverForTests();
    const reader = process.env['EDICT_KURRENTDB_READER'];
    const env = { EDICT_KURRENTDB: server.url, EDICT_KURRENTDB_PREFIX: freshPrefix(), EDICT_KURRENTDB_READER: reader };
    store = await KurrentEventStore.open(kurrentSettings(env));
    played = await play(files, { ports: { ...ports(), anchor } });
  });
  afterAll(async () => {
    await store.close();
    await server.close();
  });

  it('has the same history of every stream as in memory, to the byte', async () => {
    const inMemory = await play(files);
    expect(digestOf(played.log)).toBe(digestOf(inMemory.log));
    expect(played.summary).toStrictEqual(inMemory.summary);
  });

  it('links every stream back to the installation', () => {
    for (const history of Map.groupBy(played.log, ({ stream }) => stream).values())
      expect(isIntact(history, genesisOf('rehearsal'))).toBe(true);
  });

  it('is followed live by another engine, which goes on under the same seal', async () => {
    const other = { ...ports(), anchor };
    const engine = await openEngine({ ...other, clock: () => played.rehearsal.now() });
    const stop = new AbortController();
    const running = engine.start(stop.signal);
    expect(await engine.waitFor(await store.head(), 60_000)).toBe(true);
    stop.abort();
    await running;
    expect((await engine.health()).subscribers.filter(({ failing }) => failing)).toStrictEqual([]);
  });

  it('does not open without the checkpoint that seals it', () =>
    expect(openEngine({ ...ports(), clock: () => played.rehearsal.now() })).rejects.toThrow(
      'The checkpoint is missing',
    ));
});
