import { beforeEach, describe, expect, it } from '@jest/globals';
import { MemoryEventStore, MemoryTimers, MemoryViews } from '@edict/adapter-memory';
import { idFrom, instant, lookup, refuse, type Actor, type Decider, type Message } from '@edict/kernel';

import {
  byPerson,
  byRing,
  CommandMismatch,
  executor,
  Fault,
  happened,
  laned,
  LeaseLost,
  OutcomeUnknown,
  ALARM,
  ringer,
  type AnyDecider,
  type Batch,
  type Recorded,
} from './index.ts';

type Count = Message<'Count', { by: number }>;
type Counted = Message<'Counted', { by: number }> | Message<'CountRefused', { by: number }>;

/** A decider with every kind of answer: an event, nothing, a refusal that is recorded, and a bug. */
const counter: Decider<number, Count, Counted> = {
  category: 'counter',
  origins: { Count: ['person', 'ring'] },
  initialState: 0,
  decide({ data }) {
    if (data.by === 13) throw new Error('a bug');
    if (data.by < 0) return refuse<Counted>('counter/backwards', 'No.', { type: 'CountRefused', data });
    return data.by === 0 ? [] : [{ type: 'Counted', data }];
  },
  evolve: (sum, { data }) => sum + data.by,
  alarms: () => [],
};

const actor: Actor = { id: 'ann', unit: 'office', capacity: 'clerk', origin: 'person' };
const count = (by: number) => ({ stream: 'counter-1', type: 'Count', data: { by } });
const T0 = instant('2025-06-01T00:00Z');

describe('Executing a command', () => {
  let store: MemoryEventStore;
  let now = T0;
  const ports = (over: MemoryEventStore) => ({ store: over, clock: () => now, genesis: 'g' });
  const execute = (by: number, key: string, over = store) =>
    executor(ports(over))(counter, count(by), byPerson(actor, key));
  const stored = async () => (await store.read('counter-1')).map(happened);

  beforeEach(() => {
    store = new MemoryEventStore();
    now = T0;
  });

  it('answers a command that is sent again with the first outcome', async () => {
    const first = await execute(1, 'a');
    await execute(2, 'b');
    expect(await execute(1, 'a')).toStrictEqual(first);
    expect((await stored()).length).toBe(2);
  });

  it('does not take another command under the same id', async () => {
    await execute(1, 'a');
    await expect(execute(2, 'a')).rejects.toThrow(CommandMismatch);
  });

  it('does not take the same command under the same id for another unit, nor as of another moment', async () => {
    const [monday, sunday] = [instant('2025-05-26T00:00Z'), instant('2025-05-25T00:00Z')];
    const say = (at: typeof monday | undefined, unit = 'office') =>
      executor(ports(store))(counter, count(1), byPerson({ ...actor, unit }, 'a', at));
    const first = await say(monday);
    await expect(say(monday, 'other')).rejects.toThrow(CommandMismatch);
    await expect(say(sunday)).rejects.toThrow(CommandMismatch);
    await expect(say(undefined)).rejects.toThrow(CommandMismatch);
    expect(await say(monday)).toStrictEqual(first);
  });

  it('records a refusal that must be remembered, and refuses again without deciding again', async () => {
    for (const _ of [1, 2])
      await expect(execute(-1, 'a')).rejects.toMatchObject({ code: 'counter/backwards', message: 'No.' });
    expect((await stored()).map(({ type }) => type)).toStrictEqual(['CountRefused']);
  });

  it('never lets time run backwards in a stream', async () => {
    await execute(1, 'a');
    now = instant('2025-05-01T00:00Z');
    await execute(1, 'b');
    expect((await stored()).map(({ recordedAt }) => recordedAt)).toStrictEqual([T0, T0]);
  });

  it('decides again when somebody was faster', async () => {
    await Promise.all([execute(1, 'a'), execute(2, 'b'), execute(3, 'c')]);
    expect((await stored()).map(({ data }) => data)).toStrictEqual([{ by: 1 }, { by: 2 }, { by: 3 }]);
  });

  it.each([true, false])('finds out for itself when no answer came (written: %p)', async (written) => {
    let silent = true;
    const flaky = Object.assign(new MemoryEventStore(), {});
    const append = flaky.append.bind(flaky);
    flaky.append = async (...write) => {
      if (!silent) return append(...write);
      silent = false;
      if (written) await append(...write);
      throw new OutcomeUnknown('The connection broke.');
    };
    expect(await execute(1, 'a', flaky)).toMatchObject({ revision: 0 });
    expect((await flaky.read('counter-1')).length).toBe(1);
  });

  it('looks a fact up, and keeps with it where it was said', async () => {
    const copy = { ...counter, category: 'copy', facts: () => ({ by: lookup('counter-1', counter, (sum) => sum) }) };
    await execute(1, 'a');
    await execute(2, 'b');
    const command = { stream: 'copy-1', type: 'Count', data: {} };
    await executor(ports(store))(copy, command, byPerson(actor, 'c'));
    expect((await store.read('copy-1')).map(({ data }) => data)).toStrictEqual([
      { by: { value: 3, source: 'counter-1@1' } },
    ]);
  });

  it('takes an act that occurred earlier, but not in the future, nor before the act before it', async () => {
    const occurred = (text: string, key: string) =>
      executor(ports(store))(counter, count(1), byPerson(actor, key, instant(text)));
    await occurred('2025-05-30T00:00Z', 'a');
    await expect(occurred('2025-05-29T00:00Z', 'b')).rejects.toMatchObject({ code: 'act/out-of-order' });
    await expect(occurred('2025-06-02T00:00Z', 'c')).rejects.toMatchObject({ code: 'act/in-the-future' });
    expect((await stored()).map(({ occurredAt }) => occurredAt)).toStrictEqual(['2025-05-30T00:00:00.000Z']);
  });

  it('takes an act that occurred before the clock spoke', async () => {
    await executor(ports(store))(counter, count(1), byRing('counter-1', 'k'));
    const caller = byPerson(actor, 'a', instant('2025-05-31T00:00Z'));
    expect(await executor(ports(store))(counter as AnyDecider, count(1), caller)).toMatchObject({ revision: 1 });
  });

  it('refuses a caller who has seen an older state, and answers one whose command was obeyed before', async () => {
    const seen = (expected: number, key: string) =>
      executor(ports(store))(counter, count(1), { ...byPerson(actor, key), expected });
    const first = await seen(-1, 'a');
    await expect(seen(-1, 'b')).rejects.toMatchObject({ code: 'act/stream-moved' });
    expect(await seen(-1, 'a')).toStrictEqual(first);
    expect(await seen(0, 'b')).toMatchObject({ revision: 1 });
  });

  it('calls a bug a fault', () => expect(execute(13, 'a')).rejects.toThrow(Fault));
});

