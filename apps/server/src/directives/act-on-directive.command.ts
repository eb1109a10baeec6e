import { CommandHandler } from '@nestjs/cqrs';
import type { DirectiveCommand } from '@edict/directives';
import { Rejection } from '@edict/kernel';
import type { Outcome } from '@edict/runtime';

import { Act, OntoEngine } from '../acting/act.ts';

export class ActOnDirective extends Act<DirectiveCommand> {}

@CommandHandler(ActOnDirective)
export class ActOnDirectiveHandler extends OntoEngine {
  override async execute(act: ActOnDirective): Promise<Outcome> {
    return super.execute(act).catch((error: unknown) => {
      throw act.command.type === 'IssueDirective' && isOutOfOrder(error) ? alreadyIssued() : error;
    });
  }
}

/** Before its issue nobody acts on a directive: what comes too late for an issue is another issue. */
const isOutOfOrder = (error: unknown): boolean => error instanceof Rejection && error.code === 'act/out-of-order';
const alreadyIssued = (): Rejection =>
  new Rejection('directive/issued', 'That directive is issued, and an issued directive is never edited.');
