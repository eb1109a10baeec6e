/**
 * From what everybody may read to what hardly anybody may: công khai, nội bộ, and the three grades of state secrets, Mật, Tối mật,
 * Tuyệt mật (Law 117/2025/QH15 on the protection of state secrets).
 */
export const LEVELS = ['open', 'internal', 'confidential', 'secret', 'top-secret'] as const;
export type Level = (typeof LEVELS)[number];

/** How secret a document is, and for whom: who reads it must be cleared for each of its compartments. */
export type Label = Readonly<{ level: Level; compartments: readonly string[] }>;

/** How far somebody, or a place where data goes, may be trusted. No role grants it. */
export type Clearance = Readonly<{ level: Level; compartments: readonly string[] | 'all' }>;

/** For machines that show nothing to anybody. */
export const EVERYTHING: Clearance = { level: 'top-secret', compartments: 'all' };

/** Where a level is in the order, from 0. */
export const rankOf = (level: Level): number => LEVELS.indexOf(level);

const isLevel = (text: string): text is Level => LEVELS.some((level) => level === text);

type Classified = Readonly<{ classification: string; compartments?: readonly string[] }>;

/** What a document says of itself. A mark that is none of ours is taken for the highest. */
export const labelOf = ({ classification, compartments = [] }: Classified): Label => ({
  level: isLevel(classification) ? classification : 'top-secret',
  compartments: [...new Set(compartments)].sort(),
});

export const isAbove = (level: Level, ceiling: Level): boolean => rankOf(level) > rankOf(ceiling);

/**
 * The one rule of who may read what, of people and of places: at least its level, and all of its compartments. Where rows are selected it
 * is a condition on them; the two say the same.
 */
export const mayRead = (clearance: Clearance, { level, compartments }: Label): boolean =>
  !isAbove(level, clearance.level) && compartments.every((each) => isClearedFor(clearance, each));

const isClearedFor = ({ compartments }: Clearance, compartment: string): boolean =>
  compartments === 'all' || compartments.includes(compartment);

/** Whether a clearance reaches at least as far as another: it reads whatever that one reads. */
export const reaches = (clearance: Clearance, other: Clearance): boolean =>
  !isAbove(other.level, clearance.level) &&
  (clearance.compartments === 'all' ||
    (other.compartments !== 'all' && other.compartments.every((each) => isClearedFor(clearance, each))));
