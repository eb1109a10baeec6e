/** Of how many each kind is, the most first. */
export type Part = Readonly<{ name: string; count: number }>;

export const partsBy = <T>(all: readonly T[], nameOf: (each: T) => string): readonly Part[] =>
  [...Map.groupBy(all, nameOf)]
    .map(([name, each]) => ({ name, count: each.length }))
    .toSorted((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));

/** More of them are read in the list below. */
const TERMS = 8;

/** As it adds up, `12 = 7 + 5`. What has one part is that part, and what has many is their sum. */
export const sumOf = (parts: readonly number[], write: (figure: number) => string = String): string => {
  const sum = write(parts.reduce((all, each) => all + each, 0));
  return parts.length < 2 || parts.length > TERMS ? sum : `${sum} = ${parts.map(write).join(' + ')}`;
};

/** `92.2 % = 106 ÷ 115`. */
export const shareOf = (percent: string, part: number, whole: number): string => `${percent} % = ${part} ÷ ${whole}`;

/** How much more one is than the other, `−7 = 21 − 28`; `said`: the difference with its sign. */
export const differenceOf = (said: string, now: number | string, then: number | string): string =>
  `${said} = ${now} − ${then}`;
