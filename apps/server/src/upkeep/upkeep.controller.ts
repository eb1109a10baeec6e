import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { upkeepStream } from '@edict/directives';
import type { Outcome } from '@edict/runtime';

import { CommandRoute } from '../acting/command-route.ts';
import { Sending, type Sender } from '../acting/sender.ts';
import { parts } from '../acting/written.ts';
import { ActOnUpkeep } from './act-on-upkeep.command.ts';
import { ReleaseStreamDto, SubscriberParam } from './upkeep.dto.ts';

export { ActOnUpkeepHandler } from './act-on-upkeep.command.ts';

const BY_ADMINISTRATORS = {
  forUnit: false,
  description:
    'In the capacity of an administrator, once what was wrong is mended. What came after in the stream was held back, and is handled now. It is kept why.',
} as const;

/** Translates, and decides nothing. */
@ApiTags('Health')
@Controller('subscribers')
export class UpkeepController {
  constructor(private readonly commands: CommandBus) {}

  @Post(':subscriber/release')
  @CommandRoute('Have a saga go on with a stream on which it failed', BY_ADMINISTRATORS)
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
