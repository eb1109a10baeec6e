import { Body, Controller, Get, HttpCode, Inject, Param, Post, Res, StreamableFile } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { Viewer } from '@edict/engine';
import type { FastifyReply } from 'fastify';

import { IdParam } from '../acting/act.dto.ts';
import { Sending, Viewing, type Sender } from '../acting/sender.ts';
import { dispositionOf } from '../attachments/file-name.ts';
import { INSTALLATION } from '../injected.ts';
import type { Installation } from '../installation.ts';
import { QueryRoute } from '../reading/query-route.ts';
import { askedIn } from '../reports/reports.controller.ts';
import { AskExportDto } from './exports.dto.ts';
import type { ExportTold } from './exports.ts';

const ASK = 'Ask for a report as a file, which is made while nobody waits: GET /exports/{id} says when it is there';
const BYTES = { schema: { type: 'string', format: 'binary' } } as const;
const UNIT = { name: 'Edict-Unit', required: false, description: 'The unit that asks.' } as const;
const KEY = 'Of your making, for each export. The same again is the same export.';

/** Translates, and decides nothing. */
@ApiTags('Exports')
@Controller('exports')
export class ExportsController {
  constructor(@Inject(INSTALLATION) private readonly installation: Installation) {}

  @Post()
  @HttpCode(202)
  @ApiOperation({ summary: ASK })
  @ApiResponse({ status: 202, description: 'It is being made.' })
  @ApiHeader({ name: 'Idempotency-Key', required: true, description: KEY, example: 'late-in-june' })
  @ApiHeader(UNIT)
  async ask(
    @Viewing() viewer: Viewer,
    @Sending({ anybody: true }) { key }: Sender,
    @Body() { kind, format, ...asked }: AskExportDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ExportTold> {
    const told = await this.installation.exports.ask(viewer, key, { report: askedIn(kind, asked), format });
    void reply.header('location', `/exports/${told.id}`);
    return told;
  }

  @Get(':id')
  @QueryRoute('An export of one’s own: whether it is there, and until when')
  told(@Viewing() viewer: Viewer, @Param() { id }: IdParam): Promise<ExportTold> {
    return this.installation.exports.told(viewer, id);
  }

  @Get(':id/file')
  @ApiOperation({
    summary: 'The file, for whoever asked for it, while they may read all that they could when it was made',
  })
  @ApiHeader(UNIT)
  @ApiOkResponse({ description: 'The file, to be saved.', content: { 'application/octet-stream': BYTES } })
  async file(@Viewing() viewer: Viewer, @Param() { id }: IdParam): Promise<StreamableFile> {
    const { content, mediaType, name, bytes } = await this.installation.exports.open(viewer, id);
    return new StreamableFile(content, { type: mediaType, disposition: dispositionOf(name), length: bytes });
  }
}
