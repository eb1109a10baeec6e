/** What was measured once: of whom, in which cell, in which round. */
export type Sample = Readonly<{ candidate: string; cell: string; round: number; value: number }>;

export type Spread = Readonly<{ median: number; min: number; max: number; rounds: number }>;

/** `undefined`: nothing was measured. */
export const spreadOf = (values: readonly number[]): Spread | undefined => {
  if (values.length === 0) return undefined;
  const sorted = values.toSorted((a, b) => a - b);
  return { median: medianOf(sorted), min: sorted[0]!, max: sorted.at(-1)!, rounds: sorted.length };
};

const medianOf = (sorted: readonly number[]): number => {
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
};

/** The share `p` of the values is not above this one. */
export const quantile = (values: readonly number[], p: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * p))] ?? NaN;

export type Cell = Readonly<{ candidate: string; cell: string }>;

const valuesOf = (samples: readonly Sample[], { candidate, cell }: Cell): ReadonlyMap<number, number> =>
  new Map(
    samples
      .filter((sample) => sample.candidate === candidate && sample.cell === cell)
      .map(({ round, value }) => [round, value]),
  );

export const valueOf = (samples: readonly Sample[], of: Cell): Spread | undefined =>
  spreadOf([...valuesOf(samples, of).values()]);

/** Of the ratios within a round, so that what slows the whole machine down for a while slows both. */
export const ratioOf = (samples: readonly Sample[], of: Cell, to: Cell): Spread | undefined => {
  const divisors = valuesOf(samples, to);
  const ratios = [...valuesOf(samples, of)].map(([round, value]) => value / (divisors.get(round) ?? NaN));
  return spreadOf(ratios.filter((ratio) => !Number.isNaN(ratio)));
};
