import { createHash, randomBytes } from 'node:crypto';

import { beforeEach, describe, expect, it } from '@jest/globals';
import { BlobTooLarge, type Blobs, type Inspected } from '@edict/runtime';

const ENOUGH = { most: 10_000_000 };
const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** In pieces of a size, so that nobody relies on getting everything at once. */
const pieces = async function* (bytes: Uint8Array, size = 1_000): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size);
};

/** `open` gives an empty place for blobs. */
export const blobsContract = (adapter: string, open: () => Promise<Blobs>): void =>
  describe(`The ${adapter} blobs`, () => {
    let blobs: Blobs;
    beforeEach(async () => {
      blobs = await open();
    });

    const put = (text: string) => blobs.put(pieces(Buffer.from(text)), ENOUGH);
    const got = async (sha256: string): Promise<Buffer | undefined> => {
      const blob = await blobs.get(sha256);
      if (!blob) return undefined;
      const chunks: Uint8Array[] = [];
      for await (const chunk of blob.content) chunks.push(chunk);
      return Buffer.concat(chunks);
    };

    it.each([
      ['nothing', Buffer.alloc(0)],
      ['a byte', Buffer.from([0])],
      ['text', Buffer.from('Đảng ủy 😀\r\n')],
      ['a million bytes', randomBytes(1_000_003)],
    ])('give back exactly what was put, by its hash: %s', async (_, bytes) => {
      const kept = await blobs.put(pieces(bytes, 65_536), ENOUGH);
      expect(kept).toStrictEqual({ sha256: sha256Of(bytes), bytes: bytes.length });
      expect((await got(kept.sha256))?.equals(bytes)).toBe(true);
      expect(await blobs.get(kept.sha256)).toMatchObject(kept);
    });

    it.each(['0'.repeat(64), '', '../secret', 'A'.repeat(64)])('have nothing under %j', async (name) =>
      expect(await blobs.get(name)).toBeUndefined(),
    );

    it('keep the same content once, however often it comes', async () => {
      const kept = await Promise.all([put('same'), put('same'), put('same')]);
      expect(new Set(kept.map((each) => each.sha256)).size).toBe(1);
      const [{ sha256 }] = kept;
      await blobs.delete(sha256);
      expect(await got(sha256)).toBeUndefined();
    });

    it('take as much as was said, and not a byte more', async () => {
      const bytes = randomBytes(5_000);
      expect(await blobs.put(pieces(bytes), { most: 5_000 })).toMatchObject({ bytes: 5_000 });
      await expect(blobs.put(pieces(randomBytes(5_001)), { most: 5_000 })).rejects.toThrow(BlobTooLarge);
    });

    it('stop taking once it is too much, and keep nothing of it', async () => {
      let given = 0;
      const endless = async function* () {
        for (;;) {
          given += 1_000;
          yield Buffer.alloc(1_000);
        }
      };
      await expect(blobs.put(endless(), { most: 10_000 })).rejects.toThrow(BlobTooLarge);
      expect(given).toBeLessThan(100_000);
      expect(await got(sha256Of(Buffer.alloc(10_000)))).toBeUndefined();
    });

    it('keep nothing where the content breaks off', async () => {
      const broken = async function* () {
        yield Buffer.from('half');
        throw new Error('the connection');
      };
      await expect(blobs.put(broken(), ENOUGH)).rejects.toThrow('the connection');
      expect(await got(sha256Of(Buffer.from('half')))).toBeUndefined();
    });

    it('show all of it, anywhere, to who inspects it, and keep nothing of what that refuses', async () => {
      const bytes = randomBytes(100_000);
      const seen: Buffer[] = [];
      const inspect = async (content: Inspected) => {
        for (const from of [99_990, 0, 50_000]) seen.push(Buffer.from(await content.read(from, 10)));
        seen.push(Buffer.from(await content.read(content.bytes - 5, 100)));
        throw new Error('refused');
      };
      await expect(blobs.put(pieces(bytes), { ...ENOUGH, inspect })).rejects.toThrow('refused');
      const wanted = [
        bytes.subarray(99_990),
        bytes.subarray(0, 10),
        bytes.subarray(50_000, 50_010),
        bytes.subarray(99_995),
      ];
      expect(seen.map((each) => each.toString('hex'))).toStrictEqual(wanted.map((each) => each.toString('hex')));
      expect(await got(sha256Of(bytes))).toBeUndefined();
    });

    it('keep what was kept before when the same is refused later', async () => {
      const { sha256 } = await put('twice');
      const inspect = () => Promise.reject(new Error('refused'));
      await expect(blobs.put(pieces(Buffer.from('twice')), { ...ENOUGH, inspect })).rejects.toThrow('refused');
      expect((await got(sha256))?.toString()).toBe('twice');
    });

    it('delete what is there, and do not mind what is not', async () => {
      const { sha256 } = await put('gone');
      await blobs.delete(sha256);
      await blobs.delete(sha256);
      expect(await got(sha256)).toBeUndefined();
    });
  });
