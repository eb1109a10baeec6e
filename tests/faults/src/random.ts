export type Random = Readonly<{
  /** A whole number from 0 up to, not including, `below`. */
  upTo(below: number): number;
  pick<T>(items: readonly T[]): T;
}>;

/** The same numbers for the same seed (a linear congruential generator): a run that failed can be run again. */
export const randomOf = (seed: number): Random => {
  let state = (seed * 2_654_435_761) % 4_294_967_296;
  const upTo = (below: number): number => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return Math.floor((state / 4_294_967_296) * below);
  };
  return { upTo, pick: <T>(items: readonly T[]) => items[upTo(items.length)] as T };
};
