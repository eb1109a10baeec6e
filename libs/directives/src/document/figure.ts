import { formNumber } from '../figures/form-number.ts';

export const FIGURE_BOUNDS = ['exactly', 'about', 'at-least', 'more-than', 'at-most', 'less-than'] as const;
export type FigureBound = (typeof FIGURE_BOUNDS)[number];

/** A figure as it is written: a number, or words such as `18 of 18`, `more than 99`, `12 874`. `of`: out of how many. */
export type Figure = Readonly<{ value: number | string; of?: number | string; bound?: FigureBound }>;

/** What the words say, with nothing made up: `of` is `null` where they do not say of how many. */
export type ReadFigure = Readonly<{ value: number; of: number | null; bound: FigureBound }>;

const WORDS: readonly (readonly [FigureBound, RegExp])[] = [
  ['more-than', /^(?:more than|over|above|>)\s*/i],
  ['at-least', /^(?:at least|no less than|not less than|≥|>=)\s*/i],
  ['less-than', /^(?:less than|fewer than|under|below|<)\s*/i],
  ['at-most', /^(?:at most|no more than|not more than|up to|≤|<=)\s*/i],
  ['about', /^(?:about|around|approximately|nearly|almost|some|~|≈)\s*/i],
];

/** `undefined`: it cannot be read, or in two ways. */
export const figureIn = ({ value, of, bound }: Figure): ReadFigure | undefined => {
  if (typeof value === 'number') return whole({ value, of: numberIn(of), bound: bound ?? 'exactly' });
  const [said, start] = boundIn(value.trim());
  const [first = '', last] = start.split(/\s+(?:of|out of)\s+|\s*\/\s*/i);
  if (last !== undefined && of !== undefined) return undefined;
  return whole({ value: numberIn(first), of: numberIn(last ?? of), bound: bound ?? said });
};

/** The longest words first, so that ≥ is not read as > and what follows. */
const boundIn = (text: string): readonly [FigureBound, string] => {
  const found = WORDS.map(([bound, words]) => [bound, words.exec(text)?.[0] ?? ''] as const)
    .toSorted(([, a], [, b]) => b.length - a.length)
    .find(([, words]) => words !== '');
  return found ? [found[0], text.slice(found[1].length)] : ['exactly', text];
};

/** `null`: nothing is said; `undefined`: it is no number. */
const numberIn = (said: number | string | undefined): number | null | undefined => {
  if (said === undefined) return null;
  if (typeof said === 'number') return said;
  const read = formNumber(said.replace(/\s*%$/, ''));
  return 'value' in read ? read.value : undefined;
};

type Parts = Readonly<{ value: number | null | undefined; of: number | null | undefined; bound: FigureBound }>;

const whole = ({ value, of, bound }: Parts): ReadFigure | undefined =>
  typeof value === 'number' && of !== undefined ? { value, of, bound } : undefined;

const BOUND_WORDS: Readonly<Record<FigureBound, string>> = {
  exactly: '',
  about: 'about ',
  'at-least': 'at least ',
  'more-than': 'more than ',
  'at-most': 'at most ',
  'less-than': 'less than ',
};

export const figureInWords = ({ value, of, bound }: ReadFigure, unit?: string): string =>
  `${BOUND_WORDS[bound]}${value}${of === null ? '' : ` of ${of}`}${unit === undefined ? '' : ` ${unit}`}`;
