import { Body, Controller, Inject, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { AccountCommand } from '@edict/directives';
import type { Sent } from '@edict/kernel';
import type { Outcome } from '@edict/runtime';

import { CommandRoute } from '../acting/command-route.ts';
import { Sending, type Sender } from '../acting/sender.ts';
import { HttpProblem } from '../http/problem.ts';
import { ACCESS } from '../injected.ts';
import type { Access } from './access.ts';
import * as dto from './accounts.dto.ts';
import { ActOnAccount } from './acts.ts';
import { subjectOf } from './subject.ts';

const BY_ADMINISTRATORS = { forUnit: false, description: 'In the capacity of an administrator.' } as const;
/** `null`: it was asked for before, and somebody has taken it up since. */
type Invited = Outcome & Readonly<{ invitation: string | null }>;

/** Who comes in, and who does not any more. Translates, and decides nothing. */
@ApiTags('Accounts')
@Controller('accounts/:id')
export class AccountWaysController {
  constructor(
    private readonly commands: CommandBus,
    @Inject(ACCESS) private readonly access: Access,
  ) {}

  @Post('disable')
  @CommandRoute('Disable an account, with all its sessions and tokens', BY_ADMINISTRATORS)
  async disable(
    @Param() { id }: dto.AccountParam,
    @Body() { reason }: dto.ReasonDto,
    @Sending({ anybody: true }) sender: Sender,
  ): Promise<Outcome> {
    const outcome = await this.send(id, { type: 'DisableAccount', data: { reason } }, sender);
    await this.access.sessions.endAll(id);
    return outcome;
  }

  @Post('enable')
  @CommandRoute('Enable an account again', BY_ADMINISTRATORS)
  enable(
    @Param() { id }: dto.AccountParam,
    @Body() { reason }: dto.ReasonDto,
    @Sending({ anybody: true }) sender: Sender,
  ) {
    return this.send(id, { type: 'EnableAccount', data: { reason } }, sender);
  }

  @Post('end-sessions')
  @CommandRoute('End all sessions of an account: your own, or, as an administrator, anybody’s', { forUnit: false })
  async endSessions(
    @Param() { id }: dto.AccountParam,
    @Body() { reason }: dto.ReasonDto,
    @Sending({ anybody: true }) sender: Sender,
  ): Promise<Outcome> {
    const outcome = await this.send(id, { type: 'EndSessions', data: { reason } }, sender);
    await this.access.sessions.endAll(id);
    return outcome;
  }

  @Post('invite')
  @CommandRoute('Take away by what somebody was known, and invite them anew', { ...BY_ADMINISTRATORS, answer: null })
  async invite(
    @Param() { id }: dto.AccountParam,
    @Body() _: dto.ReasonDto,
    @Sending({ anybody: true }) sender: Sender,
  ): Promise<Invited> {
    this.assertAnother(id, sender);
    const data = { means: 'password', change: 'reset' } as const;
    const outcome = await this.send(id, { type: 'ChangeSignIn', data }, sender);
    if (await this.access.isTakenUp(id)) return { ...outcome, invitation: null };
    await this.access.signIns.forget(id);
    await this.access.sessions.endAll(id);
    return { ...outcome, invitation: await this.access.invitation(id) };
  }

  @Post('subject')
  @CommandRoute('Say who somebody is to the identity provider', BY_ADMINISTRATORS)
  async subject(
    @Param() { id }: dto.AccountParam,
    @Body() { subject }: dto.LinkSubjectDto,
    @Sending({ anybody: true }) sender: Sender,
  ): Promise<Outcome> {
    this.assertAnother(id, sender);
    const issuer = this.issuer();
    const known = subjectOf(issuer, subject);
    const now = this.access.now();
    if (!(await this.access.signIns.link(id, known, now)))
      throw new HttpProblem('account/subject-taken', 'Somebody else is known by that.');
    try {
      return await this.send(id, { type: 'LinkSubject', data: { issuer, subject: known } }, sender);
    } finally {
      const linked = (await this.access.authority.account(id))?.subject?.subject;
      await this.access.signIns.unlinkOthers(id, linked, now);
    }
  }

  private issuer(): string {
    const { provider } = this.access;
    if (!provider) throw new HttpProblem('access/oidc-off', 'Nobody signs in by an identity provider here.');
    return provider.settings.issuer;
  }

  private assertAnother(id: string, { actor }: Sender): void {
    if (id === actor.id) throw new HttpProblem('account/not-to-oneself', 'Another administrator does that.');
  }

  private send(id: string, command: Omit<Sent<AccountCommand>, 'stream'>, { caller }: Sender): Promise<Outcome> {
    const all = { stream: `account-${id}`, ...command } as Sent<AccountCommand>;
    return this.commands.execute(new ActOnAccount(all, caller()));
  }
}
