import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Viewer } from '@edict/engine';
import type { FastifyReply, FastifyRequest } from 'fastify';

import { headerOf } from '../access/actor.guard.ts';
import { Admission } from '../access/admission.ts';
import { unitOf, Viewing } from '../acting/sender.ts';
import { FollowChanges } from './follow-changes.query.ts';
import { LiveQuery } from './live.dto.ts';
import { sendFrames } from './send-frames.ts';

const DESCRIPTION = `Server-sent events. \`event: change\` says what happened and where (\`stream\`, \`type\`, \`revision\`, \`at\`), once
it can be read; \`id\` is its position, for \`Last-Event-ID\` and for \`If-Position-At-Least\`. \`event: reset\`: too much has happened since,
read everything again. A heartbeat comes every 15 seconds, and after 15 minutes the server ends the stream: come again. It ends as well when
something happens to the account, the token, the session, a grant or the office by which it was opened: nothing more is told then.`;

const TEXT = {
  type: 'string',
  example: 'id: task-377382a2-872e-52f5-a595-b42487faf286@1\nevent: change\ndata: {…}\n\n',
} as const;

const LAST = 'To go on after it: the `id` of an event of this stream, as it came.';

const HEADERS = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-store',
  'x-accel-buffering': 'no',
  'x-content-type-options': 'nosniff',
} as const;

@ApiTags('Reading')
@Controller('events')
export class LiveController {
  constructor(
    private readonly queries: QueryBus,
    private readonly admission: Admission,
  ) {}

  @Get()
  @ApiOperation({ summary: 'What changes, as it changes', description: DESCRIPTION })
  @ApiOkResponse({ description: 'Until one of the two ends it.', content: { 'text/event-stream': { schema: TEXT } } })
  @ApiHeader({ name: 'Edict-Unit', required: false, description: 'The unit that asks.' })
  @ApiHeader({ name: 'Last-Event-ID', required: false, description: LAST })
  async follow(
    @Viewing() viewer: Viewer,
    @Query() { about }: LiveQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const unit = about === 'all' || (about === undefined && viewer.unit === '') ? undefined : unitOf(viewer);
    const frames = await this.queries.execute(
      new FollowChanges(viewer, lastOf(request), unit, this.admission.stayOf(request)),
    );
    reply.hijack();
    reply.raw.writeHead(200, HEADERS);
    if (request.method === 'HEAD') reply.raw.end();
    else void sendFrames(frames, reply.raw);
  }
}

const lastOf = (request: FastifyRequest): string | undefined => headerOf(request, 'last-event-id') || undefined;
