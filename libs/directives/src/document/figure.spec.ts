import { describe, expect, it } from '@jest/globals';

import { figureIn, figureInWords, type Figure } from './figure.ts';

describe('A figure says as much as its words', () => {
  it.each<[string, Figure, string]>([
    ['a number', { value: 12 }, '12'],
    ['some of a whole', { value: '18 of 18' }, '18 of 18'],
    ['some of a whole, beside one another', { value: 18, of: '20' }, '18 of 20'],
    ['some of a whole, as a fraction', { value: '3/4' }, '3 of 4'],
    ['more than', { value: 'more than 99 %' }, 'more than 99'],
    ['at least, as a sign', { value: '≥ 99,5' }, 'at least 99.5'],
    ['more than, as a sign', { value: '>99' }, 'more than 99'],
    ['less than', { value: 'fewer than 10' }, 'less than 10'],
    ['at most', { value: 'up to 10' }, 'at most 10'],
    ['about', { value: 'nearly 12 874' }, 'about 12874'],
    ['what its key says', { value: 99, bound: 'more-than' }, 'more than 99'],
    ['its key before its words', { value: 'about 99', bound: 'at-least' }, 'at least 99'],
  ])('%s', (_, figure, words) => expect(figureInWords(figureIn(figure)!)).toBe(words));

  it.each<[string, Figure]>([
    ['many', { value: 'many' }],
    ['nothing', { value: '' }],
    ['two readings', { value: '2,888' }],
    ['two wholes', { value: '18 of 18', of: 20 }],
    ['a whole that is no number', { value: 18, of: 'all' }],
  ])('and where they say %s it is not read', (_, figure) => expect(figureIn(figure)).toBeUndefined());

  it('with its unit', () =>
    expect(figureInWords({ value: 3, of: 4, bound: 'exactly' }, 'bodies')).toBe('3 of 4 bodies'));
});
