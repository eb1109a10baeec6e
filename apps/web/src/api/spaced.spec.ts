import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';

import { spaced } from './spaced.ts';

const MS = 1_000;

/** Something that takes as long as it is let. */
const slow = () => {
  const done: (() => void)[] = [];
  const act = jest.fn(() => new Promise<void>((resolve) => done.push(resolve)));
  return { act, finish: () => done.shift()?.() };
};

describe('What is asked for again and again', () => {
  let ask: ReturnType<typeof spaced>;
  const pass = (ms: number) => jest.advanceTimersByTimeAsync(ms);

  beforeEach(() => {
    jest.useFakeTimers();
    ask = spaced(MS);
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('is done at once the first time, and once more after a while, however often it was asked for', async () => {
    const { act, finish } = slow();
    ask('figures', act);
    expect(act).toHaveBeenCalledTimes(1);
    finish();
    for (let n = 0; n < 9; n += 1) {
      ask('figures', act);
      await pass(50);
    }
    expect(act).toHaveBeenCalledTimes(1);
    await pass(MS);
    expect(act).toHaveBeenCalledTimes(2);
    finish();
    await pass(10 * MS);
    expect(act).toHaveBeenCalledTimes(2);
  });

  it('is never begun while it is still being done', async () => {
    const { act, finish } = slow();
    ask('figures', act);
    ask('figures', act);
    await pass(5 * MS);
    expect(act).toHaveBeenCalledTimes(1);
    finish();
    await pass(0);
    expect(act).toHaveBeenCalledTimes(2);
  });

  it('is begun again at last where it never ends', async () => {
    const act = jest.fn(() => new Promise<void>(() => undefined));
    ask('figures', act);
    ask('figures', act);
    await pass(29 * MS);
    expect(act).toHaveBeenCalledTimes(1);
    await pass(2 * MS);
    expect(act).toHaveBeenCalledTimes(2);
  });

  it('is done again at once after a rest, also where it failed', async () => {
    const act = jest.fn(() => Promise.reject(new Error('no')));
    ask('figures', act);
    await pass(MS);
    ask('figures', act);
    expect(act).toHaveBeenCalledTimes(2);
  });

  it('waits for nothing of another name', () => {
    const [one, other] = [slow(), slow()];
    ask('figures', one.act);
    ask('task', other.act);
    expect(other.act).toHaveBeenCalledTimes(1);
  });
});
