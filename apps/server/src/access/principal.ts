import type { Actor } from '@edict/kernel';

/** Who is signed in, before it is known for which unit they act. */
export type Principal = Readonly<{ id: string }>;

/** Reads an `Authorization` header. `undefined`: nobody. */
export type Authenticate = (authorization: string | undefined) => Principal | undefined;

/** For which unit somebody may act, and as what. */
export const CAPACITIES = ['officer', 'secretariat'] as const;

declare module 'fastify' {
  interface FastifyRequest {
    principal: Principal;
    /** `null`: no unit was named. */
    actor: Actor | null;
  }
}
