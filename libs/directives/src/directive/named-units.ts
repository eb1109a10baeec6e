import type { DirectiveDocument, TaskItem } from '../document/index.ts';

/** Every unit, group or placeholder that a directive names where it matters who is meant; each once, in the order of the text. */
export const unitsNamedIn = ({ directive, tasks, standingUnits }: DirectiveDocument): readonly string[] => {
  const named = [
    ...directive.issuers,
    ...tasks.flatMap(namedIn),
    ...(standingUnits?.createdBy ?? []),
    ...(standingUnits?.beyondAuthority ? [standingUnits.beyondAuthority.recommendTo] : []),
  ];
  return [...new Set(named)];
};

const namedIn = ({ accountable, lead, coordinating = [], directs = [], reportsTo = [], due }: TaskItem) => [
  ...accountable,
  ...lead,
  ...coordinating,
  ...directs,
  ...reportsTo,
  ...(due?.orAsOrderedBy ? [due.orAsOrderedBy] : []),
];
