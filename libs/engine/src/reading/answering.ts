import type { UnitRow } from '@edict/directives';
import type { LocalDate } from '@edict/kernel';

type Ends = readonly Readonly<{ to: string | null; on: LocalDate | null }>[];

/** Who answers in place of a unit that day: it, or whoever has taken over all that it had, and so on. */
export const answeringNow = (units: readonly UnitRow[], day: LocalDate): ((unit: string) => string) => {
  const ends = new Map(units.map(({ unitId, successors }) => [unitId, JSON.parse(successors) as Ends]));
  const follow = (unit: string, seen: readonly string[]): string => {
    const [heir, ...others] = (ends.get(unit) ?? []).filter(({ on }) => on !== null && on <= day);
    if (!heir || others.length > 0 || heir.to === null || seen.includes(heir.to)) return unit;
    return follow(heir.to, [...seen, heir.to]);
  };
  return (unit) => follow(unit, [unit]);
};
