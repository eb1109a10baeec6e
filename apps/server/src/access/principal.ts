import type { Capacity, Clearance, Level } from '@edict/directives';
import type { Actor, Instant } from '@edict/kernel';

import type { Acting } from './acting-as.ts';

/** What somebody may act as, for which unit, and when. `*`: every one of them. `source`: where it is written, `stream@revision`. */
export type Grant = Readonly<{
  capacity: Capacity | '*';
  unit: string;
  from: Instant | null;
  until: Instant | null;
  source: string;
}>;

/** Who is signed in, with all that they may act as, before it is known as what they act now. */
export type Principal = Readonly<{ id: string; grants: readonly Grant[]; clearance: Clearance }>;

/** Reads an `Authorization` header. `undefined`: nobody. */
export type Authenticate = (authorization: string | undefined) => Principal | undefined;

/** Whoever holds the token of the installation holds its data folder, too. */
export const operator = (id: string, ceiling: Level): Principal => ({
  id,
  grants: [{ capacity: '*', unit: '*', from: null, until: null, source: 'the data folder' }],
  clearance: { level: ceiling, compartments: 'all' },
});

declare module 'fastify' {
  interface FastifyRequest {
    principal: Principal;
    /** `null`: what is done needs no capacity. */
    acting: Acting | null;
    /** `null`: no unit was named. */
    actor: Actor | null;
  }
}
