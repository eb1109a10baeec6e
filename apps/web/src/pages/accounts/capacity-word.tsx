import type { JSX } from 'react';

import { Say } from '../../parts/say.tsx';

export const CAPACITIES = ['officer', 'secretariat', 'standingUnit', 'inspector', 'auditor', 'leader'] as const;

/** `*` is what the token of the installation may act as. */
export const CapacityWord = ({ capacity }: Readonly<{ capacity: string }>): JSX.Element => (
  <Say id={capacity === '*' ? 'accounts.everything' : `capacity.${capacity}`} />
);
