import { beforeEach, describe, expect, it } from '@jest/globals';

import type { Installation } from '../installation.ts';
import { Readiness } from './readiness.ts';

describe('Requests may be sent', () => {
  let head: () => Promise<string>;
  let reached: string;
  let follow: PromiseWithResolvers<void>;
  let readiness: Readiness;

  beforeEach(() => {
    head = () => Promise.resolve('5');
    reached = '5';
    follow = Promise.withResolvers();
    const seen = (position: string) => Promise.resolve(reached >= position);
    const installation = { engine: { head: () => head() }, seen, running: follow.promise };
    readiness = new Readiness(installation as unknown as Installation);
  });

  it('once the views have got to where the log ended when first asked, however it grows', async () => {
    reached = '3';
    expect(await readiness.missing()).toBe('views');
    head = () => Promise.resolve('9');
    reached = '5';
    expect(await readiness.missing()).toBeNull();
  });

  it('also while the views are behind again: who is answered late says so by itself', async () => {
    expect(await readiness.missing()).toBeNull();
    head = () => Promise.resolve('9');
    expect(await readiness.missing()).toBeNull();
  });

  it('not while the log does not answer, or answers badly', async () => {
    head = () => Promise.reject(new Error('no'));
    expect(await readiness.missing()).toBe('log');
    head = () => Promise.resolve('5');
    expect(await readiness.missing()).toBeNull();
  });

  it.each([
    ['ended', () => follow.resolve()],
    ['failed', () => follow.reject(new Error('no'))],
  ])('never again once following the log has %s', async (_, end) => {
    end();
    await Promise.resolve();
    expect(await readiness.missing()).toBe('followers');
  });
});
