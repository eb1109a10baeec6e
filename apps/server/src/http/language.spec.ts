import { describe, expect, it } from '@jest/globals';

import { languageOf } from './language.ts';

describe('The language of an answer', () => {
  it.each([
    ['is the one that is asked for', 'vi', 'vi'],
    ['is the one that is liked best', 'ru;q=0.5, uk;q=0.9', 'uk'],
    ['is the first of two that are liked alike', 'uk, ru', 'uk'],
    ['may be asked for with a region', 'vi-VN, en;q=0.1', 'vi'],
    ['passes over what Edict does not speak', 'fr, de;q=0.9, ru;q=0.1', 'ru'],
    ['is none that is not wanted', 'vi;q=0, en', 'en'],
    ['is English for whoever takes any', '*', 'en'],
    ['is English for nonsense', ';;;q=,,', 'en'],
    ['is English where nothing is asked', undefined, 'en'],
  ])('%s', (_, header, language) => expect(languageOf(header)).toBe(language));
});
