import { Controller, Get, Header, Inject } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';

import { METRICS } from '../injected.ts';
import type { Metrics } from './metrics.ts';

const SUMMARY = 'What Prometheus asks for: how the log is followed, what waits for a person, how requests are answered';

/** For whoever keeps it running: a machine asks with a token of its own. */
@ApiTags('Health')
@Controller('metrics')
export class MetricsController {
  constructor(@Inject(METRICS) private readonly metrics: Metrics) {}

  @Get()
  @ApiOperation({ summary: SUMMARY })
  @ApiOkResponse({ description: SUMMARY, content: { 'text/plain': { schema: { type: 'string' } } } })
  @Header('content-type', 'text/plain; version=0.0.4; charset=utf-8')
  text(): Promise<string> {
    return this.metrics.text();
  }
}
