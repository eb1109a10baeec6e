import { describe, expect, it } from '@jest/globals';

import { seedIn } from './runs.ts';

describe('What is drawn at random', () => {
  it.each([
    ['as usual', {}, 155],
    ['as usual where a server begins with examples', { EDICT_SEED: 'examples' }, 155],
    ['by a number of one’s own', { EDICT_RANDOM: '7', EDICT_SEED: 'none' }, 7],
    ['by a number as it was named before', { EDICT_SEED: '7' }, 7],
    ['by the name of now, where both have a number', { EDICT_RANDOM: '8', EDICT_SEED: '7' }, 8],
  ])('is drawn %s', (_, env, seed) => expect(seedIn(env)).toBe(seed));

  it('is not drawn by what is no number', () => expect(() => seedIn({ EDICT_RANDOM: 'x' })).toThrow('EDICT_RANDOM'));
});
