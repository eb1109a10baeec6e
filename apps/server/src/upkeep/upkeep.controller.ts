import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { REBUILDS, upkeepStream } from '@edict/directives';
import type { Outcome } from '@edict/runtime';

import { CommandRoute } from '../acting/command-route.ts';
import { Sending, type Sender } from '../acting/sender.ts';
import { parts } from '../acting/written.ts';
import { ActOnRebuild, ActOnRebuildHandler, ActOnUpkeep, ActOnUpkeepHandler } from './act-on-upkeep.command.ts';
import { RebuildViewDto, ReleaseStreamDto, SubscriberParam, ViewParam } from './upkeep.dto.ts';

const BY_ADMINISTRATORS = {
  forUnit: false,
  description:
    'In the capacity of an administrator, once what was wrong is mended. What came after in the stream was held back, and is handled now. It is kept why.',
} as const;

const BESIDE = {
  forUnit: false,
  description:
    'In the capacity of an administrator. It is built from the log beside the live one, by whoever is free, and takes its place at once when it has got as far; till then everybody reads what was there. GET /health names it while it is being built. What came of it is in the stream rebuild-views.',
} as const;

/** Translates, and decides nothing. */
@ApiTags('Health')
@Controller('subscribers')
export class UpkeepController {
  constructor(private readonly commands: CommandBus) {}

  @Post(':subscriber/release')
  @CommandRoute('Have a saga or a view go on with a stream on which it failed', BY_ADMINISTRATORS)
  release(
    @Param() { subscriber }: SubscriberParam,
    @Body() said: ReleaseStreamDto,
    @Sending({ anybody: true }) sender: Sender,
  ): Promise<Outcome> {
    const { data, occurredAt } = parts(said);
    const command = { stream: upkeepStream(subscriber), type: 'ReleaseStream', data } as const;
    return this.commands.execute(new ActOnUpkeep(command, sender.caller(occurredAt)));
  }
}

/** The same of views. */
@ApiTags('Health')
@Controller('views')
export class RebuildsController {
  constructor(private readonly commands: CommandBus) {}

  @Post(':view/rebuild')
  @CommandRoute('Have a view built anew from the log', BESIDE)
  rebuild(
    @Param() { view }: ViewParam,
    @Body() said: RebuildViewDto,
    @Sending({ anybody: true }) sender: Sender,
  ): Promise<Outcome> {
    const { data, occurredAt } = parts(said);
    const command = { stream: REBUILDS, type: 'RebuildView', data: { view, ...data } } as const;
    return this.commands.execute(new ActOnRebuild(command, sender.caller(occurredAt)));
  }
}

export const CONTROLLERS = [UpkeepController, RebuildsController];
export const HANDLERS = [ActOnUpkeepHandler, ActOnRebuildHandler];
