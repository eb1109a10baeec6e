import { describe, expect, it } from '@jest/globals';

import { concernOf } from './concern.ts';

describe('A change to a succession', () => {
  const load = async () => [];
  it('is told to whoever may read when what was held goes over, whatever they act for', async () => {
    const concerns = concernOf(load, async (stream) => stream === 'succession-merge');
    expect(await concerns('succession-merge')).toBe(true);
    expect(await concerns('succession-merge', 'secretariat')).toBe(true);
  });
  it('is kept from everybody else', async () => {
    const concerns = concernOf(load, async () => false);
    expect(await concerns('succession-merge')).toBe(false);
    expect(await concerns('succession-merge', 'secretariat')).toBe(false);
  });
});
