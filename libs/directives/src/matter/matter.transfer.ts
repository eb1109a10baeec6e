import { heirOf, officeAfter } from '../succession/handover.ts';
import type { Handover } from '../succession/succession.messages.ts';
import type { MatterEvent, MatterPart } from './matter.messages.ts';
import { isOpen, type Matter, type Open } from './matter.state.ts';

/** Whose an open matter is: the desk where it lies, the authority it was recommended to, who waits for the answer, and who is consulted. */
export const partsIn = (matter: Matter): Readonly<Record<string, readonly MatterPart[]>> => {
  if (!isOpen(matter)) return {};
  const { office, recommendedTo, from, consultations } = matter;
  const parts: Record<string, MatterPart[]> = {};
  const held = { office: office.unit, recommendedTo, from };
  for (const [part, unit] of Object.entries(held) as [keyof typeof held, string | null][])
    if (unit !== null) parts[unit] = [...(parts[unit] ?? []), part];
  for (const { unit } of consultations) parts[unit] = [...new Set<MatterPart>([...(parts[unit] ?? []), 'consulted'])];
  return parts;
};

export const transfer = (handover: Handover, matter: Matter): readonly MatterEvent[] => {
  const parts = partsIn(matter);
  const from = handover.from.filter((unit) => parts[unit] !== undefined && unit !== handover.to);
  const moved = [...new Set(from.flatMap((unit) => parts[unit]!))];
  return from.length === 0 ? [] : [{ type: 'MatterTransferred', data: { ...handover, from, parts: moved } }];
};

export const transferred = (matter: Open, handover: Handover): Open => {
  const heir = heirOf(handover);
  return {
    ...matter,
    office: officeAfter(matter.office, matter.directiveId, handover),
    heir: matter.heir && officeAfter(matter.heir, matter.directiveId, handover),
    recommendedTo: matter.recommendedTo === null ? null : heir(matter.recommendedTo),
    from: matter.from === null ? null : heir(matter.from),
    consultations: matter.consultations.map((each) => ({ ...each, by: heir(each.by), unit: heir(each.unit) })),
  };
};
