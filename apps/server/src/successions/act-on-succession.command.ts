import { CommandHandler } from '@nestjs/cqrs';
import type { SuccessionCommand } from '@edict/directives';

import { Act, OntoEngine } from '../acting/act.ts';

export class ActOnSuccession extends Act<SuccessionCommand> {}

@CommandHandler(ActOnSuccession)
export class ActOnSuccessionHandler extends OntoEngine {}
