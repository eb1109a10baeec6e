import { describe, expect, it } from '@jest/globals';
import type { Condition, Filter, Replacement, Views } from '@edict/runtime';

import { OTHER, put, thing, THING } from './views-things.ts';

type Things = Readonly<{ views: Views; commit(...rows: readonly Replacement[]): Promise<void> }>;

/** Of the views that are open when it is asked. */
export const countingContract = (things: () => Things): void => {
  describe('when rows are counted', () => {
    const count = async (by: readonly string[], filter?: Filter) =>
      (await things().views.count(THING.name, by, filter)).map(({ values, count: n }) => [...values, n]);

    it('are so many of each, in the order of what they are counted by, null first', async () => {
      await things().commit(
        put('a', thing('x', 2, 'q'), thing('y', null, 'q')),
        put('b', thing('x', 10, null), thing('x', 2)),
      );
      expect(await count(['key'])).toStrictEqual([
        ['x', 3],
        ['y', 1],
      ]);
      expect(await count(['order'])).toStrictEqual([
        [null, 1],
        [2, 2],
        [10, 1],
      ]);
      expect(await count(['rowid', 'order'])).toStrictEqual([
        [null, 2, 1],
        [null, 10, 1],
        ['q', null, 1],
        ['q', 2, 1],
      ]);
    });

    it('are those that meet the filter, and none is no group', async () => {
      await things().commit(
        put('a', thing('x', 2, 'q'), thing('y', 3, 'q')),
        put('b', thing('x', 4, null), thing('z', 4, 'q')),
      );
      expect(await count(['key'], { where: { rowid: 'q' } })).toStrictEqual([
        ['x', 1],
        ['y', 1],
        ['z', 1],
      ]);
      expect(await count(['rowid'], { within: { order: { from: 3, below: 4 } } })).toStrictEqual([['q', 1]]);
      expect(await count(['key'], { where: { rowid: 'nowhere' } })).toStrictEqual([]);
    });

    it('are those whose owner is there and meets the condition', async () => {
      const owners = ['one', 'two'].map((name) => ({ table: OTHER.name, key: name, rows: [{ name }] }));
      await things().commit(
        put('a', thing('one', 1), thing('one', 2)),
        put('b', thing('two', 1), thing('none', 1)),
        ...owners,
      );
      const owned = (condition: Condition) => ({ belongsTo: { column: 'key', table: OTHER.name, condition } });
      expect(await count(['key'], owned({}))).toStrictEqual([
        ['one', 2],
        ['two', 1],
      ]);
      expect(await count(['key'], owned({ where: { name: 'two' } }))).toStrictEqual([['two', 1]]);
      expect(await count(['key'], { ...owned({ where: { name: 'one' } }), where: { order: 2 } })).toStrictEqual([
        ['one', 1],
      ]);
      expect(await count(['key'], owned({ within: { name: { below: 'a' } } }))).toStrictEqual([]);
    });

    it('are refused by no column, and by one that is not there', async () => {
      await expect(count([])).rejects.toThrow(TypeError);
      await expect(count(['size'])).rejects.toThrow(TypeError);
      await expect(count(['key'], { where: { size: 1 } })).rejects.toThrow(TypeError);
    });
  });
};
