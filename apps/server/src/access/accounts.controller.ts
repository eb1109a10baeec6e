import { Body, Controller, Get, Inject, Param, Post, Query } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { AccountCommand } from '@edict/directives';
import type { EventLine } from '@edict/engine';
import { canonical, idFrom, instant, type Sent } from '@edict/kernel';
import type { Outcome } from '@edict/runtime';

import { CommandRoute } from '../acting/command-route.ts';
import { Sending, type Sender } from '../acting/sender.ts';
import { underKey } from '../acting/under-key.ts';
import { HttpProblem } from '../http/problem.ts';
import { ACCESS } from '../injected.ts';
import { QueryRoute } from '../reading/query-route.ts';
import type { Access } from './access.ts';
import * as dto from './accounts.dto.ts';
import { Accounts, type AccountShown, type AuthorityShown } from './accounts.ts';
import { ActOnAccount } from './acts.ts';
import { Asking, type Asked } from './requested.ts';

const BY_ADMINISTRATORS = { forUnit: false, description: 'In the capacity of an administrator.' } as const;

/** `invitation`: told this once, to be handed over; whoever has it sets the password. `null`: a machine has tokens instead, or it was taken up. */
type Opened = Outcome & Readonly<{ id: string; invitation: string | null }>;

/** Translates, and decides nothing. */
@ApiTags('Accounts')
@Controller('accounts')
export class AccountsController {
  private readonly accounts: Accounts;

  constructor(
    private readonly commands: CommandBus,
    @Inject(ACCESS) private readonly access: Access,
  ) {
    this.accounts = new Accounts(access);
  }

  @Get()
  @QueryRoute('The accounts that you may see')
  list(@Asking() asked: Asked): Promise<readonly AccountShown[]> {
    return this.accounts.list(asked);
  }

  @Post()
  @CommandRoute('Open an account', { ...BY_ADMINISTRATORS, status: 201, answer: null })
  async open(@Body() said: dto.OpenAccountDto, @Sending({ anybody: true }) sender: Sender): Promise<Opened> {
    const { kind, name, login = null } = said;
    const { access } = this;
    const id = idFrom('account', sender.actor.id, sender.key);
    const now = access.now();
    return underKey(access.ports, sender.caller(), canonical({ kind, name, login }), async () => {
      if (!(await access.signIns.name(id, { name, login }, now)))
        throw new HttpProblem('account/login-taken', 'Somebody else signs in by that name.');
      const outcome = await this.send(id, { type: 'OpenAccount', data: { kind } }, sender);
      const invitation = kind === 'person' ? await access.invitation(id) : null;
      return { ...outcome, id, invitation };
    });
  }

  @Get(':id')
  @QueryRoute('An account, and what it may act as')
  one(@Param() { id }: dto.AccountParam, @Asking() asked: Asked): Promise<AccountShown> {
    return this.accounts.one(id, asked);
  }

  @Get(':id/authority')
  @QueryRoute('By whose authority somebody acts, or acted')
  authority(@Param() { id }: dto.AccountParam, @Query() query: dto.AuthorityQuery): Promise<readonly AuthorityShown[]> {
    return this.accounts.authority(id, query, query.at === undefined ? this.access.now() : instant(query.at));
  }

  @Get(':id/history')
  @QueryRoute('Every event of an account, oldest first')
  history(@Param() { id }: dto.AccountParam): Promise<readonly EventLine[]> {
    return this.accounts.history('account', id);
  }

  @Post(':id/grants')
  @CommandRoute('Give authority: a capacity, for a unit, over a period', BY_ADMINISTRATORS)
  give(@Param() { id }: dto.AccountParam, @Body() said: dto.GiveGrantDto, @Sending({ anybody: true }) sender: Sender) {
    const { capacity, unit, basis } = said;
    const until = said.until === undefined ? null : instant(said.until);
    const from = said.from === undefined ? {} : { from: instant(said.from) };
    return this.send(id, { type: 'GiveGrant', data: { capacity, unit, until, basis, ...from } }, sender);
  }

  @Post(':id/grants/:number/withdraw')
  @CommandRoute('Withdraw authority, from now on', BY_ADMINISTRATORS)
  withdraw(
    @Param() { id, number }: dto.NumberedParam,
    @Body() { reason }: dto.ReasonDto,
    @Sending({ anybody: true }) sender: Sender,
  ) {
    return this.send(id, { type: 'WithdrawGrant', data: { grant: Number(number), reason } }, sender);
  }

  @Post(':id/clearance')
  @CommandRoute('Say up to where somebody reads', BY_ADMINISTRATORS)
  clear(
    @Param() { id }: dto.AccountParam,
    @Body() said: dto.SetClearanceDto,
    @Sending({ anybody: true }) sender: Sender,
  ) {
    const { level, compartments, basis } = said;
    return this.send(id, { type: 'SetClearance', data: { level, compartments, basis } }, sender);
  }

  private send(
    id: string,
    command: Omit<Sent<AccountCommand>, 'stream'>,
    { caller }: Pick<Sender, 'caller'>,
  ): Promise<Outcome> {
    const all = { stream: `account-${id}`, ...command } as Sent<AccountCommand>;
    return this.commands.execute(new ActOnAccount(all, caller()));
  }
}
