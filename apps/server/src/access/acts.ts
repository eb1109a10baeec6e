import { CommandHandler } from '@nestjs/cqrs';
import type { AccountCommand, OfficeCommand } from '@edict/directives';

import { Act, OntoEngine } from '../acting/act.ts';

export class ActOnAccount extends Act<AccountCommand> {}

@CommandHandler(ActOnAccount)
export class ActOnAccountHandler extends OntoEngine {}

export class ActOnOffice extends Act<OfficeCommand> {}

@CommandHandler(ActOnOffice)
export class ActOnOfficeHandler extends OntoEngine {}
