import { CommandHandler } from '@nestjs/cqrs';
import type { StandingUnitCommand } from '@edict/directives';

import { Act, OntoEngine } from '../acting/act.ts';

export class ActOnStandingUnit extends Act<StandingUnitCommand> {}

@CommandHandler(ActOnStandingUnit)
export class ActOnStandingUnitHandler extends OntoEngine {}
