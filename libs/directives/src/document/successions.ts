import type { Succession, WrittenSuccession } from './directive.document.ts';

/** Each with one successor at most. Several parts of one that is written bear its id and their place: `s-1`, `s-2`. */
export const singly = (written: readonly WrittenSuccession[]): readonly Succession[] => written.flatMap(apart);

/** Where it stands in the list, and how it was written there. */
export type Place = Readonly<{ index: number; written: WrittenSuccession }>;

/** Each with one successor at most, in the order of the text, with its place. */
export const placesOf = (written: readonly WrittenSuccession[]): ReadonlyMap<Succession, Place> =>
  new Map(written.flatMap((each, index) => apart(each).map((one) => [one, { index, written: each }] as const)));

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

/** A unit that two succeed. `isOpen`: one of them is not settled, so that the text leaves open which it will be. */
export type TakenTwice = Readonly<{ unit: string; first: Succession; second: Succession; isOpen: boolean }>;

/** Every unit that is succeeded in one that comes later in the text as well, with the one that contradicts it, if one does. */
export const takenTwice = (successions: readonly Succession[]): readonly TakenTwice[] => {
  const taking = new Map<string, Succession[]>();
  return successions.flatMap((second) =>
    endingIn(second).flatMap((unit): readonly TakenTwice[] => {
      const earlier = taking.get(unit) ?? [];
      taking.set(unit, [...earlier, second]);
      const others = earlier.filter((first) => first.kind !== 'split' || second.kind !== 'split');
      const against = isSettled(second) ? others.find(isSettled) : undefined;
      const first = against ?? others[0];
      return first ? [{ unit, first, second, isOpen: against === undefined }] : [];
    }),
  );
};

/** Who takes others in goes on. */
const endingIn = ({ from, to }: Succession): readonly string[] => from.filter((unit) => unit !== to);

/** It is known who follows, or that nobody does, from which day on, and that it is decided. */
export const isSettled = ({ effectiveOn, status, successor, to }: Succession): boolean =>
  effectiveOn !== null && (to !== null || successor === 'nobody') && status !== 'planned' && status !== 'pilot';
