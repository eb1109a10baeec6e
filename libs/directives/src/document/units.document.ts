import type { LocalDate } from '@edict/kernel';

import type { WrittenSuccession } from './directive.document.ts';

export const UNIT_KINDS = ['unit', 'group', 'placeholder', 'persons', 'office'] as const;

/** A body, a class of bodies or of persons, an office, or a place kept for bodies that a directive does not name. */
export type UnitEntry = Readonly<{
  id: string;
  kind: (typeof UNIT_KINDS)[number];
  level: 'central' | 'ministry' | 'province' | 'district' | 'commune' | 'joint' | 'temporary' | null;
  parent: string | null;
  names: Readonly<Partial<Record<'en' | 'vi' | 'ru' | 'uk', string>>>;
  /** Other names under which texts speak of it. */
  aliases?: readonly string[];
  /** Units, and groups of them. */
  members?: readonly string[];
  membersComplete?: boolean;
  membersAsOf?: LocalDate;
  /** How many there are, where the list is not known. */
  size?: number;
  /** It is one of these, and the text does not say which. */
  oneOf?: readonly string[];
  notes?: string;
}>;

export type UnitsDocument = Readonly<{ units: readonly UnitEntry[]; successions?: readonly WrittenSuccession[] }>;
