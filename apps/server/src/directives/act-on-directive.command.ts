import { CommandHandler } from '@nestjs/cqrs';
import type { DirectiveCommand } from '@edict/directives';

import { Act, OntoEngine } from '../acting/act.ts';

export class ActOnDirective extends Act<DirectiveCommand> {}

@CommandHandler(ActOnDirective)
export class ActOnDirectiveHandler extends OntoEngine {}
