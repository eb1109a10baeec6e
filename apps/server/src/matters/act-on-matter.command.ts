import { CommandHandler } from '@nestjs/cqrs';
import type { MatterCommand } from '@edict/directives';

import { Act, OntoEngine } from '../acting/act.ts';

export class ActOnMatter extends Act<MatterCommand> {}

@CommandHandler(ActOnMatter)
export class ActOnMatterHandler extends OntoEngine {}
