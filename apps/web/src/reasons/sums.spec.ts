import { describe, expect, it } from '@jest/globals';

import { differenceOf, partsBy, shareOf, sumOf } from './sums.ts';

describe('A figure as its parts', () => {
  it('is written out as a sum', () => expect(sumOf([7, 5])).toBe('12 = 7 + 5'));
  it('is itself where it has one part, and nothing where it has none', () => {
    expect(sumOf([7])).toBe('7');
    expect(sumOf([])).toBe('0');
  });
  it('is only its sum where nobody would read so many parts', () => {
    expect(sumOf(Array.from({ length: 8 }, () => 1))).toBe('8 = 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1');
    expect(sumOf(Array.from({ length: 9 }, () => 1))).toBe('9');
  });
  it('is written as numbers are', () =>
    expect(sumOf([1200, 34], (figure) => figure.toLocaleString('en'))).toBe('1,234 = 1,200 + 34'));
  it('has the most first, and what is as many by its name', () =>
    expect(partsBy(['b', 'a', 'c', 'c'], (each) => each)).toStrictEqual([
      { name: 'c', count: 2 },
      { name: 'a', count: 1 },
      { name: 'b', count: 1 },
    ]));
  it('is a numerator over a denominator where it is a share', () =>
    expect(shareOf('92.2', 106, 115)).toBe('92.2 % = 106 ÷ 115'));
  it('is what is less what was, where it is a difference', () =>
    expect(differenceOf('−7', 21, 28)).toBe('−7 = 21 − 28'));
});
