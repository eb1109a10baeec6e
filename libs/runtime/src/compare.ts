type Value = string | number | null;

/** Null first, numbers by size, text by code points: as a database has it that compares UTF-8. */
export const compare = (a: Value, b: Value): number => {
  if (a === b) return 0;
  if (a === null || b === null) return a === null ? -1 : 1;
  return typeof a === 'string' && typeof b === 'string' ? byCodePoint(a, b) : Number(a) - Number(b);
};

/** `<` compares UTF-16, in which 😀 comes before U+FFFD. */
const byCodePoint = (a: string, b: string): number => {
  let n = 0;
  while (n < a.length && n < b.length && a.charCodeAt(n) === b.charCodeAt(n)) n++;
  return rank(a, n) - rank(b, n);
};

/** Puts the surrogates after all other units; an ended text is before everything. */
const rank = (text: string, n: number): number => {
  if (n >= text.length) return -1;
  const unit = text.charCodeAt(n);
  return unit >= 0xd800 && unit < 0xe000 ? unit + 0x10000 : unit;
};
