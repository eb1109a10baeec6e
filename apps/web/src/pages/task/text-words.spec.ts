import { describe, expect, it } from '@jest/globals';

import { figureWords, inferredWords, referenceWords } from './text-words.ts';

const say = (id: string): string => `<${id}>`;

describe('What a text says of where something is from', () => {
  it('is in the language of the reader where it is only said that there is something', () => {
    expect(inferredWords(true, say)).toStrictEqual(['<says.inferred.something>']);
    expect(referenceWords(true, say)).toStrictEqual(['<says.byReference.unnamed>']);
  });

  it('is in its own words where it has some', () => {
    expect(inferredWords('the year', say)).toStrictEqual(['the year']);
    expect(inferredWords(['the year', 'the month'], say)).toStrictEqual(['the year', 'the month']);
    const report = { number: null, type: 'report', issuers: [], date: null, title: 'Two weeks' };
    expect(referenceWords(['386-BC/BTCTW', report], say)).toStrictEqual(['386-BC/BTCTW', 'Two weeks']);
  });

  it('is nothing where the text says nothing', () => {
    expect(inferredWords(undefined, say)).toStrictEqual([]);
    expect(referenceWords(undefined, say)).toStrictEqual([]);
  });
});

describe('A figure that is aimed at', () => {
  const words = (id: string, { figure = '' } = {}): string => `<${id} ${figure}>`;

  it('is as exact as the text is, in the language of the reader', () => {
    expect(figureWords({ name: 'Roads', value: 15, unit: 'km', bound: 'at-least' }, words)) //
      .toBe('Roads: <figure.at-least 15 km>');
    expect(figureWords({ value: 18, of: 18 }, words)).toBe('<figure.exactly 18 / 18>');
  });
});
