import { Inject } from '@nestjs/common';
import { Command, type ICommandHandler } from '@nestjs/cqrs';
import type { Message, Sent } from '@edict/kernel';
import type { Outcome } from '@edict/runtime';

import { INSTALLATION } from '../injected.ts';
import type { Installation } from '../installation.ts';
import { told } from '../reading/positions.ts';
import type { PersonalCaller } from './sender.ts';
import { namesItsStream, underKey } from './under-key.ts';

/** The envelope that the bus routes on: one class for each decider. Which command it is, the decider's own `switch` decides. */
export abstract class Act<C extends Message> extends Command<Outcome> {
  constructor(
    readonly command: Sent<C>,
    readonly caller: PersonalCaller,
  ) {
    super();
  }
}

/** The bus's end and the engine's beginning. */
export abstract class OntoEngine implements ICommandHandler<Act<Message>, Outcome> {
  constructor(@Inject(INSTALLATION) private readonly installation: Installation) {}

  async execute({ command, caller: { viewer, ...caller } }: Act<Message>): Promise<Outcome> {
    const send = async () => told(await this.installation.engine.executeAs(viewer)(command, caller));
    return namesItsStream(command.type) ? underKey(this.installation, caller, command.stream, send) : send();
  }
}
