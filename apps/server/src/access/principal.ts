import type { Capacity, Clearance, IssuedToken, Level } from '@edict/directives';
import type { Seen } from '@edict/engine';
import type { Actor, Instant } from '@edict/kernel';

import type { Acting } from './acting-as.ts';
import type { SessionInForce } from './sessions.ts';

/** What somebody may act as, for which unit, and when. `*`: every one of them. `source`: where it is written, `stream#number`. */
export type Grant = Readonly<{
  capacity: Capacity | '*';
  unit: string;
  from: Instant | null;
  until: Instant | null;
  source: string;
}>;

/** Who is signed in, with all that they may act as, before it is known as what they act now. `readOnly`: and changes nothing. `token`: that is shown. */
export type Principal = Readonly<{
  id: string;
  grants: readonly Grant[];
  clearance: Clearance;
  readOnly?: true;
  token?: IssuedToken;
}>;

/** Whoever holds the token of the installation holds its data folder, too, and so all that it holds. */
export const operator = (id: string, ceiling: Level): Principal => ({
  id,
  grants: [{ capacity: '*', unit: '*', from: null, until: null, source: 'the data folder' }],
  clearance: { level: ceiling, compartments: 'all' },
});

/** `session`: signed in by a cookie, which a browser sends along whether its user wants it or not. */
export type SignedIn = Readonly<{ principal: Principal; session?: SessionInForce }>;

/** By what somebody says who they are. */
export type Shown = Readonly<{ authorization: string | undefined; cookie: string | undefined }>;

/** `undefined`: nobody. */
export type Authenticate = (shown: Shown) => Promise<SignedIn | undefined>;

declare module 'fastify' {
  interface FastifyRequest {
    principal: Principal;
    /** `null`: signed in by a token, or not at all. */
    session: SessionInForce | null;
    /** `null`: what is done needs no capacity. */
    acting: Acting | null;
    /** `null`: no unit was named. */
    actor: Actor | null;
    /** Told of what is classified before it is shown. */
    seen: Seen;
  }
}
