import type { Succession } from '../../api/successions.ts';
import type { Unit } from '../../api/units.tsx';

export type Successor = Readonly<{ succession: string; to: string | null; on: string | null }>;

/** From when on others answer for it; `undefined`: not by the registry, or not on a known day. */
export const endOf = (unit: Unit): string | undefined =>
  successorsOf(unit)
    .flatMap(({ on }) => on ?? [])
    .toSorted()[0];

export const successorsOf = (unit: Unit): readonly Successor[] => unit.successors as readonly Successor[];

export type Node = Readonly<{ unit: Unit; depth: number }>;

/** Each unit under the one that it is under, in the order of their names. Where a search leaves out who stands above, it comes to the top. */
export const treeOf = (units: readonly Unit[], nameOf: (id: string) => string): readonly Node[] => {
  const known = new Set(units.map(({ unitId }) => unitId));
  const byParent = Map.groupBy(units, ({ parent }) => (parent !== null && known.has(parent) ? parent : null));
  const under = (parent: string | null, depth: number): readonly Node[] =>
    (byParent.get(parent) ?? [])
      .toSorted((one, other) => nameOf(one.unitId).localeCompare(nameOf(other.unitId)))
      .flatMap((unit) => [{ unit, depth }, ...under(unit.unitId, depth + 1)]);
  return under(null, 0);
};

/** `plan`: as it was entered; `undefined`: a units file says so, and nobody has planned it. */
export type Planned = Readonly<{
  id: string;
  on: string | null;
  to: string | null;
  from: readonly string[];
  plan: Succession | undefined;
}>;

/** Who takes over from whom, by the day on which it takes effect; those without a day come last. A split is in it once for each part. What
 * was called off is not. */
export const successionsOf = (units: readonly Unit[], plans: readonly Succession[]): readonly Planned[] => {
  const ids = new Set(plans.map(({ id }) => id));
  const planned = plans
    .filter(({ withdrawn }) => !withdrawn)
    .map((plan) => ({ id: plan.id, on: plan.effectiveOn, to: plan.to, from: plan.from, plan }));
  return [...planned, ...registered(units).filter(({ id }) => !ids.has(id))].toSorted(byDay);
};

/** The same as it was known to the units: at an earlier moment the plans are not known as they were. */
export const successionsThen = (units: readonly Unit[], plans: readonly Succession[]): readonly Planned[] =>
  registered(units)
    .map((each) => ({ ...each, plan: plans.find(({ id }) => id === each.id) }))
    .toSorted(byDay);

const byDay = (one: Planned, other: Planned): number =>
  (one.on ?? '~') + one.id < (other.on ?? '~') + other.id ? -1 : 1;

const registered = (units: readonly Unit[]): readonly Planned[] => {
  const parts = units.flatMap((unit) => successorsOf(unit).map((each) => ({ ...each, from: unit.unitId })));
  return [...Map.groupBy(parts, ({ succession, to }) => `${succession}\n${to ?? ''}`).values()].map(
    ([first, ...others]) => ({
      id: first!.succession,
      on: first!.on,
      to: first!.to,
      from: [first!, ...others].map(({ from }) => from),
      plan: undefined,
    }),
  );
};
