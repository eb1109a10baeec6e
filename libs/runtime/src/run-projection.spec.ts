import { beforeEach, describe, expect, it } from '@jest/globals';
import { MemoryEventStore, MemoryViews } from '@edict/adapter-memory';
import { idFrom, type Projection } from '@edict/kernel';

import {
  catchUp,
  projector,
  tableOf,
  UnknownVersion,
  type Batch,
  type Change,
  type Lease,
  type Position,
  type Recorded,
  type Release,
} from './index.ts';

type Row = Readonly<{ id: string; sum: number }>;

/** The sum of what each stream was given; what is forgotten has no row, and 13 is a bug. */
const sums: Projection<Row, Readonly<{ type: string; data: { by: number } }>> = {
  table: 'sum',
  version: 1,
  columns: { id: 'text', sum: 'integer' },
  indexes: [],
  keys: ({ stream }) => [stream],
  evolve(row, { stream, type, data: { by } }) {
    if (by === 13) throw new Error('a bug');
    return type === 'Forgotten' ? undefined : { id: stream, sum: (row?.sum ?? 0) + by };
  },
};

let position = 0;
const given = (stream: string, by: number, type = 'Given'): Recorded => {
  const at = String(++position).padStart(6, '0');
  return { id: at, type, data: { by }, meta: {}, stream, revision: 0, position: at };
};
const batch = (live: boolean, ...events: readonly Recorded[]): Batch => {
  return { events, position: events.at(-1)!.position, live };
};

/** Views that count what is written to them, and that fail when told to. */
class CountedViews extends MemoryViews {
  readonly written: string[] = [];
  failures = 0;
  /** What is written, and nobody is told so. */
  silences = 0;
  readonly parks: string[] = [];

  override async commit(lease: Lease, change: Change, reached: Position): Promise<void> {
    if (this.failures-- > 0) throw new Error('The disk is full.');
    await super.commit(lease, change, reached);
    this.parks.push(...(change.parked ?? []).map(({ stream }) => stream));
    this.written.push((change.rows ?? []).map(({ key, rows }) => `${key}=${String(rows[0]?.['sum'] ?? '')}`).join());
    if (this.silences-- > 0) throw new Error('No answer.');
  }
}

