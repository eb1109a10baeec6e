export const LANGUAGES = ['en', 'vi', 'ru', 'uk'] as const;
export type Language = (typeof LANGUAGES)[number];

/** A header of any length must not cost more than a short one. */
const LONGEST = 200;

/** The one that the caller likes best among those that Edict speaks; English, where none is asked for. */
export const languageOf = (acceptLanguage: string | undefined): Language => {
  const wishes = (acceptLanguage ?? '').slice(0, LONGEST).split(',').map(wishIn);
  const best = wishes.filter(({ weight }) => weight > 0).toSorted((a, b) => b.weight - a.weight);
  return best.map(({ tag }) => LANGUAGES.find((each) => each === tag)).find(Boolean) ?? 'en';
};

const wishIn = (text: string): Readonly<{ tag: string; weight: number }> => {
  const [range = '', ...parameters] = text.split(';').map((part) => part.trim().toLowerCase());
  const weight = parameters.find((each) => each.startsWith('q='))?.slice(2);
  return { tag: range.split('-')[0]!, weight: weight === undefined ? 1 : Number(weight) || 0 };
};
