import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';

import { HttpProblem } from '../http/problem.ts';
import { Registry } from '../registry/registry.ts';
import { CAPACITIES } from './principal.ts';

/** For whom a request is made: the unit and the capacity that its headers name. The local token may act for every unit. */
@Injectable()
export class ActorGuard implements CanActivate {
  constructor(private readonly registry: Registry) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const capacity = capacityIn(headerOf(request, 'edict-capacity') ?? 'officer');
    const unit = headerOf(request, 'edict-unit');
    if (unit === undefined) return true;
    if (!(await this.registry.knows(unit)))
      throw new HttpProblem(403, 'unit/unknown', 'The unit that Edict-Unit names is not registered.');
    request.actor = { id: request.principal.id, unit, capacity, origin: 'person' };
    return true;
  }
}

export const headerOf = ({ headers }: FastifyRequest, name: string): string | undefined => headers[name]?.toString();

const capacityIn = (capacity: string): string => {
  if (CAPACITIES.some((each) => each === capacity)) return capacity;
  throw new HttpProblem(400, 'request/capacity', `Edict-Capacity is one of ${CAPACITIES.join(', ')}.`);
};