describe('A view', () => {
  let views: CountedViews;
  const table = tableOf(sums);
  const lease = { name: table, epoch: 1 };
  const view = () => projector(sums, views, lease);

  beforeEach(async () => {
    position = 0;
    views = new CountedViews();
    await views.prepare([{ ...sums, name: table }]);
  });

  it('is written after each batch at the end of the log', async () => {
    const live = view();
    await live.handle(batch(true, given('a', 1), given('b', 2)));
    await live.handle(batch(true, given('a', 3)));
    expect(views.written).toStrictEqual(['a=1,b=2', 'a=4']);
  });

  it('is written once for many batches far from the end', async () => {
    const late = view();
    await late.handle(batch(false, given('a', 1)));
    await late.handle(batch(false, given('a', 2), given('b', 5)));
    expect(views.written).toStrictEqual([]);
    await late.handle(batch(true, given('a', 4)));
    expect(views.written).toStrictEqual(['a=7,b=5']);
    expect(await late.reached()).toBe('000004');
  });

  it('does not wait for the end of a long log, if many rows changed', async () => {
    const events = Array.from({ length: 1_100 }, (_, n) => given(`s${n}`, 1));
    await view().handle(batch(false, ...events));
    expect(views.written).toHaveLength(1);
  });

  it('does not wait for the end of a long log, if few rows changed either', async () => {
    const late = view();
    for (let n = 0; n < 131; n++)
      await late.handle(batch(false, ...Array.from({ length: 1_000 }, () => given('a', 1))));
    expect(views.written).toStrictEqual([]);
    await late.handle(batch(false, ...Array.from({ length: 1_000 }, () => given('a', 1))));
    expect(views.written).toStrictEqual(['a=132000']);
  });

  it('writes no row that stays as it was', async () => {
    const live = view();
    await live.handle(batch(true, given('a', 1)));
    await live.handle(batch(true, given('b', 0, 'Forgotten')));
    expect(views.written).toStrictEqual(['a=1', '']);
    expect(await live.reached()).toBe('000002');
  });

  it('has no row any more for what is forgotten', async () => {
    const live = view();
    await live.handle(batch(true, given('a', 1)));
    await live.handle(batch(true, given('a', 1, 'Forgotten')));
    expect(await views.find(table, {})).toStrictEqual([]);
  });

  it('folds nothing twice when a write fails, whether the batch comes again or the log is read anew', async () => {
    const late = view();
    const [first, second] = [batch(false, given('a', 1)), batch(true, given('a', 2))];
    views.failures = 2;
    await late.handle(first);
    await expect(late.handle(second)).rejects.toThrow('full');
    await expect(late.handle(second)).rejects.toThrow('full');
    await late.handle(first);
    await late.handle(second);
    expect(views.written).toStrictEqual(['a=3']);
  });

  it('stops at an event that it cannot take, and takes nothing of that batch', async () => {
    const late = view();
    await late.handle(batch(false, given('a', 1)));
    const bad = batch(true, given('a', 2), given('a', 13));
    await expect(late.handle(bad)).rejects.toThrow('a bug');
    await expect(late.handle(bad)).rejects.toThrow('a bug');
    expect(views.written).toStrictEqual([]);
    expect(await late.reached()).toBe('');
  });

  it('goes on under another lease with nothing of what it has folded before: the rows are others now', async () => {
    const held = { name: table, epoch: 1 };
    const late = projector(sums, views, held);
    const [first, second] = [batch(false, given('a', 1)), batch(false, given('a', 2))];
    await late.handle(first);
    await late.handle(second);
    await views.commit(held, { rows: [{ table, key: 'a', rows: [{ id: 'a', sum: 100 }] }] }, first.position);
    held.epoch = 2;
    await late.handle(second);
    await late.handle(batch(true, given('b', 1)));
    expect(views.written.at(-1)).toBe('a=102,b=1');
  });

  it('goes on from where another has written it to, once it leads again', async () => {
    const leading = { name: table, epoch: 1 };
    const [one, other] = [projector(sums, views, leading), projector(sums, views, { name: table, epoch: 2 })];
    const [first, second, third] = [
      batch(false, given('a', 1)),
      batch(true, given('a', 2)),
      batch(true, given('a', 4)),
    ];
    await one.handle(first);
    await other.handle(first);
    await other.handle(second);
    leading.epoch = 3;
    await one.handle(second);
    await one.handle(third);
    expect(views.written).toStrictEqual(['a=3', 'a=7']);
  });

  describe('that somebody looks after', () => {
    let store: MemoryEventStore;
    let mended = false;
    const UPKEEP = `upkeep-${table}`;
    const said = ({ stream, data }: Recorded) => (stream === UPKEEP ? (data as unknown as Release) : undefined);
    const mendable = {
      ...sums,
      evolve: (...of: Parameters<typeof sums.evolve>) => (mended ? more(...of) : sums.evolve(...of)),
    };
    const more: typeof sums.evolve = (row, { stream, data: { by } }) => ({ id: stream, sum: (row?.sum ?? 0) + by });
    const looked = () => projector(mendable, views, lease, { store, said });
    const write = async (stream: string, data: object, version = '1') => {
      const revision = (await store.read(stream)).length - 1;
      const event = { id: idFrom(stream, String(revision)), type: 'Given', data: data as never, meta: { version } };
      await store.append(stream, revision, [event]);
    };
    const release = () => write(UPKEEP, { by: 0, stream: 'a', how: 'retry' });
    const rows = async () => (await views.find(table, {})).map(({ id, sum }) => `${id}=${sum}`);
    const parked = async () => (await views.progress(table)).parked;

    beforeEach(async () => {
      [store, mended] = [new MemoryEventStore(), false];
      for (const by of [1, 13, 2]) await write('a', { by });
      await write('b', { by: 5 });
    });

    it('parks the stream that it cannot take, as it was before, and goes on with the others', async () => {
      const late = looked();
      await catchUp(store, [late]);
      await write('a', { by: 3 });
      await write('b', { by: 5 });
      await catchUp(store, [late]);
      expect(await rows()).toStrictEqual(['a=1', 'b=10']);
      expect(await parked()).toStrictEqual([{ stream: 'a', revision: 1, reason: 'Fault: Error: a bug' }]);
      expect(await late.reached()).toBe(await store.head());
    });

    it.each([1, 9])('takes all that was held back when it is released and mended, %i at a time', async (size) => {
      await catchUp(store, [looked()]);
      mended = true;
      await release();
      await write('a', { by: 3 });
      await write('b', { by: 5 });
      const late = looked();
      const events: Recorded[] = [];
      for await (const { events: some, live } of store.follow(await late.reached(), new AbortController().signal)) {
        events.push(...some);
        if (live) break;
      }
      while (events.length > 0) await late.handle(batch(true, ...events.splice(0, size)));
      expect(await rows()).toStrictEqual(expect.arrayContaining(['a=19', 'b=10']));
      expect(await parked()).toStrictEqual([]);
      const anew = new CountedViews();
      await anew.prepare([{ ...sums, name: table }]);
      await catchUp(store, [projector(mendable, anew, lease)]);
      expect(await anew.find(table, {})).toStrictEqual(await views.find(table, {}));
    });

    it('parks it again where it fails again, and is not led on by what is said of a stream that is not parked', async () => {
      const late = looked();
      await catchUp(store, [late]);
      await write(UPKEEP, { by: 0, stream: 'b', how: 'retry' });
      await release();
      await catchUp(store, [late]);
      expect(await rows()).toStrictEqual(expect.arrayContaining(['a=1', 'b=5']));
      expect(await parked()).toMatchObject([{ stream: 'a', revision: 1 }]);
    });

    it('parks, and takes what is released, in one reading of the whole log', async () => {
      mended = true;
      await release();
      await catchUp(store, [looked()]);
      expect(await rows()).toStrictEqual(expect.arrayContaining(['a=16', 'b=5']));
      mended = false;
      views = new CountedViews();
      await views.prepare([{ ...sums, name: table }]);
      await catchUp(store, [looked()]);
      expect(await rows()).toStrictEqual(expect.arrayContaining(['a=1', 'b=5']));
      expect(await parked()).toMatchObject([{ stream: 'a', revision: 1 }]);
    });

    it('keeps what is parked when a write fails, and loses nothing of it', async () => {
      const late = looked();
      views.failures = 1;
      await expect(catchUp(store, [late])).rejects.toThrow('full');
      expect(await parked()).toStrictEqual([]);
      await catchUp(store, [late]);
      expect([await rows(), (await parked()).length]).toStrictEqual([['a=1', 'b=5'], 1]);
    });

    it('parks once what was written where the answer was lost', async () => {
      const late = looked();
      views.silences = 1;
      await expect(catchUp(store, [late])).rejects.toThrow('No answer');
      const head = await store.head();
      await late.handle({ events: await store.read('b'), position: head, live: true });
      await write('b', { by: 5 });
      await catchUp(store, [late]);
      expect([await rows(), await parked()]).toMatchObject([['a=1', 'b=10'], [{ stream: 'a', revision: 1 }]]);
      expect(views.parks).toStrictEqual(['a']);
    });

    it('stops at what a later version has written: no operator has to say so when it is there', async () => {
      const late = looked();
      await write('b', { by: 5 }, '2');
      await expect(catchUp(store, [late])).rejects.toThrow(UnknownVersion);
      expect([await rows(), await parked()]).toStrictEqual([[], []]);
    });
  });
});
