import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { instant } from '@edict/kernel';
import { accessHash, type AccessLog, type AccessRecord } from '@edict/runtime';

/** A record like any other. */
export const accessRecord = (changes: Partial<AccessRecord> = {}): AccessRecord => ({
  at: instant('2025-06-10T02:00:00Z'),
  who: 'ann',
  capacity: 'officer',
  unit: 'ministry',
  act: 'GET /directives/:id',
  about: 'directive-1',
  rank: 2,
  from: '10.0.0.1',
  ...changes,
});

const LATER = instant('2025-06-10T02:00:00.001Z');

/** `open` gives a log in which nothing is kept yet. */
export const accessLogContract = (adapter: string, open: (genesis: string) => Promise<AccessLog>): void =>
  describe(`The ${adapter} access log`, () => {
    let log: AccessLog;
    beforeEach(async () => {
      log = await open('genesis');
    });
    afterEach(() => log.close());

    it('keeps what it is given in its order, each sealed to the one before', async () => {
      const given = [accessRecord(), accessRecord({ about: null, who: 'đơn "—" 😀' }), accessRecord({ rank: 0 })];
      const kept = [...(await log.append(given.slice(0, 2))), ...(await log.append(given.slice(2)))];
      expect(kept.map(({ hash: _, n: __, ...record }) => record)).toStrictEqual(given);
      expect(kept.map(({ n }) => n)).toStrictEqual([0, 1, 2]);
      let before = 'genesis';
      for (const { n, hash, ...record } of kept) {
        before = accessHash(before, n, record);
        expect(hash).toBe(before);
      }
      expect(await log.read({}, 10)).toStrictEqual(kept);
      expect(await log.last()).toStrictEqual(kept[2]);
    });

    it('is empty at first, and after nothing was given', async () => {
      await log.append([]);
      expect([await log.read({}, 10), await log.last()]).toStrictEqual([[], undefined]);
    });

    it('gives what is asked for: by whom, of what, when, up to which rank, after which one, so many', async () => {
      await log.append([
        accessRecord({ rank: 0 }),
        accessRecord({ who: 'bob', at: LATER }),
        accessRecord({ about: null, at: LATER, rank: 3 }),
      ]);
      const numbers = async (where: Parameters<AccessLog['read']>[0], limit = 10) =>
        (await log.read(where, limit)).map(({ n }) => n);
      expect(await numbers({ who: 'bob' })).toStrictEqual([1]);
      expect(await numbers({ about: 'directive-1' })).toStrictEqual([0, 1]);
      expect(await numbers({ since: LATER })).toStrictEqual([1, 2]);
      expect(await numbers({ until: LATER })).toStrictEqual([0]);
      expect(await numbers({ rank: 2 })).toStrictEqual([0, 1]);
      expect(await numbers({ after: 0 })).toStrictEqual([1, 2]);
      expect(await numbers({ after: 0, rank: 2, who: 'bob', about: 'directive-1', since: LATER })).toStrictEqual([1]);
      expect(await numbers({}, 2)).toStrictEqual([0, 1]);
    });

    it('puts many that come at once one after another', async () => {
      await Promise.all(Array.from({ length: 20 }, (_, n) => log.append([accessRecord({ who: `p${n}` })])));
      expect((await log.read({}, 100)).map(({ n }) => n)).toStrictEqual(Array.from({ length: 20 }, (_, n) => n));
    });
  });
