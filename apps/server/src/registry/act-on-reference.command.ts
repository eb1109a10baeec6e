import { CommandHandler } from '@nestjs/cqrs';
import type { ReferenceCommand } from '@edict/directives';

import { Act, OntoEngine } from '../acting/act.ts';

export class ActOnReference extends Act<ReferenceCommand> {}

@CommandHandler(ActOnReference)
export class ActOnReferenceHandler extends OntoEngine {}
