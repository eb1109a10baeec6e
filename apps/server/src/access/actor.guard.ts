import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { CAPACITIES, isCapacity, isFor, permits } from '@edict/directives';
import type { FastifyRequest } from 'fastify';

import { HttpProblem } from '../http/problem.ts';
import { Registry } from '../registry/registry.ts';
import { actingAs, type Acting } from './acting-as.ts';

/** Who acts for the installation and for no unit of the registry. */
export const INSTALLATION_UNIT = 'installation';

/** Whether this person may act in this capacity for this unit now, and whether somebody in it may do such a thing at all. */
@Injectable()
export class ActorGuard implements CanActivate {
  constructor(private readonly registry: Registry) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const { act = '' } = request.routeOptions.config;
    if (isFor(act, 'nobody')) return true;
    const asked = { capacity: capacityIn(request), unit: headerOf(request, 'edict-unit') };
    const acting = actingAs(request.principal.grants, asked, this.registry.now());
    if (isFor(act, 'everyone') && asked.unit === undefined) return true;
    if (!acting) throw new HttpProblem(403, 'access/not-granted', NOT_GRANTED);
    if (!permits(act, acting.capacity))
      throw new HttpProblem(403, 'act/not-in-this-capacity', `That is not for a ${acting.capacity}.`);
    await this.assertKnown(acting);
    request.acting = acting;
    if (acting.unit !== null)
      request.actor = { id: request.principal.id, ...acting, unit: acting.unit, origin: 'person' };
    return true;
  }

  private async assertKnown({ unit }: Acting): Promise<void> {
    if (unit === null || unit === INSTALLATION_UNIT || (await this.registry.knows(unit))) return;
    throw new HttpProblem(403, 'unit/unknown', 'The unit that Edict-Unit names is not registered.');
  }
}

const NOT_GRANTED = 'You do not act in that capacity for that unit, or not now.';

export const headerOf = ({ headers }: FastifyRequest, name: string): string | undefined => headers[name]?.toString();

const capacityIn = (request: FastifyRequest): string | undefined => {
  const capacity = headerOf(request, 'edict-capacity');
  if (capacity === undefined || isCapacity(capacity)) return capacity;
  throw new HttpProblem(400, 'request/capacity', `Edict-Capacity is one of ${CAPACITIES.join(', ')}.`);
};
