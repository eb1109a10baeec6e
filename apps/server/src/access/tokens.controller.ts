import { Body, Controller, Get, Inject, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { IssuedToken } from '@edict/directives';
import { canonical, idFrom, instant, type Instant } from '@edict/kernel';
import type { Outcome } from '@edict/runtime';

import { CommandRoute } from '../acting/command-route.ts';
import { Sending, type Sender } from '../acting/sender.ts';
import { underKey } from '../acting/under-key.ts';
import { HttpProblem } from '../http/problem.ts';
import { ACCESS } from '../injected.ts';
import { QueryRoute } from '../reading/query-route.ts';
import type { Access } from './access.ts';
import { IssueTokenDto, RevokeTokenDto, TokenParam } from './accounts.dto.ts';
import { Accounts, type TokenShown } from './accounts.ts';
import { ActOnAccount } from './acts.ts';
import { Asking, type Asked } from './requested.ts';

/** `secret` is told this once, and kept as a hash. */
type Made = Outcome & Readonly<{ id: string; secret: string }>;

/** Translates, and decides nothing. */
@ApiTags('Tokens')
@Controller('tokens')
export class TokensController {
  private readonly accounts: Accounts;

  constructor(
    private readonly commands: CommandBus,
    @Inject(ACCESS) private readonly access: Access,
  ) {
    this.accounts = new Accounts(access);
  }

  @Get()
  @QueryRoute('Your tokens, and until when they last')
  async tokens(@Asking() { id }: Asked): Promise<readonly TokenShown[]> {
    const account = await this.access.authority.account(id);
    return account ? this.accounts.tokens(id, account) : [];
  }

  @Post()
  @CommandRoute('Make a token for a program: for yourself, or, as an administrator, for a machine', {
    status: 201,
    forUnit: false,
    answer: null,
    description: 'The same again under the same key gives a new secret for the same token; the earlier one is void.',
  })
  async issue(
    @Body() said: IssueTokenDto,
    @Sending({ anybody: true }) sender: Sender,
    @Asking() { token: shown }: Asked,
  ): Promise<Made> {
    const { actor, key, caller } = sender;
    const { name, reading = false, capacities = null, units = null, account = actor.id } = said;
    const until = instant(said.until);
    const token = idFrom('token', actor.id, key);
    const data = { token, scope: { reading, capacities, units }, until };
    if (account === actor.id && shown) assertNoMore(data, shown);
    const command = { stream: `account-${account}`, type: 'IssueToken', data } as const;
    return underKey(this.access.ports, caller(), canonical({ account, name }), async () => {
      const outcome = await this.commands.execute(new ActOnAccount(command, caller()));
      const secret = await this.access.tokens.make({ account, token, name }, until, this.access.now());
      return { ...outcome, id: token, secret };
    });
  }

  @Post(':token/revoke')
  @CommandRoute('Revoke a token, at once and for good', { forUnit: false })
  async revoke(
    @Param() { token }: TokenParam,
    @Body() said: RevokeTokenDto,
    @Sending({ anybody: true }) { actor, caller }: Sender,
  ): Promise<Outcome> {
    const account = said.account ?? actor.id;
    const command = { stream: `account-${account}`, type: 'RevokeToken', data: { token } } as const;
    const outcome = await this.commands.execute(new ActOnAccount(command, caller()));
    await this.access.tokens.void(account, token, this.access.now());
    return outcome;
  }
}

type Wanted = Pick<IssuedToken, 'scope'> & Readonly<{ until: Instant }>;

/** Whoever has found a token that is good for little, or not for long, does not make of it one that is. */
const assertNoMore = ({ scope, until }: Wanted, shown: IssuedToken): void => {
  const isNoMore =
    areAmong(scope.capacities, shown.scope.capacities) &&
    areAmong(scope.units, shown.scope.units) &&
    (shown.until === null || until <= shown.until);
  if (!isNoMore) throw new HttpProblem('token/not-yours', 'A token makes none that is good for more, or for longer.');
};

/** `null`: all there are. */
const areAmong = (wanted: readonly string[] | null, own: readonly string[] | null): boolean =>
  own === null || (wanted?.every((each) => own.includes(each)) ?? false);
