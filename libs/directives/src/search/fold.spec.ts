import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { folded, searchable, searchedFor, wordsIn } from './fold.ts';

const finds = (sought: string, text: string): boolean =>
  searchedFor(sought).every((part) => searchable(text).includes(part));

describe('Two texts are one for a search', () => {
  it.each([
    ['đ is left without its stroke', 'Đảng ủy Chính phủ', 'dang uy chinh phu'],
    ['marks are left out', 'Nghị quyết', 'nghi quyet'],
    ['the mark of a tone stands on another vowel', 'hoà', 'hòa'],
    ['letters are composed or not', 'ế', 'ế'.normalize('NFD')],
    ['one is in capitals', 'ĐẢNG ỦY', 'đảng ủy'],
    ['Cyrillic stands for Latin that looks like it', '155-KL/TW', '155-КL/ТW'],
    ['Latin stands for Cyrillic that looks like it', 'отчет', 'oтчeт'],
    ['ё is written as е', 'отчёт', 'отчет'],
    ['й is composed or not', 'районный', 'районный'.normalize('NFD')],
    ['ґ is written as г', 'ґрунт', 'грунт'],
    ['a number is written in full width', '１５５', '155'],
  ])('when %s', (_, a, b) => expect(wordsIn(a)).toStrictEqual(wordsIn(b)));

  it.each([
    ['й is another letter than и', 'мой', 'мои'],
    ['ї is another letter than і', 'її', 'ii'],
    ['o is no zero', 'o', '0'],
  ])('but not when %s', (_, a, b) => expect(wordsIn(a)).not.toStrictEqual(wordsIn(b)));

  it('however often they are folded', () =>
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => expect(folded(folded(text))).toBe(folded(text)))));
});

describe('A text is found', () => {
  const text = 'Kết luận 155-KL/TW về sắp xếp bộ máy; Положение о районных комитетах';

  it.each(['155', '155-KL/TW', 'kl tw', 'ket luan', 'sap xep', 'bo may', 'положение', 'район', 'luận kết', 'ке'])(
    'by %s',
    (sought) => expect(finds(sought, text)).toBe(true),
  );

  it.each(['55', 'uan', 'комитет 156', 'аппарат'])('and not by %s', (sought) =>
    expect(finds(sought, text)).toBe(false),
  );

  it('by each of its words, and by what each begins with', () =>
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' })), (words) => {
        const all = words.join(' ');
        for (const word of wordsIn(all)) expect(finds(word.slice(0, 2), all)).toBe(true);
      }),
    ));
});
