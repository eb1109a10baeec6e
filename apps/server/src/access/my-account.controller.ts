import { Body, Controller, Get, HttpCode, Inject, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { SignInMeans } from '@edict/directives';
import type { Outcome } from '@edict/runtime';

import { CommandRoute } from '../acting/command-route.ts';
import { Sending, type Sender } from '../acting/sender.ts';
import { HttpProblem } from '../http/problem.ts';
import { ACCESS } from '../injected.ts';
import { QueryRoute } from '../reading/query-route.ts';
import type { Access } from './access.ts';
import * as dto from './accounts.dto.ts';
import { Accounts, type AccountShown } from './accounts.ts';
import { ActOnAccount } from './acts.ts';
import { Asking, type Asked } from './requested.ts';
import { tooMany } from './throttle.ts';
import { totpUri } from './totp.ts';
import { assertHardToGuess } from './weak-password.ts';

const OWN = { forUnit: false } as const;
export type Offer = Readonly<{ secret: string; uri: string }>;

/** Translates, and decides nothing. */
@ApiTags('Accounts')
@Controller('accounts/me')
export class MyAccountController {
  private readonly accounts: Accounts;

  constructor(
    private readonly commands: CommandBus,
    @Inject(ACCESS) private readonly access: Access,
  ) {
    this.accounts = new Accounts(access);
  }

  @Get()
  @QueryRoute('Who you are, and what you may act as')
  me(@Asking() asked: Asked): Promise<AccountShown> {
    return this.accounts.one(asked.id, asked);
  }

  @Post('password')
  @CommandRoute('Change your password; all your other sessions end', OWN)
  async password(
    @Body() said: dto.ChangePasswordDto,
    @Sending({ anybody: true }) sender: Sender,
    @Asking() { id, session }: Asked,
  ): Promise<Outcome> {
    await this.assertPassword(id, said.current);
    assertHardToGuess(said.password, await this.access.signIns.person(id, this.access.now()));
    await this.access.signIns.setPassword(id, said.password);
    await this.access.sessions.endOthers(id, session, this.access.now());
    return this.changed('password', 'set', sender);
  }

  @Post('totp')
  @HttpCode(201)
  @CommandRoute('Have a secret made for your authenticator; it counts once you have shown a code', {
    ...OWN,
    status: 201,
    answer: null,
  })
  async offer(@Body() said: dto.PasswordDto, @Asking() { id }: Asked): Promise<Offer> {
    await this.assertPassword(id, said.password);
    const person = await this.access.signIns.person(id, this.access.now());
    if (await this.access.signIns.hasTotp(id, this.access.now()))
      throw new HttpProblem('account/has-totp', 'There is an authenticator: remove it first.');
    const secret = await this.access.signIns.offerTotp(id);
    return { secret, uri: totpUri(secret, person?.login ?? id) };
  }

  @Post('totp/confirm')
  @CommandRoute('Show a first code of your authenticator', OWN)
  async confirm(@Body() said: dto.CodeDto, @Sending({ anybody: true }) sender: Sender): Promise<Outcome> {
    if (!(await this.access.signIns.isCode(sender.actor.id, said.code, this.access.now())))
      throw new HttpProblem('access/wrong-code', 'That is not the code of this half minute.');
    return this.changed('totp', 'set', sender);
  }

  @Post('totp/remove')
  @CommandRoute('Do without an authenticator', OWN)
  async remove(@Body() said: dto.PasswordDto, @Sending({ anybody: true }) sender: Sender): Promise<Outcome> {
    await this.assertPassword(sender.actor.id, said.password);
    await this.access.signIns.removeTotp(sender.actor.id);
    return this.changed('totp', 'removed', sender);
  }

  /** Whoever holds a session or a token of somebody does not guess their password by it either. */
  private async assertPassword(id: string, password: string): Promise<void> {
    const { signIns, throttle } = this.access;
    const of = { sort: 'login', name: id } as const;
    const wait = await throttle.attempt(of, this.access.now());
    if (wait > 0) throw tooMany(wait);
    if (!(await signIns.isPassword(id, password, this.access.now())))
      throw new HttpProblem('access/wrong-password', 'That is not your password.');
    await throttle.succeeded(of);
  }

  private changed(means: SignInMeans, change: 'set' | 'removed', { actor, caller }: Sender): Promise<Outcome> {
    const command = { stream: `account-${actor.id}`, type: 'ChangeSignIn', data: { means, change } } as const;
    return this.commands.execute(new ActOnAccount(command, caller()));
  }
}
