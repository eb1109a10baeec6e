import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { TaskCommand } from '@edict/directives';
import type { Sent } from '@edict/kernel';
import type { Outcome } from '@edict/runtime';

import type { Sender } from '../acting/sender.ts';
import { parts } from '../acting/written.ts';
import { ActOnTask } from './act-on-task.command.ts';

type Said = Readonly<{ occurredAt?: string }>;

/** What the controllers of a task have in common: they translate, and decide nothing. */
@Injectable()
export abstract class TaskActs {
  constructor(protected readonly commands: CommandBus) {}

  protected act(type: TaskCommand['type'], id: string, said: Said, sender: Sender): Promise<Outcome> {
    const { data, occurredAt } = parts(said);
    const command = { stream: `task-${id}`, type, data } as Sent<TaskCommand>;
    return this.commands.execute(new ActOnTask(command, sender.caller(occurredAt)));
  }
}
