import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Anchor } from '@edict/runtime';

/** `open` gives an anchor to which nothing has been written yet. */
export const anchorContract = (adapter: string, open: () => Promise<Anchor>): void =>
  describe(`The ${adapter} anchor`, () => {
    let anchor: Anchor;
    beforeEach(async () => {
      anchor = await open();
    });

    it('holds nothing until something is sealed', async () => expect(await anchor.read()).toBeUndefined());

    it.each(['{"head":"0001"}\n', 'ĐU "—" 😀\r\n', ''])('gives back exactly what was written: %j', async (text) => {
      await anchor.write(text);
      expect(await anchor.read()).toBe(text);
    });

    it('holds the last text, and nothing of a longer one before it', async () => {
      for (const text of ['first', 'a much longer second', 'third']) await anchor.write(text);
      expect(await anchor.read()).toBe('third');
    });

    it('is read as the old text or the new one, never as a part of either', async () => {
      const [old, fresh] = ['o'.repeat(100_000), 'n'.repeat(200_000)];
      await anchor.write(old);
      const writing = anchor.write(fresh);
      const seen = await Promise.all(Array.from({ length: 20 }, () => anchor.read()));
      await writing;
      expect(seen.filter((text) => text !== old && text !== fresh)).toStrictEqual([]);
    });
  });
