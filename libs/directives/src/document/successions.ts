import type { Succession, WrittenSuccession } from './directive.document.ts';

/** Each with one successor at most. Several parts of one that is written bear its id and their place: `s-1`, `s-2`. */
export const singly = (written: readonly WrittenSuccession[]): readonly Succession[] => written.flatMap(apart);

const apart = ({ pairwise, to, ...rest }: WrittenSuccession): readonly Succession[] => {
  if (typeof to === 'string' || to === null) return [{ ...rest, to }];
  return to.map((each, n) => ({
    ...rest,
    id: `${rest.id}-${n + 1}`,
    from: pairwise ? rest.from.slice(n, n + 1) : rest.from,
    to: each,
  }));
};

/** Which goes with which is not listed: it is shown, and carried out by nobody. */
export const isUnpaired = ({ from, pairwise, to }: WrittenSuccession): boolean =>
  pairwise === true && from.length > 1 && !Array.isArray(to);
