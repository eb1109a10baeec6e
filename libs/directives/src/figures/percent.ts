/**
 * How a share is rounded. Each has a name that stands beside the figure: two offices that round in two ways publish two figures, as the report
 * of 2017 shows, whose 98.62 and 1.38 are what is left when the third decimal is cut off.
 */
export const ROUNDINGS = {
  'half-up-1': { decimals: 1, halves: true, says: 'one decimal, halves up' },
  'half-up-2': { decimals: 2, halves: true, says: 'two decimals, halves up' },
  'down-2': { decimals: 2, halves: false, says: 'two decimals, what follows is cut off' },
} as const;
export type Rounding = keyof typeof ROUNDINGS;

export const ROUNDING: Rounding = 'half-up-1';

/** `null` of nothing. In whole numbers, so that no half is lost to a binary fraction. */
export const percent = (part: number, whole: number, by: Rounding = ROUNDING): number | null => {
  if (whole === 0) return null;
  const { decimals, halves } = ROUNDINGS[by];
  const units = 100 * 10 ** decimals;
  return Math.floor((part * units * 2 + (halves ? whole : 0)) / (whole * 2)) / 10 ** decimals;
};

/** What is left of a hundred: shares that are published side by side add up. */
export const remainder = (share: number | null, by: Rounding = ROUNDING): number | null => {
  const factor = 10 ** ROUNDINGS[by].decimals;
  return share === null ? null : (100 * factor - Math.round(share * factor)) / factor;
};

/** One decimal, halves up; `null` of nothing. */
export const mean = (sum: number, count: number): number | null =>
  count === 0 ? null : Math.floor((sum * 20 + count) / (count * 2)) / 10;
