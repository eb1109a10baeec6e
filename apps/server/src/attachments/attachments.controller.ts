import { Readable } from 'node:stream';

import { Controller, Get, HttpCode, Param, Post, Query, Req, Res, StreamableFile } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiBody, ApiConsumes, ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { LEVELS, type Level } from '@edict/directives';
import type { Viewer } from '@edict/engine';
import type { Outcome } from '@edict/runtime';
import type { FastifyReply, FastifyRequest } from 'fastify';

import { headerOf } from '../access/actor.guard.ts';
import { IdParam } from '../acting/act.dto.ts';
import { CommandRoute } from '../acting/command-route.ts';
import { Sending, Viewing, type Sender } from '../acting/sender.ts';
import { HttpProblem } from '../http/problem.ts';
import type { Paged } from '../reading/listing.ts';
import { QueryRoute } from '../reading/query-route.ts';
import { ActOnAttachment } from './attach-file.command.ts';
import { Attaching } from './attaching.ts';
import { AttachmentsQuery, AttachQuery } from './attachments.dto.ts';
import { GetAttachment, ListAttachments, OpenAttachment, type Attachment } from './attachments.queries.ts';
import { dispositionOf, fileNameIn } from './file-name.ts';
import { bytesIn } from './octets.ts';

const ATTACH = `The bytes of the file as the body: PDF, docx, xlsx, odt, PNG, JPEG, UTF-8 text, CSV or YAML, by its content and by its name.
It is kept under its SHA-256, which a report can name as evidence. The same file at the same thing is one attachment.`;

/** A browser shows it to nobody as a page, runs nothing of it, and keeps nothing. */
const NEVER_RUN = {
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; sandbox",
  'cache-control': 'no-store',
  'cross-origin-resource-policy': 'same-origin',
} as const;

const LABEL = 'What the file is classified as: the level of what it is attached to.';

const BYTES = { schema: { type: 'string', format: 'binary' } } as const;

/** Translates, and decides nothing. */
@ApiTags('Attachments')
@Controller('attachments')
export class AttachmentsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
    private readonly attaching: Attaching,
  ) {}

  @Get()
  @QueryRoute('Attachments, by what they are attached to')
  attachments(@Viewing() viewer: Viewer, @Query() asked: AttachmentsQuery): Promise<Paged<Attachment>> {
    return this.queries.execute(new ListAttachments(viewer, asked));
  }

  @Post()
  @CommandRoute('Attach a file', { status: 201, description: ATTACH })
  @ApiConsumes('application/octet-stream')
  @ApiBody(BYTES)
  @ApiHeader({ name: 'Edict-File-Name', required: true, description: 'UTF-8, percent-encoded.', example: 'report.pdf' })
  @ApiHeader({ name: 'Edict-Classification', required: true, description: LABEL, schema: { enum: [...LEVELS] } })
  async attach(
    @Query() { about }: AttachQuery,
    @Req() request: FastifyRequest,
    @Sending() sender: Sender,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Outcome> {
    endUnread(request, reply);
    const content = bytesIn(request.body);
    const level = levelIn(headerOf(request, 'edict-classification'));
    const name = fileNameIn(headerOf(request, 'edict-file-name'));
    const command = await this.attaching.commandFor({ about, level, name, content }, sender.viewer);
    return this.commands.execute(new ActOnAttachment(command, sender.caller()));
  }

  @Get(':id')
  @QueryRoute('An attachment: what it is, of what, and under which hash')
  attachment(@Viewing() viewer: Viewer, @Param() { id }: IdParam): Promise<Attachment> {
    return this.queries.execute(new GetAttachment(viewer, id));
  }

  @Get(':id/content')
  @HttpCode(200)
  @ApiOperation({ summary: 'The file itself, to be saved and not to be shown' })
  @ApiOkResponse({ description: 'The bytes as they came.', content: { 'application/octet-stream': BYTES } })
  async content(
    @Viewing() viewer: Viewer,
    @Param() { id }: IdParam,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const { attachment, blob } = await this.queries.execute(new OpenAttachment(viewer, id));
    void reply.headers(NEVER_RUN).header('digest', `sha-256=${Buffer.from(blob.sha256, 'hex').toString('base64')}`);
    const name = typeof attachment.name === 'string' ? attachment.name : attachment.id;
    return new StreamableFile(Readable.from(blob.content, { objectMode: false }), {
      type: attachment.mediaType,
      disposition: dispositionOf(name),
      length: blob.bytes,
    });
  }
}

/** Whoever goes on sending what was refused has this long to hear of it. */
const LINGER_MS = 2_000;

const endUnread = ({ raw }: FastifyRequest, reply: FastifyReply): void =>
  void reply.raw.once('finish', () => {
    if (!raw.complete) setTimeout(() => raw.destroy(), LINGER_MS).unref();
  });

const levelIn = (header: string | undefined): Level => {
  const level = LEVELS.find((each) => each === header);
  if (level) return level;
  throw new HttpProblem('attachment/level', `Edict-Classification is one of ${LEVELS.join(', ')}.`);
};
