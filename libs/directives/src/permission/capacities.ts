/** In which capacity a person acts for a unit. Whoever holds several acts in one of them at a time. */
export const CAPACITIES = [
  'officer',
  'secretariat',
  'standingUnit',
  'inspector',
  'auditor',
  'leader',
  'administrator',
] as const;

export type Capacity = (typeof CAPACITIES)[number];

export const isCapacity = (name: string): name is Capacity => CAPACITIES.some((each) => each === name);

/** What each is for, as the documentation tells it. */
export const CAPACITY_MEANS: Readonly<Record<Capacity, string>> = {
  officer: 'Acts for a unit: receives, reports, submits, and decides on what the unit has issued.',
  secretariat: 'Keeps the registry, issues directives that others adopted, and acts for an issuer.',
  standingUnit: 'Sits at the desk of a standing unit: receives, directs, answers and recommends matters.',
  inspector: 'Reads, and writes nothing but findings.',
  auditor: 'Reads, also who holds which authority and how they came by it, and writes nothing but findings.',
  leader: 'Reads.',
  administrator: 'Opens accounts, establishes offices and gives grants. Sees no content.',
};
