import { Body, Controller, HttpCode, Post, Req } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';

import { languageOf } from '../http/language.ts';
import { refusalsIn } from './refusals-in.ts';
import { Rehearsing } from './rehearsing.ts';
import type { RehearsalAnswer } from './rehearsal-answer.ts';
import { RehearseDto } from './rehearsals.dto.ts';

const REHEARSE =
  'What becomes of a directive, played in memory on a clock of its own; changes nothing, and is not kept';

/** Translates, and decides nothing. */
@ApiTags('Rehearsals')
@Controller('rehearsals')
export class RehearsalsController {
  constructor(private readonly rehearsing: Rehearsing) {}

  @Post()
  @HttpCode(200)
  @ApiOperation({ summary: REHEARSE })
  async rehearse(@Body() said: RehearseDto, @Req() request: FastifyRequest): Promise<RehearsalAnswer> {
    const answer = await this.rehearsing.rehearse(said);
    return { ...answer, refusals: refusalsIn(languageOf(request.headers['accept-language']), answer.refusals) };
  }
}
