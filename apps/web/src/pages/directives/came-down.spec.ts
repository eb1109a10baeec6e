import { describe, expect, it } from '@jest/globals';

import { cameDown } from './came-down.ts';

const row = (unit: string | null, state: 'issued' | 'tasked' | 'done', documents: readonly string[] = []) => ({
  ...{ unit, state, documents: [...documents] },
});

describe('How far a clause has come down', () => {
  const rows = [row('hue', 'tasked'), row('hue', 'done', ['12-KH/TU']), row('hanoi', 'done'), row(null, 'issued')];

  it('counts a unit once that has it in two places, and nobody not at all', () =>
    expect(cameDown(rows, 'tasked')).toMatchObject({ count: 1, all: 4, units: 2, brought: 0 }));

  it('tells at how many of the places it was brought further down, and how all of them add up', () =>
    expect(cameDown(rows, 'done')).toStrictEqual({
      ...{ count: 2, all: 4, units: 2, brought: 1 },
      parts: [
        { name: 'done', count: 2 },
        { name: 'issued', count: 1 },
        { name: 'tasked', count: 1 },
      ],
    }));
});
