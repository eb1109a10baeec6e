import { Controller, Get, Inject } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Viewer } from '@edict/engine';

import { Viewing } from '../acting/sender.ts';
import { HttpProblem } from '../http/problem.ts';
import { INSTALLATION } from '../injected.ts';
import type { Installation } from '../installation.ts';
import { QueryRoute } from '../reading/query-route.ts';
import { GetHealth, wellnessOf, type HealthAnswer, type Wellness } from './health.query.ts';
import { Readiness } from './readiness.ts';

type Live = Readonly<{ status: 'live' }>;
type Ready = Readonly<{ status: 'ready' }>;
type Well = Readonly<{ status: Wellness }>;

const LIVE = 'The process answers. Where it does not, start it again';
const READY = 'It may be sent requests. Where not (503), send them elsewhere, and leave it running';
const DEGRADED = 'Whether something needs a person, though it works: it stays in service. GET /health says what';
const open = (summary: string): MethodDecorator => ApiOperation({ summary, security: [] });

/** For whoever keeps it running. Without signing in one word is told, and nothing of what is held here. */
@ApiTags('Health')
@Controller('health')
export class HealthController {
  constructor(
    private readonly queries: QueryBus,
    private readonly readiness: Readiness,
    @Inject(INSTALLATION) private readonly installation: Installation,
  ) {}

  @Get()
  @QueryRoute('Whether everything follows the log, and what needs a person')
  health(@Viewing() viewer: Viewer): Promise<HealthAnswer> {
    return this.queries.execute(new GetHealth(viewer));
  }

  @Get('live')
  @open(LIVE)
  @ApiOkResponse({ description: LIVE })
  live(): Live {
    return { status: 'live' };
  }

  @Get('ready')
  @open(READY)
  @ApiOkResponse({ description: READY })
  async ready(): Promise<Ready> {
    const missing = await this.readiness.missing();
    if (missing === null) return { status: 'ready' };
    const detail = `It does not take requests now: it waits for its ${missing}.`;
    throw new HttpProblem('health/not-ready', detail, { retryAfter: 2 });
  }

  @Get('degraded')
  @open(DEGRADED)
  @ApiOkResponse({ description: DEGRADED })
  async degraded(): Promise<Well> {
    return { status: wellnessOf(await this.installation.engine.health()) };
  }
}
