import { existsSync, mkdirSync, readFileSync, rmdirSync, truncateSync } from 'node:fs';
import { join } from 'node:path';

import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { anchorContract } from '@edict/contracts';

import { FileAnchor } from './file-anchor.ts';
import { scratch } from './testing/scratch.ts';

const anchorIn = (dir: string) => new FileAnchor(join(dir, 'checkpoint'));

anchorContract('file', async () => anchorIn(scratch()));

describe('A file anchor', () => {
  afterEach(() => void jest.useRealTimers());

  it('is still there for the next process', async () => {
    const dir = scratch();
    await anchorIn(dir).write('head');
    expect(await anchorIn(dir).read()).toBe('head');
  });

  it('holds the last of what is written side by side', async () => {
    const dir = scratch();
    const anchor = anchorIn(dir);
    await Promise.all(['one', 'two', 'three'].map((text) => anchor.write(text)));
    expect(await anchorIn(dir).read()).toBe('three');
  });

  it('falls back on what was synced when a power cut has emptied the file', async () => {
    const dir = scratch();
    const anchor = anchorIn(dir);
    await anchor.write('synced');
    await anchor.close();
    await anchor.write('not yet');
    truncateSync(join(dir, 'checkpoint'));
    expect(await anchorIn(dir).read()).toBe('synced');
  });

  it('syncs a second later what it could not sync at once', async () => {
    jest.useFakeTimers({ doNotFake: ['setImmediate', 'nextTick', 'queueMicrotask'] });
    const until = async (isSo: () => boolean) => {
      while (!isSo()) await new Promise(setImmediate);
    };
    const dir = scratch();
    const [synced, inTheWay] = ['checkpoint.synced', 'checkpoint.synced.next'].map((name) => join(dir, name)) as [
      string,
      string,
    ];
    mkdirSync(inTheWay);
    await anchorIn(dir).write('head');
    jest.advanceTimersByTime(1_000);
    await until(() => jest.getTimerCount() === 1);
    rmdirSync(inTheWay);
    jest.advanceTimersByTime(1_000);
    await until(() => existsSync(synced));
    expect(readFileSync(synced, 'utf8')).toBe('head\n');
  });

  it('says at its end that it could not sync, and goes on where it is written to again', async () => {
    const dir = scratch();
    const anchor = anchorIn(dir);
    const inTheWay = join(dir, 'checkpoint.synced.next');
    mkdirSync(inTheWay);
    await anchor.write('head');
    await expect(anchor.close()).rejects.toThrow('EISDIR');
    rmdirSync(inTheWay);
    await anchor.write('next');
    await anchor.close();
    expect(readFileSync(join(dir, 'checkpoint.synced'), 'utf8')).toBe('next\n');
  });
});
