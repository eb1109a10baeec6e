import { CommandHandler } from '@nestjs/cqrs';
import type { TaskCommand } from '@edict/directives';

import { Act, OntoEngine } from '../acting/act.ts';

export class ActOnTask extends Act<TaskCommand> {}

@CommandHandler(ActOnTask)
export class ActOnTaskHandler extends OntoEngine {}
