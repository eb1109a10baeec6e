import { setTimeout as pause } from 'node:timers/promises';

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { NotYet, QueueUnavailable, type WorkQueue } from '@edict/runtime';

/** `queue` holds nothing yet; `another` is the same queue as another process has it. `close` closes all that were opened. */
export type OpenQueue = Readonly<{
  queue: WorkQueue;
  another(): Promise<WorkQueue>;
  close(): Promise<void>;
}>;

const numbered = (count: number): readonly string[] => Array.from({ length: count }, (_, n) => `task-${n}`);

export const workQueueContract = (adapter: string, open: () => Promise<OpenQueue>): void =>
  describe(`The ${adapter} queue`, () => {
    let opened: OpenQueue;
    let queue: WorkQueue;
    let stop: AbortController;
    let workers: Promise<void>[];

    beforeEach(async () => {
      opened = await open();
      queue = opened.queue;
      stop = new AbortController();
      workers = [];
    });
    afterEach(async () => {
      stop.abort();
      await Promise.all(workers);
      await opened.close();
    });

    /** Works, and says what was handled once so many were. */
    const working = (on = queue, kind = 'ring', handle = async (_: string): Promise<void> => undefined) => {
      const handled: string[] = [];
      let tell: () => void = () => undefined;
      const worker = on.work(
        kind,
        async ([id = '', ...more]) => {
          handled.push([id, ...more].join(' '));
          tell();
          await handle(id);
        },
        stop.signal,
      );
      workers.push(worker);
      const after = (count: number): Promise<readonly string[]> =>
        new Promise((resolve) => {
          tell = () => {
            if (handled.length >= count) resolve(handled);
          };
          tell();
        });
      return { handled, after };
    };

    it('gives what is handed on to who works, whoever comes first', async () => {
      await queue.hand('ring', ['task-1']);
      const { after } = working();
      await after(1);
      await queue.hand('ring', ['task-2']);
      expect(await after(2)).toStrictEqual(['task-1', 'task-2']);
    });

    it('gives each piece of work to one of those who work', async () => {
      const all: string[] = [];
      const done = Promise.withResolvers<void>();
      const note = async (id: string) => {
        if (all.push(id) === 100) done.resolve();
      };
      working(queue, 'ring', note);
      working(await opened.another(), 'ring', note);
      await queue.hand('ring', numbered(100));
      await done.promise;
      expect(all.toSorted()).toStrictEqual(numbered(100).toSorted());
    });

    it('does not hold twice what waits already', async () => {
      await queue.hand('ring', ['task-1', 'task-1']);
      await queue.hand('ring', ['task-1', 'task-2']);
      expect((await working().after(2)).toSorted()).toStrictEqual(['task-1', 'task-2']);
    });

    it('gives several as one piece of work, and does not hold that twice either', async () => {
      await queue.hand('ring', numbered(5), 2);
      await queue.hand('ring', numbered(5), 2);
      await queue.hand('ring', ['task-4']);
      expect((await working().after(3)).toSorted()).toStrictEqual(['task-0 task-1', 'task-2 task-3', 'task-4']);
    });

    it.each([
      ['done', async (): Promise<void> => undefined],
      ['failed', (): Promise<void> => Promise.reject(new Error('no'))],
    ])('takes again what is %s, and does not try it again by itself', async (_, handle) => {
      const { handled, after } = working(queue, 'ring', handle);
      await queue.hand('ring', ['task-1', 'task-2']);
      await after(2);
      await queue.hand('ring', ['task-3']);
      await after(3);
      expect(handled.toSorted()).toStrictEqual(['task-1', 'task-2', 'task-3']);
      const again = after(4);
      for (let left = 100; handled.length < 4 && left > 0; left--) {
        await queue.hand('ring', ['task-1']);
        await pause(20); // what was in hand a moment ago may not have been given up yet: a hint may be lost
      }
      expect((await again)[3]).toBe('task-1');
    });

    it('keeps kinds of work apart', async () => {
      const rings = working(queue, 'ring');
      await queue.hand('delivery', ['task-1']);
      await queue.hand('ring', ['task-2']);
      await rings.after(1);
      expect(await working(queue, 'delivery').after(1)).toStrictEqual(['task-1']);
      expect(rings.handled).toStrictEqual(['task-2']);
    });

    it('lets several pieces be handled side by side', async () => {
      const both = Promise.withResolvers<void>();
      let inHand = 0;
      const meet = async () => {
        inHand += 1;
        if (inHand === 2) both.resolve();
        await both.promise;
      };
      const { after } = working(queue, 'ring', meet);
      await queue.hand('ring', ['task-1', 'task-2']);
      await after(2);
      await expect(both.promise).resolves.toBeUndefined();
    });

    it('takes ids, and none of them where one is something else', async () => {
      for (const words of ['', 'Draft the decree', 'task:1', '1', 'ủy-ban', `t${'x'.repeat(200)}`])
        await expect(queue.hand('ring', ['task-1', words])).rejects.toThrow(TypeError);
      await queue.hand('ring', ['task-2']);
      expect(await working().after(1)).toStrictEqual(['task-2']);
    });

    it('ends when what is in hand is done, and leaves the rest to others', async () => {
      const release = Promise.withResolvers<void>();
      const { after, handled } = working(queue, 'ring', () => release.promise);
      await queue.hand('ring', ['task-1']);
      await after(1);
      stop.abort();
      let hasEnded = false;
      const ended = Promise.all(workers).then(() => void (hasEnded = true));
      expect(hasEnded).toBe(false);
      release.resolve();
      await ended;
      await queue.hand('ring', ['task-2']);
      stop = new AbortController();
      expect(await working(await opened.another()).after(1)).toStrictEqual(['task-2']);
      expect(handled).toStrictEqual(['task-1']);
    });

    it('leaves all else to others where one piece cannot be done yet', async () => {
      const early = working(queue, 'ring', () => Promise.reject(new NotYet(600_000)));
      await queue.hand('ring', ['task-early']);
      await early.after(1);
      const others = working(await opened.another());
      await queue.hand('ring', numbered(40));
      await others.after(39);
      expect(early.handled.length).toBeLessThanOrEqual(2); // one more may have been on its way
    });

    it('gives more to who could not do a piece yet, once its time has come', async () => {
      const { after } = working(queue, 'ring', () => Promise.reject(new NotYet(20)));
      for (const [n, name] of numbered(5).entries()) {
        await queue.hand('ring', [name]);
        await after(n + 1);
      }
      expect(await after(5)).toStrictEqual(numbered(5));
    });

    it('says that nothing is wrong while nothing is, and takes nothing once it is closed', async () => {
      expect(queue.trouble()).toBeNull();
      await queue.close();
      await expect(queue.hand('ring', ['task-1'])).rejects.toThrow(QueueUnavailable);
    });
  });
