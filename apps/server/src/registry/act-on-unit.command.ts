import { CommandHandler } from '@nestjs/cqrs';
import type { UnitCommand } from '@edict/directives';

import { Act, OntoEngine } from '../acting/act.ts';

export class ActOnUnit extends Act<UnitCommand> {}

@CommandHandler(ActOnUnit)
export class ActOnUnitHandler extends OntoEngine {}
