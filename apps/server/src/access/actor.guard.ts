import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { areApart, CAPACITIES, INSTALLATION, isCapacity, isFor, needsConfirming, permits } from '@edict/directives';
import type { Actor } from '@edict/kernel';
import type { FastifyRequest } from 'fastify';

import { recordAct, watching } from '../access-log/watching.ts';
import { assertNotAsked } from '../http/not-asked.ts';
import { HttpProblem } from '../http/problem.ts';
import { INSTALLATION as INSTALLATION_PORT } from '../injected.ts';
import type { Installation } from '../installation.ts';
import { Registry } from '../registry/registry.ts';
import { actingAs, isInForce, type Acting } from './acting-as.ts';
import { headerOf } from './header-of.ts';
import { SELF } from './self.ts';
import { isConfirmed } from './sessions.ts';

export { headerOf } from './header-of.ts';

/** Who asks, and as what. */
export type Asking = Pick<FastifyRequest, 'headers' | 'principal' | 'session'>;

/** Whether this person may act in this capacity for this unit now, and whether somebody in it may do such a thing at all. */
@Injectable()
export class ActorGuard implements CanActivate {
  constructor(
    private readonly registry: Registry,
    @Inject(INSTALLATION_PORT) private readonly installation: Installation,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const { act = '' } = request.routeOptions.config;
    if (isFor(act, 'nobody')) return true;
    const acting = await this.permitted(act, request);
    assertNotAsked(context);
    request.acting = acting ?? AS_NOTHING;
    request.actor = acting ? actorIn(request, acting) : null;
    request.seen = watching(this.installation.journal, request);
    await recordAct(this.installation.journal, request);
    return true;
  }

  /** As what. Throws `HttpProblem` where not at all. */
  async permitted(act: string, request: Asking): Promise<Acting | undefined> {
    this.assertGoodFor(act, request);
    const acting = this.acting(act, request);
    if (acting) await this.assertMay(act, acting, request);
    return acting;
  }

  /** `undefined`: as nothing, for what needs no capacity. */
  private acting(act: string, request: Asking): Acting | undefined {
    const asked = { capacity: capacityIn(request), unit: headerOf(request, 'edict-unit') };
    const acting = actingAs(request.principal.grants, asked, this.registry.now());
    const needsNone = isFor(act, 'everyone') && asked.capacity === undefined && asked.unit === undefined;
    if (acting || needsNone) return acting;
    throw new HttpProblem('access/not-granted', NOT_GRANTED);
  }

  /** Of what was shown: a token may be for reading only, and a session may have begun a while ago. */
  private assertGoodFor(act: string, { principal, session }: Asking): void {
    if (principal.readOnly && !/^(Read|Check)/.test(act))
      throw new HttpProblem('access/read-only', 'This token is for reading.');
    if (session && needsConfirming(act) && !isConfirmed(session, this.registry.now()))
      throw new HttpProblem('access/confirm', 'Show once more who you are: POST /sessions/confirm.');
  }

  private async assertMay(act: string, acting: Acting, { principal }: Asking): Promise<void> {
    if (!permits(act, acting.capacity))
      throw new HttpProblem('act/not-in-this-capacity', `That is not done in the capacity of ${acting.capacity}.`);
    const held = principal.grants.filter((grant) => isInForce(grant, this.registry.now()));
    const other = held.find(({ capacity }) => capacity !== '*' && areApart(capacity, acting.capacity));
    if (other) throw new HttpProblem('access/duties-apart', `You are ${other.capacity} as well.`);
    await this.assertKnown(acting);
  }

  private async assertKnown({ unit }: Acting): Promise<void> {
    if (unit === null || unit === INSTALLATION || (await this.registry.knows(unit))) return;
    throw new HttpProblem('request/unit-unknown', 'The unit that Edict-Unit names is not registered.');
  }
}

/** For what needs no capacity. */
export const AS_NOTHING: Acting = { capacity: SELF, unit: null };
const NOT_GRANTED = 'You do not act in that capacity for that unit, or not now.';

const actorIn = ({ principal }: FastifyRequest, { capacity, unit }: Acting): Actor | null =>
  unit === null ? null : { id: principal.id, capacity, unit, origin: 'person' };

const capacityIn = (request: Asking): string | undefined => {
  const capacity = headerOf(request, 'edict-capacity');
  if (capacity === undefined || isCapacity(capacity)) return capacity;
  throw new HttpProblem('request/capacity', `Edict-Capacity is one of ${CAPACITIES.join(', ')}.`);
};
