import { beforeEach, describe, expect, it } from '@jest/globals';
import { MemoryTimers, MemoryViews, MemoryWorkQueue } from '@edict/adapter-memory';
import { idFrom, instant, plusMs, type Command, type Instant } from '@edict/kernel';

import { ALARM, HANDED_MS, NotYet, QueueUnavailable, ringWorker, sharedRinger, type WorkQueue } from './index.ts';

const T0 = instant('2025-06-01T00:00Z');
const alarmed = { key: 'drafts finished/1', at: T0, ring: '{"type":"CallTime","data":{}}' };
const NAME = `task-1#${idFrom('task-1', alarmed.key)}`;

describe('Rings that are shared out', () => {
  let views: MemoryViews;
  let timers: MemoryTimers;
  let now: Instant;
  let sent: Command[];
  let fails: boolean;
  let handed: string[];
  let queue: WorkQueue;
  let sweep: ReturnType<typeof sharedRinger>;

  beforeEach(async () => {
    views = new MemoryViews();
    timers = new MemoryTimers(views);
    now = T0;
    sent = [];
    fails = false;
    handed = [];
    queue = new MemoryWorkQueue();
    queue.hand = async (_, ids) => void handed.push(...ids);
    sweep = sharedRinger(ringers(), views, queue);
    await views.prepare([ALARM]);
    await waits(alarmed);
  });

  const waits = (...rows: (typeof alarmed)[]) =>
    views.commit({ name: 'alarm', epoch: 1 }, { rows: [{ table: 'alarm', key: 'task-1', rows }] }, `p${rows.length}`);
  const waitFor = (streams: readonly string[], rows: readonly (typeof alarmed)[]) =>
    views.commit({ name: 'alarm', epoch: 1 }, { rows: streams.map((key) => ({ table: 'alarm', key, rows })) }, 'p');
  const execute = async (command: Command) => {
    sent.push(command);
    if (fails) throw new Error('down');
    return { stream: command.stream, revision: 0, position: '' };
  };
  const ringers = () => ({ timers, clock: () => now, execute, window: 2 });
  const work = (...names: string[]) => ringWorker(ringers(), views)(names.length > 0 ? names : [NAME]);
  const nextAt = async () => (await timers.due(instant('2026-01-01T00:00Z'), 1))[0]?.ringAt;

  it('are handed on by ids alone, and rung by nobody here', async () => {
    expect(await sweep()).toStrictEqual({ rung: 1, failed: [] });
    expect(handed).toStrictEqual([NAME]);
    expect(sent).toStrictEqual([]);
  });

  it('are handed on again a little later, for as long as nobody has rung them', async () => {
    await sweep();
    expect((await sweep()).rung).toBe(0);
    now = plusMs(T0, HANDED_MS);
    expect((await sweep()).rung).toBe(1);
    expect(handed).toStrictEqual([NAME, NAME]);
  });

  it('are not handed on while most of those before are still waited for, unless it has taken too long', async () => {
    const others = Array.from({ length: 4 }, (_, n) => `task-${n + 2}`);
    await waitFor(others, [alarmed]);
    await sweep();
    await waitFor(['task-9'], [alarmed]);
    await waitFor(others.slice(0, 2), []);
    expect(await sweep()).toStrictEqual({ rung: 0, failed: [], isBusy: true });
    await waitFor(others, []);
    expect((await sweep()).rung).toBe(1);
    await waitFor(['task-10'], [alarmed]);
    now = plusMs(T0, HANDED_MS);
    expect((await sweep()).rung).toBe(3);
  });

  it('are handed on by a clock that was put back, whatever was before', async () => {
    await sweep();
    const earlier = plusMs(T0, -3_600_000);
    await waitFor(['task-2'], [{ ...alarmed, at: earlier }]);
    now = earlier;
    expect((await sweep()).rung).toBe(1);
  });

  it('are handed on many together', async () => {
    const sizes: (number | undefined)[] = [];
    queue.hand = async (_, __, each) => void sizes.push(each);
    await sweep();
    expect(sizes).toStrictEqual([64]);
  });

  it('are rung here where nothing can be handed on, be it known before or not', async () => {
    queue.hand = () => Promise.reject(new QueueUnavailable('away'));
    expect((await sweep()).rung).toBe(1);
    queue.trouble = () => 'unreachable';
    now = plusMs(T0, 60_000);
    expect((await sweep()).rung).toBe(1);
    expect(sent.map(({ type, stream }) => `${type} ${stream}`)).toStrictEqual(['CallTime task-1', 'CallTime task-1']);
    expect(handed).toStrictEqual([]);
  });

  it('do not hide a fault of the queue itself', async () => {
    queue.hand = () => Promise.reject(new TypeError('a bug'));
    await expect(sweep()).rejects.toThrow('a bug');
  });

  it('are rung by who takes them, as what they waited to be', async () => {
    await work();
    expect(sent).toStrictEqual([{ stream: 'task-1', type: 'CallTime', data: {} }]);
  });

  it('are not handed on again for a minute once they are rung, however far behind the alarms are', async () => {
    await sweep();
    await work();
    now = plusMs(T0, 50_000);
    expect((await sweep()).rung).toBe(0);
  });

  it('are rung together by who takes several, those of one stream in their order', async () => {
    const keys = ['a', 'b'].map((key) => ({ key, at: T0, ring: `{"type":"Ring","data":{"key":"${key}"}}` }));
    await waitFor(['task-2', 'task-3'], keys);
    const names = ['task-2', 'task-3'].flatMap((stream) => keys.map(({ key }) => `${stream}#${idFrom(stream, key)}`));
    await work(...names, NAME, NAME);
    const said = sent.map(({ stream, data }) => `${stream} ${String((data as Record<string, unknown>)['key'])}`);
    expect(said.toSorted()).toStrictEqual(['task-1 undefined', 'task-2 a', 'task-2 b', 'task-3 a', 'task-3 b']);
    for (const stream of ['task-2', 'task-3'])
      expect(said.filter((each) => each.startsWith(stream))).toStrictEqual([`${stream} a`, `${stream} b`]);
  });

  it('are rung as far as it is time, where some of those taken together are early', async () => {
    await waitFor(['task-2'], [{ ...alarmed, at: plusMs(T0, 30) }]);
    const early = `task-2#${idFrom('task-2', alarmed.key)}`;
    await expect(work(early, NAME)).rejects.toThrow(new NotYet(30));
    expect(sent.map(({ stream }) => stream)).toStrictEqual(['task-1']);
  });

  it('are put off by who fails to ring them, ever further', async () => {
    fails = true;
    now = plusMs(T0, 600_000);
    await work();
    expect(await nextAt()).toBe(plusMs(T0, 1_200_000));
  });

  it('do nothing before their time by the clock of who takes them, who takes no more until then, or for a while', async () => {
    for (const [early, ms] of [
      [40, 40],
      [3_600_000, 3 * HANDED_MS],
    ] as const) {
      now = plusMs(T0, -early);
      await expect(work()).rejects.toThrow(new NotYet(ms));
    }
    expect(sent).toStrictEqual([]);
    expect(await nextAt()).toBe(T0);
  });

  it('do nothing once nobody waits for them, or for what nobody ever waited for', async () => {
    await waits();
    for (const name of [NAME, 'task-1#x', 'task-2', 'x#y#z']) await work(name);
    expect(sent).toStrictEqual([]);
  });
});
