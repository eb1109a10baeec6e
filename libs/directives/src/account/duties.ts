import type { Instant } from '@edict/kernel';

import type { Capacity } from '../permission/capacities.ts';
import type { Span } from './account.messages.ts';

const ACTING: readonly string[] = ['officer', 'secretariat', 'standingUnit'] satisfies Capacity[];
const WATCHING: readonly string[] = ['inspector', 'auditor'] satisfies Capacity[];

/** Separation of duties: whoever administers sees no content, and whoever examines does not act. Policy of this project, by name. */
export const areApart = (a: string, b: string): boolean => {
  if (a === b) return false;
  if (a === 'administrator' || b === 'administrator') return true;
  return (ACTING.includes(a) && WATCHING.includes(b)) || (WATCHING.includes(a) && ACTING.includes(b));
};

type Held = Span & Readonly<{ capacity: string }>;

export const overlap = (a: Span, b: Span): boolean => isBefore(a.from, b.until) && isBefore(b.from, a.until);

const isBefore = (at: Instant, end: Instant | null): boolean => end === null || at < end;

/** What somebody already holds, or will, that must be in another's hands than this. */
export const inOtherHands = (held: readonly Held[], wanted: Held): Held | undefined =>
  held.find((each) => areApart(each.capacity, wanted.capacity) && overlap(each, wanted));
