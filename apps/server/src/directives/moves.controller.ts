import { Body, Controller, Inject, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { confirmMoves, type MovesConfirmed } from '@edict/engine';
import { idOf, instant } from '@edict/kernel';
import { byPerson } from '@edict/runtime';

import { IdParam } from '../acting/act.dto.ts';
import { CommandRoute } from '../acting/command-route.ts';
import { Sending, type Sender } from '../acting/sender.ts';
import { parts } from '../acting/written.ts';
import { HttpProblem } from '../http/problem.ts';
import { INSTALLATION } from '../injected.ts';
import type { Installation } from '../installation.ts';
import { ActOnTask } from '../tasks/act-on-task.command.ts';
import { ConfirmDeadlinesDto } from './moves.dto.ts';

const CONFIRM = `For an issuer: every deadline that \`would-move\` lists, each for itself. What is refused is told with its code and holds up no other;
where every one is refused, so is the whole.`;

/** Translates, and decides nothing. */
@ApiTags('Directives')
@Controller('directives/:id')
export class MovesController {
  constructor(
    private readonly commands: CommandBus,
    @Inject(INSTALLATION) private readonly installation: Installation,
  ) {}

  @Post('confirm-deadlines')
  @CommandRoute('Confirm all that a new calendar or policy makes of its dates', { description: CONFIRM, answer: null })
  confirm(
    @Param() { id: directiveId }: IdParam,
    @Body() said: ConfirmDeadlinesDto,
    @Sending() sender: Sender,
  ): Promise<MovesConfirmed> {
    const { data: words, occurredAt } = parts(said);
    const caller = sender.caller(occurredAt);
    if (caller.expected !== undefined)
      throw new HttpProblem('request/if-match', 'It is about many streams: If-Match cannot be kept.');
    const at = occurredAt === undefined ? undefined : instant(occurredAt);
    const reading = this.installation.engine.reader.as(sender.viewer);
    return confirmMoves(reading, { directiveId, unit: sender.actor.unit, words }, (command) => {
      const each = byPerson(sender.actor, `${sender.key} ${idOf(command.stream)}`, at);
      return this.commands.execute(new ActOnTask(command, { ...caller, ...each }));
    });
  }
}
