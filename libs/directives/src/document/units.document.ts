import type { LocalDate } from '@edict/kernel';

import type { Succession } from './directive.document.ts';

/** A body, a class of bodies, or a place kept for bodies that a directive does not name. */
export type UnitEntry = Readonly<{
  id: string;
  kind: 'unit' | 'group' | 'placeholder';
  level: 'central' | 'ministry' | 'province' | 'commune' | 'joint' | 'temporary' | null;
  parent: string | null;
  names: Readonly<Partial<Record<'en' | 'vi' | 'ru' | 'uk', string>>>;
  members?: readonly string[];
  membersComplete?: boolean;
  membersAsOf?: LocalDate;
  notes?: string;
}>;

export type UnitsDocument = Readonly<{ units: readonly UnitEntry[]; successions?: readonly Succession[] }>;
