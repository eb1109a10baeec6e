import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { instant } from '@edict/kernel';
import type { AccessStore, AccessEntry } from '@edict/runtime';

const NOW = instant('2025-06-10T02:00:00Z');
const LATER = instant('2025-06-10T02:00:00.001Z');
const kept = (changes: Partial<AccessEntry> = {}): AccessEntry => ({
  kind: 'session',
  key: 'k1',
  account: 'ann',
  until: null,
  value: { since: 'then', n: 1, none: null, list: ['ĐU "—" 😀'] },
  ...changes,
});

/** `open` gives a store in which nothing is kept yet. */
export const accessStoreContract = (adapter: string, open: () => Promise<AccessStore>): void =>
  describe(`The ${adapter} access store`, () => {
    let store: AccessStore;
    beforeEach(async () => {
      store = await open();
    });
    afterEach(() => store.close());

    it('gives back exactly what was put, by kind and key', async () => {
      for (const each of [
        kept(),
        kept({ kind: 'token', account: null, value: 'text' }),
        kept({ key: 'k2', value: [] }),
      ]) {
        await store.put(each);
        expect(await store.get(each.kind, each.key, NOW)).toStrictEqual(each);
      }
      expect(await store.get('session', 'k3', NOW)).toBeUndefined();
      expect(await store.get('nothing', 'k1', NOW)).toBeUndefined();
    });

    it('puts in the place of what was there', async () => {
      await store.put(kept());
      await store.put(kept({ account: 'bob', value: 2 }));
      expect(await store.get('session', 'k1', NOW)).toStrictEqual(kept({ account: 'bob', value: 2 }));
      expect(await store.of('session', 'ann', NOW)).toStrictEqual([]);
    });

    it('has nothing any more from its end on', async () => {
      await store.put(kept({ until: LATER }));
      expect(await store.get('session', 'k1', NOW)).toBeDefined();
      expect(await store.get('session', 'k1', LATER)).toBeUndefined();
      expect(await store.of('session', 'ann', LATER)).toStrictEqual([]);
    });

    it('lists what an account has of a kind, by key', async () => {
      const all = [kept({ key: 'b' }), kept({ key: 'a' }), kept({ key: 'c', account: 'bob' }), kept({ kind: 'token' })];
      for (const each of all) await store.put(each);
      expect(await store.of('session', 'ann', NOW)).toStrictEqual([all[1], all[0]]);
    });

    it('swaps what is still there, and nothing else', async () => {
      const place = { kind: 'session', key: 'k1' };
      expect(await store.swap(place, kept(), kept({ value: 2 }))).toBe(false);
      expect(await store.swap(place, undefined, kept())).toBe(true);
      expect(await store.swap(place, undefined, kept({ value: 2 }))).toBe(false);
      expect(await store.swap(place, kept({ value: 2 }), undefined)).toBe(false);
      expect(await store.get('session', 'k1', NOW)).toStrictEqual(kept());
      expect(await store.swap(place, kept(), kept({ value: 2 }))).toBe(true);
      expect(await store.get('session', 'k1', NOW)).toStrictEqual(kept({ value: 2 }));
      expect(await store.swap(place, kept({ value: 2 }), undefined)).toBe(true);
      expect(await store.get('session', 'k1', NOW)).toBeUndefined();
    });

    it('lets one of many at once take it', async () => {
      await store.put(kept());
      const took = await Promise.all(
        Array.from({ length: 20 }, () => store.swap({ kind: 'session', key: 'k1' }, kept(), undefined)),
      );
      expect(took.filter(Boolean)).toHaveLength(1);
    });

    it('forgets what is asked, and no more', async () => {
      const all = [
        kept(),
        kept({ key: 'k2', until: LATER }),
        kept({ key: 'k3', account: 'bob', until: NOW }),
        kept({ kind: 'token' }),
      ];
      for (const each of all) await store.put(each);
      expect(await store.forget({ kind: 'session', until: NOW })).toBe(1);
      expect(await store.forget({ kind: 'session', account: 'ann' })).toBe(2);
      expect(await store.forget({ kind: 'session' })).toBe(0);
      expect(await store.get('token', 'k1', NOW)).toStrictEqual(all[3]);
    });
  });
