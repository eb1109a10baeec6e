import { CommandHandler } from '@nestjs/cqrs';
import type { RebuildCommand, UpkeepCommand } from '@edict/directives';

import { Act, OntoEngine } from '../acting/act.ts';

export class ActOnUpkeep extends Act<UpkeepCommand> {}

@CommandHandler(ActOnUpkeep)
export class ActOnUpkeepHandler extends OntoEngine {}

export class ActOnRebuild extends Act<RebuildCommand> {}

@CommandHandler(ActOnRebuild)
export class ActOnRebuildHandler extends OntoEngine {}
