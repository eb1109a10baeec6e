import { closeSync, existsSync, openSync, readSync, statSync, truncateSync, writeSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from '@jest/globals';

import { verifyFileDigest } from './file-digest.ts';
import { SqliteEventStore } from './sqlite-event-store.ts';
import { event, scratch } from './testing/scratch.ts';

const closedStore = async (length = 700_000): Promise<{ dir: string; file: string; digest: string }> => {
  const dir = scratch();
  const file = join(dir, 'events.db');
  const store = await SqliteEventStore.open(file);
  for (let n = 0; n < 4; n++) await store.append(`thing-${n}`, -1, [event(`big ${n}`, 'x'.repeat(length))]);
  await store.close();
  return { dir, file, digest: join(dir, 'events.digest') };
};

const flip = (file: string, at: number): void => {
  const [descriptor, byte] = [openSync(file, 'r+'), new Uint8Array(1)];
  readSync(descriptor, byte, 0, 1, at);
  byte[0]! ^= 1;
  writeSync(descriptor, byte, 0, 1, at);
  closeSync(descriptor);
};

describe('A store that was closed', () => {
  it('is vouched for, byte by byte', async () => {
    const { dir } = await closedStore();
    expect(verifyFileDigest(dir)).toStrictEqual([]);
  });

  it('shows every flipped byte, and roughly where, also where no event is', async () => {
    const { dir, file } = await closedStore();
    const size = statSync(file).size;
    for (let n = 0; n < 100; n++) {
      const at = Math.floor((n * size) / 100);
      flip(file, at);
      const from = at - (at % (1 << 20));
      expect(verifyFileDigest(dir)).toStrictEqual([expect.stringContaining(`bytes ${from} to `)]);
      flip(file, at);
    }
    expect(verifyFileDigest(dir)).toStrictEqual([]);
  });

  it('shows a flipped byte of the digest itself', async () => {
    const { dir, digest } = await closedStore(10);
    for (let at = 0; at < statSync(digest).size; at++) {
      flip(digest, at);
      expect(verifyFileDigest(dir)).not.toStrictEqual([]);
      flip(digest, at);
    }
  });

  it('shows that a part of it is missing', async () => {
    const { dir, file } = await closedStore();
    truncateSync(file, statSync(file).size - 8192);
    expect(verifyFileDigest(dir)[0]).toContain('when it was closed');
  });

  it('is not served when it was changed since, and says why; and is again when that is put right', async () => {
    const { file } = await closedStore();
    const at = statSync(file).size - 1;
    flip(file, at);
    await expect(SqliteEventStore.open(file)).rejects.toMatchObject({ reason: 'corrupt' });
    await expect(SqliteEventStore.open(file)).rejects.toThrow('was changed while it was closed: bytes');
    flip(file, at);
    await (await SqliteEventStore.open(file)).close();
  });

  it('keeps its digest while it is only read, and loses it before the first write', async () => {
    const { file, digest } = await closedStore();
    const store = await SqliteEventStore.open(file);
    await store.read('thing-0');
    const whileRead = existsSync(digest);
    await store.append('thing-9', -1, [event('a')]);
    const whileWritten = existsSync(digest);
    await store.close();
    expect([whileRead, whileWritten, existsSync(digest)]).toStrictEqual([true, false, true]);
  });
});
