import { standingUnitOf, type Office } from '../office.ts';
import type { HandedOver } from './succession.messages.ts';

/** Who answers in place of a unit. */
export const heirOf =
  ({ from, to }: Pick<HandedOver, 'from' | 'to'>) =>
  (unit: string): string =>
    from.includes(unit) ? to : unit;

/** Each heir once, in the order of those that they follow. */
export const heirsOf = (units: readonly string[], handover: Pick<HandedOver, 'from' | 'to'>): readonly string[] => [
  ...new Set(units.map(heirOf(handover))),
];

/** The same office of the successor: a standing unit stays one, for the same directive. */
export const officeAfter = (office: Office, directiveId: string, handover: Pick<HandedOver, 'from' | 'to'>): Office => {
  const unit = heirOf(handover)(office.unit);
  if (unit === office.unit) return office;
  return office.kind === 'standingUnit' ? standingUnitOf(directiveId, unit) : { ...office, unit };
};
