import type { Relation } from '@edict/directives';

import type { MatrixWorld, Said } from './matrix-world.ts';

/** In which relation whoever acts stands to what is acted on, and who that is. */
export type Cell = Readonly<{ relation: Relation; self: string }>;

/**
 * A request that is obeyed from whoever may do it, about something fresh. `but`: what it may be answered instead, where obeying takes more
 * than authority, such as the code of this half minute.
 */
export type Deed = Readonly<{
  to: 'unit' | 'account' | 'self' | 'anything';
  but?: readonly number[];
  /** What is asked depends on how who asks stands to it. Of accounts it always does. */
  perRelation?: true;
  make(world: MatrixWorld, cell: Cell): Promise<Said> | Said;
}>;

/** What is asked where it is the same for everybody. */
export const reading = (to: Deed['to'], url: string | ((world: MatrixWorld) => Promise<string> | string)): Deed => ({
  to,
  make: async (world) => ({ url: typeof url === 'string' ? url : await url(world) }),
});

export const WHY = { reason: 'So it was decided.' };
