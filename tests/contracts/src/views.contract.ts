import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Row } from '@edict/kernel';
import { LeaseLost, type Lease, type Leases, type Replacement, type Table, type Views } from '@edict/runtime';

import { countingContract } from './views-counting.ts';
import { waitingContract } from './views-waiting.ts';
import { OTHER, put, thing, THING } from './views-things.ts';

const parked = (stream: string) => ({ stream, revision: 3, reason: 'Fault: a bug' });

/** `open` gives views without tables, and leases of which none is held. */
export type OpenViews = () => Promise<Readonly<{ views: Views; leases: Leases }>>;

export const viewsContract = (adapter: string, open: OpenViews): void =>
  describe(`The ${adapter} views`, () => {
    let views: Views;
    let leases: Leases;
    let lease: Lease;

    /** A lease that has run out as soon as it is given, so that the next one can be acquired. */
    const lead = async (name = 'inbox'): Promise<Lease> => (await leases.acquire(name, 0))!;
    const commit = (...rows: readonly Replacement[]) => views.commit(lease, { rows }, 'p1');
    const load = async (...keys: readonly string[]) => [...(await views.load(THING.name, keys))];
    const keys = (rows: readonly Row[]) => rows.map(({ key }) => key);

    beforeEach(async () => {
      ({ views, leases } = await open());
      lease = await lead();
      await views.prepare([THING, OTHER]);
    });

    describe('when tables are prepared', () => {
      it('keep what is in them when they are named again', async () => {
        await commit(put('a', thing('x')));
        await views.prepare([THING]);
        expect(await load('a')).toStrictEqual([['a', [thing('x')]]]);
      });

      it.each<[string, (views: Views) => Promise<unknown>]>([
        ['load', (views) => views.load('nothing_v1', [])],
        ['find', (views) => views.find('nothing_v1', {})],
        ['count', (views) => views.count('nothing_v1', ['key'])],
        ['commit', (views) => views.commit(lease, { rows: [{ table: 'nothing_v1', key: 'a', rows: [] }] }, 'p1')],
      ])('refuse to %s what was not named', (_, act) => expect(act(views)).rejects.toThrow(TypeError));

      it.each<[string, Table['columns']]>([
        ['fewer columns', { key: 'text', order: 'integer' }],
        ['more columns', { ...THING.columns, more: 'text' }],
        ['a column of another type', { ...THING.columns, order: 'text' }],
      ])('refuse %s under the same name', (_, columns) =>
        expect(views.prepare([{ ...THING, columns, indexes: [] }])).rejects.toThrow(TypeError),
      );

      it('take the same columns in another order', () =>
        expect(
          views.prepare([{ ...THING, columns: { rowid: 'text', order: 'integer', key: 'text' } }]),
        ).resolves.toBeUndefined());

      it.each(['', 'a b', 'Thing', '1st', 'a"b', 'a;b', 'đ', '#key'])('refuse the name %j', async (name) => {
        await expect(views.prepare([{ ...OTHER, name }])).rejects.toThrow(TypeError);
        const columns = { [name]: 'text' } as const;
        await expect(views.prepare([{ name: 'odd_v1', columns, indexes: [] }])).rejects.toThrow(TypeError);
      });

      it('refuse an index on a column that is not there', () =>
        expect(views.prepare([{ ...OTHER, name: 'odd_v1', indexes: [['size']] }])).rejects.toThrow(TypeError));
    });

    describe('when rows are put under a key', () => {
      it('give them back in the order in which they were put there', async () => {
        await commit(put('a', thing('z'), thing('m'), thing('a')));
        expect(await load('a')).toStrictEqual([['a', [thing('z'), thing('m'), thing('a')]]]);
      });

      it('leave out keys without rows', async () => {
        await commit(put('a', thing('x')), put('c', thing('y')));
        expect((await load('a', 'b', 'c')).map(([key]) => key)).toStrictEqual(['a', 'c']);
        expect(await load()).toStrictEqual([]);
      });

      it('replace all that were there before, and none under another key or in another table', async () => {
        const other = { table: OTHER.name, key: 'a', rows: [{ name: 'other' }] };
        await commit(put('a', thing('1'), thing('2'), thing('3')), put('b', thing('b')), other);
        await commit(put('a', thing('4'), thing('5')));
        expect(await load('a', 'b')).toStrictEqual([
          ['a', [thing('4'), thing('5')]],
          ['b', [thing('b')]],
        ]);
        expect([...(await views.load(OTHER.name, ['a']))]).toStrictEqual([['a', other.rows]]);
      });

      it('delete by putting none', async () => {
        await commit(put('a', thing('1'), thing('2')));
        await commit(put('a'));
        expect([await load('a'), await views.find(THING.name, {})]).toStrictEqual([[], []]);
      });

      it('take the last replacement of a key in a change', async () => {
        await commit(put('a', thing('1'), thing('2')), put('a', thing('3')));
        expect(await load('a')).toStrictEqual([['a', [thing('3')]]]);
      });

      it('do not follow what becomes of the object that was put there', async () => {
        const row = { ...thing('x') };
        await commit(put('a', row));
        (row as Record<string, unknown>)['key'] = 'changed';
        expect(await load('a')).toStrictEqual([['a', [thing('x')]]]);
      });

      it.each([
        '',
        'Đảng ủy 😀',
        'Д',
        'e\u0301',
        '\u00e9',
        ' a ',
        "'; --",
        '1',
        'null',
        'a\r\nb',
        '\ufffd',
        'a'.repeat(99_999),
      ])('give back the text exactly, as value and as key: %j', async (text) => {
        await commit(put(text, thing(text)));
        expect(await load(text)).toStrictEqual([[text, [thing(text)]]]);
      });

      it.each([0, 1, -1, 2 ** 31, Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER, null])(
        'give back the integer exactly: %p',
        async (n) => {
          await commit(put('a', thing(null, n)));
          expect(await load('a')).toStrictEqual([['a', [thing(null, n)]]]);
        },
      );

      it.each<[string, unknown]>([
        ['an unsafe integer', { order: 2 ** 53 }],
        ['a fraction', { order: 1.5 }],
        ['not a number', { order: NaN }],
        ['text in place of an integer', { order: '1' }],
        ['an integer in place of text', { key: 1 }],
        ['a boolean', { key: true }],
        ['half a character', { key: '\ud83d' }],
        ['undefined', { key: undefined }],
        ['a column that is not in the table', { size: 1 }],
      ])('refuse %s', (_, wrong) =>
        expect(commit(put('a', { ...thing('x'), ...(wrong as Row) }))).rejects.toThrow(TypeError),
      );

      it('refuse a row that lacks a column', () =>
        expect(commit(put('a', { key: 'x', order: 1 }))).rejects.toThrow(TypeError));

      it('keep nothing of a change that they refuse', async () => {
        await commit(put('a', thing('before')));
        const rows = [put('a', thing('after')), put('b', thing('after')), put('c', thing('x', 0.5))];
        await expect(views.commit(lease, { rows, parked: [parked('task-1')] }, 'p2')).rejects.toThrow(TypeError);
        expect(await load('a', 'b', 'c')).toStrictEqual([['a', [thing('before')]]]);
        expect(await views.progress('inbox')).toStrictEqual({ reached: 'p1', parked: [] });
      });
    });

    countingContract(() => ({ views, commit }));

    describe('when rows are looked for', () => {
      const find = async (query: Parameters<Views['find']>[1]) => keys(await views.find(THING.name, query));

      it('are all there, by key, and under a key in their order', async () => {
        await commit(put('b', thing('3')), put('a', thing('2'), thing('1')));
        expect(await find({})).toStrictEqual(['2', '1', '3']);
      });

      it('have whole rows', async () => {
        await commit(put('a', thing('x', 7, 'here')));
        expect(await views.find(THING.name, { where: { order: 7 } })).toStrictEqual([thing('x', 7, 'here')]);
      });

      it('are those with all the values asked for', async () => {
        await commit(put('a', thing('1', 1, 'x'), thing('2', 2, 'x'), thing('3', 1, 'y'), thing('4', 1, 'x')));
        expect(await find({ where: { order: 1, rowid: 'x' } })).toStrictEqual(['1', '4']);
      });

      it('have null where null is asked for, and only there', async () => {
        await commit(put('a', thing('1', 0, ''), thing('2', null, 'x'), thing('3', 0, null), thing('4')));
        expect(await find({ where: { order: null } })).toStrictEqual(['2', '4']);
        expect(await find({ where: { rowid: null, order: 0 } })).toStrictEqual(['3']);
        expect(await find({ where: { rowid: '' } })).toStrictEqual(['1']);
      });

      it('are not mistaken for what only looks like them', async () => {
        await commit(
          put('a', thing('1', 0, 'đu'), thing('2', 0, 'ĐU'), thing('3', 0, '\u00e9'), thing('4', 0, 'e\u0301')),
        );
        expect(await find({ where: { rowid: 'ĐU' } })).toStrictEqual(['2']);
        expect(await find({ where: { rowid: 'e\u0301' } })).toStrictEqual(['4']);
      });

      it('come in the order asked for, null first, then by key', async () => {
        await commit(put('c', thing('c', 2, 'x')), put('b', thing('b', 10, 'x')), put('a', thing('a', 2, 'x')));
        await commit(put('d', thing('d', null, 'y')), put('e', thing('e', -1, null)));
        expect(await find({ orderBy: ['order'] })).toStrictEqual(['d', 'e', 'a', 'c', 'b']);
        expect(await find({ orderBy: ['rowid', 'order'] })).toStrictEqual(['e', 'a', 'c', 'b', 'd']);
        expect(await find({ where: { rowid: 'x' }, orderBy: ['order'] })).toStrictEqual(['a', 'c', 'b']);
      });

      it('have text in the order of code points', async () => {
        const texts = ['', ' ', '10', '9', 'A', 'B', 'a', 'aa', 'é', 'Đ', 'Д', '\ufffd', '😀', '😀a'];
        await commit(...texts.toReversed().map((text) => put(`k${text}`, thing(text))));
        expect(await find({ orderBy: ['key'] })).toStrictEqual(texts);
        expect(await find({})).toStrictEqual(texts);
      });

      it('are no more than asked for, the first ones', async () => {
        await commit(...['c', 'a', 'b'].map((key) => put(key, thing(key))));
        expect(await find({ limit: 2 })).toStrictEqual(['a', 'b']);
        expect(await find({ limit: 9 })).toStrictEqual(['a', 'b', 'c']);
        expect(await find({ limit: 0 })).toStrictEqual([]);
      });

      it('lie in a range: from its beginning, not to its end, and never null', async () => {
        await commit(put('a', thing('1', 1, 'a'), thing('2', 2, 'b'), thing('3', 3, 'c'), thing('0')));
        expect(await find({ within: { order: { from: 2 } } })).toStrictEqual(['2', '3']);
        expect(await find({ within: { order: { below: 3 } } })).toStrictEqual(['1', '2']);
        expect(await find({ within: { order: { from: 2, below: 3 }, rowid: { from: 'b' } } })).toStrictEqual(['2']);
        expect(await find({ within: { order: { from: 3, below: 3 } } })).toStrictEqual([]);
        expect(await find({ within: { order: {} } })).toStrictEqual(['1', '2', '3']);
      });

      it('contain every text that is asked for, letter by letter', async () => {
        await commit(
          put('a', thing('1', 0, 'đảng ủy'), thing('2', 0, 'Đảng ủy 100%_'), thing('3', 0, ''), thing('4', 0, null)),
        );
        expect(await find({ containing: { rowid: ['ảng', 'ủy'] } })).toStrictEqual(['1', '2']);
        expect(await find({ containing: { rowid: ['đảng'] } })).toStrictEqual(['1']);
        expect(await find({ containing: { rowid: ['%_'] } })).toStrictEqual(['2']);
        expect(await find({ containing: { rowid: ['ảng', 'no'] } })).toStrictEqual([]);
        expect(await find({ containing: { rowid: [''] } })).toStrictEqual(['1', '2', '3']);
        expect(await find({ containing: { rowid: [] } })).toStrictEqual(['1', '2', '3']);
      });

      it('come backwards in exactly the other order', async () => {
        await commit(put('c', thing('c', 2), thing('c2', 2)), put('b', thing('b', 10)), put('a', thing('a', 2)));
        await commit(put('d', thing('d')), put('e', thing('e', -1)));
        for (const orderBy of [['order'], []])
          expect(await find({ orderBy, backwards: true })).toStrictEqual((await find({ orderBy })).toReversed());
      });

      it.each<readonly [readonly string[], boolean]>([
        [['order', 'rowid'], false],
        [['order', 'rowid'], true],
        [['rowid'], false],
        [['rowid'], true],
        [[], false],
        [[], true],
      ])('come page by page as they come at once, ordered by %j, backwards: %p', async (orderBy, backwards) => {
        const values = [null, -1, 0, 7].flatMap((order) => [null, '', 'b', 'é'].map((rowid) => ({ order, rowid })));
        const twice = [...values, ...values].map(({ order, rowid }, n) => put(`k${n}`, thing(`k${n}`, order, rowid)));
        await commit(...twice);
        const all = await views.find(THING.name, { orderBy, backwards });
        const paged: Row[] = [];
        for (let last: Row | undefined; ; last = paged.at(-1)) {
          const after = last && { values: orderBy.map((column) => last[column]!), key: last['key'] as string };
          const page = await views.find(THING.name, { orderBy, backwards, limit: 3, ...(after && { after }) });
          paged.push(...page);
          if (page.length < 3) break;
        }
        expect(paged).toStrictEqual(all);
      });

      it('come after a place where no row is any more', async () => {
        await commit(put('a', thing('a', 1)), put('b', thing('b', 2)), put('d', thing('d', 3)));
        expect(await find({ orderBy: ['order'], after: { values: [2], key: 'c' } })).toStrictEqual(['d']);
        expect(await find({ orderBy: ['order'], after: { values: [null], key: 'x' } })).toStrictEqual(['a', 'b', 'd']);
        expect(await find({ where: { order: 3 }, orderBy: ['order'], after: { values: [1], key: 'a' } })).toStrictEqual(
          ['d'],
        );
      });

      it.each<[string, Parameters<Views['find']>[1]]>([
        ['a column that is not in the table', { where: { size: 1 } }],
        ['what every object has', { where: { constructor: 'x' } }],
        ['a value that the column cannot hold', { where: { order: '1' } }],
        ['an order by a column that is not in the table', { orderBy: ['key; drop table thing_v1'] }],
        ['a range in a column that is not in the table', { within: { size: {} } }],
        ['a range whose bound the column cannot hold', { within: { order: { from: '1' } } }],
        ['a range without an end but null', { within: { order: { below: null as unknown as number } } }],
        ['a number for what it contains', { containing: { order: ['1'] } }],
        ['a place with too few values', { orderBy: ['order'], after: { values: [], key: 'a' } }],
        ['a place that the column cannot hold', { orderBy: ['order'], after: { values: ['1'], key: 'a' } }],
        ['a list in a column that is not in the table', { among: { size: [] } }],
        ['a list in a column of numbers', { among: { order: [] } }],
        [
          'an owner in a table that was not named',
          { belongsTo: { column: 'key', table: 'nothing_v1', condition: {} } },
        ],
        [
          'an owner by a column that is not in the table',
          { belongsTo: { column: 'size', table: OTHER.name, condition: {} } },
        ],
        [
          'a condition that no owner can meet',
          { belongsTo: { column: 'key', table: OTHER.name, condition: { where: { size: 1 } } } },
        ],
      ])('refuse %s', async (_, query) => {
        await expect(views.find(THING.name, query)).rejects.toThrow(TypeError);
        if (!query.orderBy) await expect(views.load(THING.name, ['a'], query)).rejects.toThrow(TypeError);
      });
    });

    describe('when rows are looked for by what they may be read by', () => {
      const find = async (query: Parameters<Views['find']>[1]) => keys(await views.find(THING.name, query));
      const owner = (key: string, name: string | null): Replacement => ({ table: OTHER.name, key, rows: [{ name }] });
      const belongsTo = (where: Readonly<Record<string, string | null>>) =>
        ({ belongsTo: { column: 'key', table: OTHER.name, condition: { where } } }) as const;

      it('are those whose list holds nothing else, and none whose list is null', async () => {
        const listed = (name: string, list: string | null) => thing(name, null, list);
        await commit(
          put('a', listed('none', '[]'), listed('x', '["x"]'), listed('xy', '["x","y"]'), listed('null', null)),
          put('b', listed('z', '["x","z"]'), listed('X', '["X"]'), listed('odd', '["a\\"b đ"]')),
        );
        expect(await find({ among: { rowid: [] } })).toStrictEqual(['none']);
        expect(await find({ among: { rowid: ['x'] } })).toStrictEqual(['none', 'x']);
        expect(await find({ among: { rowid: ['y', 'x'] } })).toStrictEqual(['none', 'x', 'xy']);
        expect(await find({ among: { rowid: ['a"b đ'] } })).toStrictEqual(['none', 'odd']);
      });

      it('are those that belong to a row that meets the condition', async () => {
        await commit(owner('o', 'yes'), owner('p', 'no'), owner('q', null));
        const all = ['o', 'p', 'q', 'nobody', null, 'o'].map((key, n) => thing(key, n));
        await commit(put('a', ...all));
        const orders = async (query: Parameters<Views['find']>[1]) =>
          (await views.find(THING.name, query)).map(({ order }) => order);
        expect(await orders(belongsTo({ name: 'yes' }))).toStrictEqual([0, 5]);
        expect(await orders(belongsTo({ name: null }))).toStrictEqual([2]);
        expect(await orders(belongsTo({}))).toStrictEqual([0, 1, 2, 5]);
        const both = { ...belongsTo({}), where: { key: 'o' }, within: { order: { below: 5 } } };
        expect(await orders(both)).toStrictEqual([0]);
      });

      it('may belong to a row of their own table', async () => {
        await commit(put('a', thing('b', 1)), put('b', thing('a', 2)), put('c', thing('a', 3)));
        const condition = { within: { order: { below: 2 } } };
        const own = { column: 'key', table: THING.name, condition };
        expect((await views.find(THING.name, { belongsTo: own })).map(({ order }) => order)).toStrictEqual([2, 3]);
      });

      it('follow at once what becomes of the row that they belong to', async () => {
        await commit(owner('o', 'no'), put('a', thing('o')));
        expect(await find(belongsTo({ name: 'yes' }))).toStrictEqual([]);
        await commit(owner('o', 'yes'));
        expect(await find(belongsTo({ name: 'yes' }))).toStrictEqual(['o']);
      });

      it('are limited, and come page by page, as if there were no others', async () => {
        const all = [0, 1, 2, 3, 4].map((n) => put(`k${n}`, thing(`o${n}`, n, n % 2 ? '["x"]' : '[]')));
        await commit(...all, ...[0, 1, 2, 4].map((n) => owner(`o${n}`, 'yes')));
        const query = { ...belongsTo({ name: 'yes' }), among: { rowid: [] }, orderBy: ['order'], limit: 2 };
        expect(await find(query)).toStrictEqual(['o0', 'o2']);
        expect(await find({ ...query, after: { values: [2], key: 'k2' } })).toStrictEqual(['o4']);
      });

      it('are loaded by key under the same conditions', async () => {
        await commit(owner('o', 'yes'), put('a', thing('1', 1), thing('2', 2)), put('b', thing('o', 9)));
        const loaded = async (filter: Parameters<Views['load']>[2]) =>
          [...(await views.load(THING.name, ['a', 'b', 'c'], filter))].map(([key, rows]) => [key, keys(rows)]);
        expect(await loaded({ within: { order: { below: 2 } } })).toStrictEqual([['a', ['1']]]);
        expect(await loaded(belongsTo({}))).toStrictEqual([['b', ['o']]]);
        const everything = [
          ['a', ['1', '2']],
          ['b', ['o']],
        ];
        expect(await loaded({})).toStrictEqual(everything);
      });
    });

    describe('as to how far a group got', () => {
      it('begin before everything, with nothing parked', async () =>
        expect(await views.progress('inbox')).toStrictEqual({ reached: '', parked: [] }));

      it('forget a stream that is released, in this group and in no other, unless it is parked again at once', async () => {
        await views.commit(await lead('escalation'), { parked: [parked('task-2')] }, 'p1');
        await views.commit(lease, { parked: ['task-2', 'task-9', 'task-5'].map(parked) }, 'p1');
        await views.commit(lease, { released: ['task-2', 'task-9', 'task-7'], parked: [parked('task-9')] }, 'p2');
        expect((await views.progress('inbox')).parked).toStrictEqual(['task-5', 'task-9'].map(parked));
        expect((await views.progress('escalation')).parked).toStrictEqual([parked('task-2')]);
      });

      it('remember it for each group, with the streams that it parked, in their order', async () => {
        await views.commit(lease, { parked: [parked('task-2'), parked('task-9')] }, 'p1');
        await views.commit(await lead('escalation'), { parked: [parked('unit-1')] }, 'p3');
        await views.commit(lease, {}, 'p2');
        await views.commit(lease, { parked: [parked('task-1')] }, 'p4');
        expect(await views.progress('inbox')).toStrictEqual({
          reached: 'p4',
          parked: ['task-2', 'task-9', 'task-1'].map(parked),
        });
        expect(await views.progress('escalation')).toStrictEqual({ reached: 'p3', parked: [parked('unit-1')] });
      });

      const expectFencedOff = async () => {
        const change = { rows: [put('a', thing('late'))], parked: [parked('task-1')] };
        await expect(views.commit(lease, change, 'p9')).rejects.toThrow(LeaseLost);
        expect([await load('a'), await views.progress('inbox')]).toStrictEqual([[], { reached: '', parked: [] }]);
      };

      it('take nothing under a lease once a later one is acquired, even before its first commit', async () => {
        await lead();
        await expectFencedOff();
      });

      it('take nothing under a lease once something was committed under a later one', async () => {
        await views.commit({ ...lease, epoch: lease.epoch + 1 }, {}, '');
        await expectFencedOff();
      });

      it('go on under the later lease', async () => {
        await commit(put('a', thing('1')));
        const later = await lead();
        await views.commit(later, { rows: [put('a', thing('2'))] }, 'p2');
        expect(await load('a')).toStrictEqual([['a', [thing('2')]]]);
        expect((await views.progress('inbox')).reached).toBe('p2');
      });

      it('are told each for itself, where many say at once how far they are', async () => {
        const [before, later] = [await lead('escalation'), await lead('escalation')];
        const all = [lease, before, later, await lead('watch')];
        const said = await Promise.allSettled(all.map((each, n) => views.commit(each, {}, `p${n}`)));
        expect(said.map(({ status }) => status)).toStrictEqual(['fulfilled', 'rejected', 'fulfilled', 'fulfilled']);
        expect(said[1]).toMatchObject({ reason: expect.any(LeaseLost) });
        const reached = ['inbox', 'escalation', 'watch'].map(async (name) => (await views.progress(name)).reached);
        expect(await Promise.all(reached)).toStrictEqual(['p0', 'p2', 'p3']);
      });

      it('do not mix up the leases of two groups', async () => {
        for (const _ of [1, 2, 3]) await lead('escalation');
        await commit(put('a', thing('1')));
        expect((await views.progress('inbox')).reached).toBe('p1');
      });
    });

    waitingContract(() => ({ views, lease, lead }));
  });
