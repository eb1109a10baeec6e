import { existsSync, readdirSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from '@jest/globals';
import { blobsContract } from '@edict/contracts';
import { BlobDamaged } from '@edict/runtime';

import { FileBlobs } from './file-blobs.ts';
import { scratch } from './testing/scratch.ts';

blobsContract('file', async () => new FileBlobs(join(scratch(), 'blobs')));

const once = async function* (text: string) {
  yield Buffer.from(text);
};
const read = async (blobs: FileBlobs, sha256: string): Promise<void> => {
  for await (const _ of (await blobs.get(sha256))!.content);
};

describe('Blobs in files', () => {
  const kept = async (text = 'a report') => {
    const dir = join(scratch(), 'blobs');
    const blobs = new FileBlobs(dir);
    const { sha256 } = await blobs.put(once(text), { most: 1_000 });
    return { dir, blobs, sha256, file: join(dir, sha256.slice(0, 2), sha256) };
  };

  it('are for their owner only, and never to be run', async () => {
    const { file } = await kept();
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('are there again after a restart; what came in half way is not', async () => {
    const { dir, sha256 } = await kept();
    writeFileSync(join(dir, 'incoming', 'half'), 'ha');
    const again = new FileBlobs(dir);
    expect(await again.get(sha256)).toMatchObject({ bytes: 8 });
    expect(readdirSync(join(dir, 'incoming'))).toStrictEqual([]);
  });

  it('leave nothing beside them when they are refused', async () => {
    const { dir, blobs } = await kept();
    await expect(blobs.put(once('too much'), { most: 2 })).rejects.toThrow();
    expect(readdirSync(join(dir, 'incoming'))).toStrictEqual([]);
  });

  it.each<[string, (file: string) => void]>([
    ['changed', (file) => writeFileSync(file, 'A REPORT')],
    ['cut short', (file) => truncateSync(file, 3)],
    ['emptied', (file) => truncateSync(file, 0)],
  ])('that were %s are never given out as whole', async (_, damage) => {
    const { blobs, sha256, file } = await kept();
    damage(file);
    await expect(read(blobs, sha256)).rejects.toThrow(BlobDamaged);
  });

  it('are found by their hash only: no name leads out of the folder', async () => {
    const { dir, blobs } = await kept();
    writeFileSync(join(dir, '..', 'secret'), 'x');
    for (const name of ['../secret', '../../etc/passwd', 'incoming']) {
      expect(await blobs.get(name)).toBeUndefined();
      await blobs.delete(name);
    }
    expect(existsSync(join(dir, '..', 'secret'))).toBe(true);
  });
});
