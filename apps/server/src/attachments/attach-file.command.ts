import { CommandHandler } from '@nestjs/cqrs';
import type { AttachmentCommand } from '@edict/directives';

import { Act, OntoEngine } from '../acting/act.ts';

export class ActOnAttachment extends Act<AttachmentCommand> {}

@CommandHandler(ActOnAttachment)
export class ActOnAttachmentHandler extends OntoEngine {}
