/** Composed letters whose mark is no accent: without it they are another letter of the alphabet, and nobody leaves it out. */
const LETTERS: readonly (readonly [string, string])[] = [
  ['и\u0306', 'й'],
  ['і\u0308', 'ї'],
];

/**
 * One letter for what people write for one another: đ as d; Cyrillic as the Latin letter that it looks like, since both stand in one number
 * or name and no reader sees which (Unicode UTS 39 calls them confusable); ґ as г, for which it is often written.
 */
const ALIKE: Readonly<Record<string, string>> = {
  ...{ đ: 'd', ð: 'd', ґ: 'г' },
  ...{ а: 'a', в: 'b', е: 'e', к: 'k', м: 'm', н: 'h', о: 'o', р: 'p', с: 'c', т: 't', у: 'y', х: 'x' },
  ...{ і: 'i', ј: 'j', ѕ: 's' },
};

/** A text as it is searched in: small letters without marks. ё is е, as it is mostly written; й stays й. */
export const folded = (text: string): string => {
  const apart = text.normalize('NFKC').toLowerCase().normalize('NFD');
  const kept = LETTERS.reduce((all, [pair, letter]) => all.replaceAll(pair, letter), apart);
  const bare = kept.replaceAll(/\p{M}/gu, '');
  return [...bare].map((letter) => ALIKE[letter] ?? letter).join('');
};

/** The words and numbers of a text, folded: `155-KL/TW` has three. */
export const wordsIn = (text: string): readonly string[] =>
  folded(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);

/** Words as a row keeps them: each begins after a space, so that what a word begins with is found, and what is within it is not. */
export const searchable = (...texts: readonly (string | null)[]): string =>
  texts.flatMap((text) => wordsIn(text ?? '').map((word) => ` ${word}`)).join('');

/** What a row must contain to be found: each of these. */
export const searchedFor = (text: string): readonly string[] => [...new Set(wordsIn(text))].map((word) => ` ${word}`);
