import { CommandHandler } from '@nestjs/cqrs';
import type { FormReportCommand } from '@edict/directives';

import { Act, OntoEngine } from '../acting/act.ts';

export class ActOnFormReport extends Act<FormReportCommand> {}

@CommandHandler(ActOnFormReport)
export class ActOnFormReportHandler extends OntoEngine {}
