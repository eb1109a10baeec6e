import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openEmbedded, type Embedded } from '@edict/adapter-sqlite';
import { openEngine } from '@edict/engine';
import { canonical, sha256 } from '@edict/kernel';
import type { Recorded } from '@edict/runtime';

import { CONCLUSION, example, filesOf, memoryPorts, play } from './stage.ts';

const files = filesOf(example(CONCLUSION), example('script-155.yaml'));

/** Positions are each store's own; everything else is the same. */
const digestOf = (log: readonly Recorded[]): string =>
  sha256(canonical(log.map((event) => ({ ...event, position: '' }))));

describe('Conclusion 155-KL/TW on the embedded store', () => {
  let dir: string;
  let embedded: Embedded;
  beforeEach(async () => {
    dir = mkdtempSync(join(tmpdir(), 'edict-story-'));
    embedded = await openEmbedded(dir);
  });
  afterEach(async () => {
    await embedded.close();
    rmSync(dir, { recursive: true });
  });

  it('has the same history as in memory, to the byte', async () => {
    const { log } = await play(files, { ports: embedded });
    const inMemory = await play(files, { ports: { ...memoryPorts(), installation: embedded.installation } });
    expect(digestOf(log)).toBe(digestOf(inMemory.log));
  });

  it('is followed live: all 512 tasks are assigned while the engine runs', async () => {
    const { rehearsal, summary } = await play(files, { ports: embedded, until: '2025-05-17' });
    expect(summary.counts.tasks).toBe(512);
    const engine = await openEngine({ ...embedded, clock: () => rehearsal.now() });
    const stop = new AbortController();
    const running = engine.start(stop.signal);
    expect(await engine.waitFor(await embedded.store.head(), 5_000)).toBe(true);
    stop.abort();
    await running;
    expect((await engine.health()).subscribers.filter(({ failing }) => failing)).toStrictEqual([]);
  });
});
