import { describe, expect, it } from '@jest/globals';
import type { Recorded } from '@edict/runtime';

import { openDataFolder } from './data-folder.ts';
import { FileAnchor } from './file-anchor.ts';
import { verifyFileDigest } from './file-digest.ts';
import { SqliteEventStore } from './sqlite-event-store.ts';
import { ended, startAppending } from './testing/child.ts';
import { scratch } from './testing/scratch.ts';

const wholeLog = async (store: SqliteEventStore): Promise<readonly Recorded[]> => {
  const seen: Recorded[] = [];
  for await (const { events, live } of store.follow('', new AbortController().signal)) {
    seen.push(...events);
    if (live) break;
  }
  return seen;
};

const inLine = ({ stream, revision, position }: Recorded) => `${stream} ${revision} ${position}`;

describe('A process that is killed', () => {
  it.each([
    'before-schema',
    'before-write',
    'before-write:9',
    'before-commit',
    'before-commit:9',
    'after-commit',
    'after-commit:9',
    'after-ack:9',
    'before-rename:9',
    'after-checkpoint',
  ])(
    '%s has lost nothing that it acknowledged, has left no gap, and its folder opens at once',
    async (point) => {
      const dir = scratch();
      const { lines, signal } = await ended(startAppending(dir, 20, point));
      expect(signal).toBe('SIGKILL');

      const folder = await openDataFolder(dir);
      const store = await SqliteEventStore.open(folder.events);
      const log = await wholeLog(store);
      expect(log.map(inLine)).toEqual(expect.arrayContaining(lines));
      expect(log.map(({ position }) => Number(position))).toStrictEqual(log.map((_, n) => n + 1));
      for (const events of Map.groupBy(log, ({ stream }) => stream).values())
        expect(events.map(({ revision }) => revision)).toStrictEqual(events.map((_, n) => n));

      const head = await store.head();
      expect(((await new FileAnchor(folder.checkpoint).read()) ?? '') <= head).toBe(true);
      expect(Number(await store.append('thing-new', -1, [{ id: 'x', type: 'Happened', data: null, meta: {} }]))).toBe(
        log.length + 1,
      );
      await store.close();
      folder.close();
    },
    30_000,
  );

  it('is not needed for a clean end', async () => {
    const dir = scratch();
    const { lines, signal } = await ended(startAppending(dir, 3));
    expect([lines.length, signal, verifyFileDigest(dir)]).toStrictEqual([24, null, []]);
  });
});
