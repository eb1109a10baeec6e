import { beforeEach, describe, expect, it } from '@jest/globals';
import { instant, plusMs, type Instant } from '@edict/kernel';
import { ALARM, type AlarmName, type Timers, type Views } from '@edict/runtime';
import fc from 'fast-check';

const T0 = instant('2025-06-01T00:00Z');
const minute = (n: number): Instant => plusMs(T0, n * 60_000);
const END = instant('2099-01-01T00:00Z');

type Alarms = Readonly<Record<string, number>>;

/** `open` gives timers, and the views whose table `alarm` they read, empty but prepared. */
export type OpenTimers = () => Promise<Readonly<{ views: Views; timers: Timers }>>;

export const timersContract = (adapter: string, open: OpenTimers): void =>
  describe(`The ${adapter} timers`, () => {
    let views: Views;
    let timers: Timers;

    /** What a stream waits for from now on: alarm keys, and the minute of each. */
    const waits = (stream: string, alarms: Alarms) => {
      const rows = Object.entries(alarms).map(([key, at]) => ({ key, at: minute(at), ring: ringOf(key) }));
      return views.commit({ name: 'alarm', epoch: 1 }, { rows: [{ table: ALARM.name, key: stream, rows }] }, 'p1');
    };
    const ringOf = (key: string) => JSON.stringify({ type: 'CallTime', data: { key } });
    const due = async (now: Instant = END, limit = 1000) =>
      (await timers.due(now, limit)).map(({ stream, key }) => `${stream} ${key}`);
    const times = async () => (await timers.due(END, 1000)).map(({ key, at, ringAt }) => [key, at, ringAt]);

    beforeEach(async () => {
      ({ views, timers } = await open());
    });

    it('have nothing to ring where nothing waits', async () => expect(await due()).toStrictEqual([]));

    it('say what to ring, for which stream, and when it was due', async () => {
      await waits('task-1', { 'overdue/1': 5 });
      expect(await timers.due(END, 1)).toStrictEqual([
        {
          stream: 'task-1',
          key: 'overdue/1',
          at: minute(5),
          ringAt: minute(5),
          ring: { type: 'CallTime', data: { key: 'overdue/1' } },
        },
      ]);
    });

    it('ring at the very instant, and not before', async () => {
      await waits('task-1', { k: 5 });
      expect(await due(plusMs(minute(5), -1))).toStrictEqual([]);
      expect(await due(minute(5))).toStrictEqual(['task-1 k']);
    });

    it('go on saying so until the alarm is gone', async () => {
      await waits('task-1', { k: 5 });
      expect([await due(), await due()]).toStrictEqual([['task-1 k'], ['task-1 k']]);
    });

    it('ring in the order of time, then of streams, then of keys', async () => {
      await waits('task-b', { z: 1, a: 2 });
      await waits('task-a', { y: 2, b: 2, x: 3 });
      await waits('task-c', { c: 0 });
      expect(await due()).toStrictEqual(['task-c c', 'task-b z', 'task-a b', 'task-a y', 'task-b a', 'task-a x']);
    });

    it('ring no more at a time than asked for, the first ones', async () => {
      await waits('task-1', { c: 3, a: 1, b: 2 });
      expect(await due(END, 2)).toStrictEqual(['task-1 a', 'task-1 b']);
      expect(await due(END, 0)).toStrictEqual([]);
    });

    it('forget the alarms that a stream no longer waits for', async () => {
      await waits('task-1', { a: 1, b: 2 });
      await waits('task-2', { a: 1 });
      await waits('task-1', { b: 2 });
      expect(await due()).toStrictEqual(['task-2 a', 'task-1 b']);
      await waits('task-1', {});
      expect(await due()).toStrictEqual(['task-2 a']);
    });

    it('follow an alarm that is moved', async () => {
      await waits('task-1', { a: 5 });
      await waits('task-1', { a: 2 });
      expect(await due(minute(2))).toStrictEqual(['task-1 a']);
      await waits('task-1', { a: 9 });
      expect(await due(minute(5))).toStrictEqual([]);
    });

    it('move no alarm by a change that was refused', async () => {
      await waits('task-1', { a: 1 });
      await views.commit({ name: 'alarm', epoch: 2 }, {}, 'p1');
      await expect(waits('task-1', { b: 2 })).rejects.toThrow();
      expect(await due()).toStrictEqual(['task-1 a']);
    });

    describe('when an alarm is deferred', () => {
      it('ring it then, and still say when it was due', async () => {
        await waits('task-1', { a: 1 });
        await timers.defer([{ stream: 'task-1', key: 'a' }], minute(5));
        expect(await due(plusMs(minute(5), -1))).toStrictEqual([]);
        expect(await times()).toStrictEqual([['a', minute(1), minute(5)]]);
        expect(await due(minute(5))).toStrictEqual(['task-1 a']);
      });

      it('ring it in its new place', async () => {
        await waits('task-1', { a: 1, b: 3, c: 5 });
        await waits('task-0', { d: 3 });
        await timers.defer([{ stream: 'task-1', key: 'a' }], minute(3));
        expect(await due()).toStrictEqual(['task-0 d', 'task-1 a', 'task-1 b', 'task-1 c']);
        expect(await due(END, 2)).toStrictEqual(['task-0 d', 'task-1 a']);
      });

      it('never ring it before it is due', async () => {
        await waits('task-1', { a: 5 });
        await timers.defer([{ stream: 'task-1', key: 'a' }], minute(1));
        expect(await times()).toStrictEqual([['a', minute(5), minute(5)]]);
      });

      it('go by what was said last', async () => {
        await waits('task-1', { a: 1 });
        for (const n of [3, 9, 5]) await timers.defer([{ stream: 'task-1', key: 'a' }], minute(n));
        expect(await times()).toStrictEqual([['a', minute(1), minute(5)]]);
      });

      it('ring every other alarm as before, however much its names look alike', async () => {
        await waits('task-1', { a: 1, 'b c': 1 });
        await waits('task-1 b', { c: 1 });
        await waits('task-2', { a: 1 });
        await timers.defer([{ stream: 'task-1', key: 'b c' }], minute(5));
        expect(await due(minute(1))).toStrictEqual(['task-1 a', 'task-1 b c', 'task-2 a']);
      });

      it('keep to it while the alarm stays, whatever else the stream waits for', async () => {
        await waits('task-1', { a: 1 });
        await timers.defer([{ stream: 'task-1', key: 'a' }], minute(5));
        await waits('task-1', { z: 2, a: 1 });
        await waits('task-1', { a: 2 });
        expect(await times()).toStrictEqual([['a', minute(2), minute(5)]]);
      });

      it('forget it once the alarm is gone', async () => {
        await waits('task-1', { a: 1, b: 1 });
        await timers.defer([{ stream: 'task-1', key: 'a' }], minute(5));
        await waits('task-1', { b: 1 });
        await waits('task-1', { a: 1, b: 1 });
        expect(await due(minute(1))).toStrictEqual(['task-1 a', 'task-1 b']);
        await timers.defer([{ stream: 'task-1', key: 'a' }], minute(5));
        await waits('task-1', {});
        await waits('task-1', { a: 1 });
        expect(await due(minute(1))).toStrictEqual(['task-1 a']);
      });

      it('do nothing if nothing waits under that key', async () => {
        await timers.defer([{ stream: 'task-1', key: 'a' }], minute(5));
        await waits('task-1', { a: 1 });
        expect(await due(minute(1))).toStrictEqual(['task-1 a']);
      });
    });

    it('agree, after any sequence of acts, with a list that is sorted each time', () => {
      const stream = fc.constantFrom('task-1', 'task-2', 'task-3');
      const key = fc.constantFrom('a', 'b', 'c');
      const minutes = fc.nat(9);
      const replace = fc.record({ stream, alarms: fc.dictionary(key, minutes, { noNullPrototype: true }) });
      const defer = fc.record({ names: fc.array(fc.record({ stream, key }), { maxLength: 5 }), until: minutes });
      const acts = fc.array(fc.oneof(replace, defer), { maxLength: 40 });
      return fc.assert(
        fc.asyncProperty(acts, minutes, fc.nat(5), async (acts, now, limit) => {
          ({ views, timers } = await open());
          let model: readonly Modelled[] = [];
          for (const act of acts) {
            if ('alarms' in act) await waits(act.stream, act.alarms);
            else await timers.defer(act.names, minute(act.until));
            model = 'alarms' in act ? replaced(model, act.stream, act.alarms) : deferred(model, act.names, act.until);
          }
          expect(await due(minute(now), limit)).toStrictEqual(inOrder(model, now).slice(0, limit));
        }),
        { numRuns: 30 },
      );
    });
  });

type Modelled = Readonly<{ stream: string; key: string; at: number; until: number }>;

const replaced = (model: readonly Modelled[], stream: string, alarms: Alarms): readonly Modelled[] => [
  ...model.filter((alarm) => alarm.stream !== stream),
  ...Object.entries(alarms).map(([key, at]) => {
    const until = model.find((alarm) => alarm.stream === stream && alarm.key === key)?.until ?? 0;
    return { stream, key, at, until };
  }),
];

const deferred = (model: readonly Modelled[], names: readonly AlarmName[], until: number): readonly Modelled[] =>
  model.map((alarm) =>
    names.some(({ stream, key }) => alarm.stream === stream && alarm.key === key) ? { ...alarm, until } : alarm,
  );

const inOrder = (model: readonly Modelled[], now: number): readonly string[] =>
  model
    .map(({ stream, key, at, until }) => ({ name: `${stream} ${key}`, ringAt: Math.max(at, until) }))
    .filter(({ ringAt }) => ringAt <= now)
    .sort((a, b) => a.ringAt - b.ringAt || (a.name < b.name ? -1 : 1))
    .map(({ name }) => name);
