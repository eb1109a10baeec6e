import type { Happened } from '@edict/kernel';

import { LEVELS, mayRead, type Clearance } from '../classification/label.ts';
import { labelView } from '../classification/label.projection.ts';
import type { DirectiveEvent } from '../directive/directive.messages.ts';

/** How far whatever lies outside is cleared: for what everybody may read, and for no compartment. */
export const OUTSIDE: Clearance = Object.freeze({ level: 'open', compartments: [] });

/** Whether something of a directive may leave, by its own history: what has no label, or is marked in any way, stays. */
export const mayLeave = (history: readonly Happened<DirectiveEvent>[]): boolean => {
  const row = history.reduce<Parameters<typeof labelView.evolve>[0]>(
    (at, event) => labelView.evolve(at, event),
    undefined,
  );
  if (!row) return false;
  return mayRead(OUTSIDE, { level: LEVELS[row.level]!, compartments: JSON.parse(row.compartments) as string[] });
};
