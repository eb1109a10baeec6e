import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';

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
  rehearse(@Body() said: RehearseDto): Promise<RehearsalAnswer> {
    return this.rehearsing.rehearse(said);
  }
}
