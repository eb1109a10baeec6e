import { CommandHandler } from '@nestjs/cqrs';
import type { UpkeepCommand } from '@edict/directives';

import { Act, OntoEngine } from '../acting/act.ts';

export class ActOnUpkeep extends Act<UpkeepCommand> {}

@CommandHandler(ActOnUpkeep)
export class ActOnUpkeepHandler extends OntoEngine {}
