import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { reaches } from '@edict/directives';
import type { Concern, Health } from '@edict/engine';

import { Answering, Question } from '../reading/question.ts';

/** `concerns`: what a person should look at. Where everything is in the log is told only to who is cleared for all that is held here. */
export type HealthAnswer = Partial<Health> & Readonly<{ status: Wellness; concerns: readonly Concern[] }>;
export type Wellness = 'ok' | 'degraded';

export const wellnessOf = ({ concerns }: Pick<Health, 'concerns'>): Wellness =>
  concerns.length > 0 ? 'degraded' : 'ok';

export class GetHealth extends Question<HealthAnswer> {}

@QueryHandler(GetHealth)
export class GetHealthHandler extends Answering implements IQueryHandler<GetHealth> {
  async execute({ viewer }: GetHealth): Promise<HealthAnswer> {
    const health = await this.installation.engine.health();
    const status = wellnessOf(health);
    const everything = { level: this.installation.ceiling, compartments: 'all' } as const;
    return reaches(viewer.clearance, everything) ? { status, ...health } : { status, concerns: health.concerns };
  }
}