describe('Following the log', () => {
  const event = (n: number, stream: string): Recorded => ({
    id: idFrom(String(n)),
    type: 'Happened',
    data: {},
    meta: {},
    stream,
    revision: n,
    position: `p${n}`,
  });
  const batch: Batch = {
    events: [event(1, 'a-1'), event(2, 'b-1'), event(3, 'a-1'), event(4, 'c-1')],
    position: 'p4',
    live: true,
  };
  const lease = { name: 'saga', epoch: 1 };
  let views: MemoryViews;
  let seen: string[];
  const follow = (failing: (event: Recorded) => Error | undefined) =>
    laned(
      { views, lease },
      async (each) => {
        seen.push(each.position);
        const error = failing(each);
        if (error) throw error;
      },
      { window: 2 },
    ).handle(batch);

  beforeEach(() => {
    views = new MemoryViews();
    seen = [];
  });

  it('parks the stream on which pure code fails three times, and no other', async () => {
    await follow(({ position }) => (position === 'p1' ? new Fault('a bug') : undefined));
    expect(await views.progress('saga')).toStrictEqual({
      reached: 'p4',
      parked: [{ stream: 'a-1', revision: 1, reason: 'Fault: a bug' }],
    });
    expect(seen.toSorted()).toStrictEqual(['p1', 'p1', 'p1', 'p2', 'p4']);
  });

  it('stops at the low-water mark when I/O fails, parks nothing, and goes on from there', async () => {
    await expect(follow(({ position }) => (position === 'p2' ? new Error('no network') : undefined))).rejects.toThrow(
      'no network',
    );
    expect(await views.progress('saga')).toStrictEqual({ reached: 'p1', parked: [] });
    await follow(() => undefined);
    expect(await views.progress('saga')).toStrictEqual({ reached: 'p4', parked: [] });
  });

  it('passes over what does not concern it', async () => {
    const handle = async ({ position }: Recorded) => void seen.push(position);
    const concerns = ({ stream }: Recorded) => stream === 'a-1';
    await laned({ views, lease }, handle, { window: 2, concerns }).handle(batch);
    expect(seen).toStrictEqual(['p1', 'p3']);
    expect((await views.progress('saga')).reached).toBe('p4');
  });

  it('passes over what it has handled', async () => {
    for (const _ of [1, 2]) await follow(() => undefined);
    expect(seen.length).toBe(4);
  });

  it('is not taken back by a batch from before its checkpoint', async () => {
    await views.commit(lease, {}, 'p9');
    await follow(() => undefined);
    expect(await views.progress('saga')).toStrictEqual({ reached: 'p9', parked: [] });
  });

  it('is fenced off once another process leads', async () => {
    await views.commit({ name: 'saga', epoch: 2 }, {}, '');
    await expect(follow(() => undefined)).rejects.toThrow(LeaseLost);
  });
});

describe('Ringing', () => {
  it('tries again ever more slowly while a ring fails, and every hour at least', async () => {
    const views = new MemoryViews();
    const timers = new MemoryTimers(views);
    await views.prepare([ALARM]);
    await views.commit(
      { name: 'alarm', epoch: 1 },
      { rows: [{ table: 'alarm', key: 'counter-1', rows: [{ key: 'k', at: T0, ring: '{}' }] }] },
      'p1',
    );
    const waits: number[] = [];
    let now = T0;
    const execute = () => Promise.reject(new Error('down'));
    const ring = ringer({ timers, clock: () => now, execute, window: 1 });
    for (let n = 0; n < 9; n++) {
      expect((await ring()).failed.length).toBe(1);
      const [next] = await timers.due(instant('2026-01-01T00:00Z'), 1);
      waits.push((Date.parse(next!.ringAt) - Date.parse(now)) / 60_000);
      now = next!.ringAt;
    }
    expect(waits).toStrictEqual([1, 1, 2, 4, 8, 16, 32, 60, 60]);
  });
});
