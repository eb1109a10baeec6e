import { Body, Controller, Get, Inject, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { idFrom, type Sent } from '@edict/kernel';
import type { SubscriptionCommand } from '@edict/directives';
import type { Outcome } from '@edict/runtime';

import { hashOf } from '../access/secrets.ts';
import { CommandRoute } from '../acting/command-route.ts';
import { Sending, type Sender } from '../acting/sender.ts';
import { HttpProblem } from '../http/problem.ts';
import { INSTALLATION } from '../injected.ts';
import type { Installation } from '../installation.ts';
import { QueryRoute } from '../reading/query-route.ts';
import { UnitParam } from '../registry/registry-list.dto.ts';
import { Registry } from '../registry/registry.ts';
import { ActOnSubscription } from './acts.ts';
import { assertAddress, assertWayOpen } from './address.ts';
import * as dto from './outside.dto.ts';
import { shownOf, subscriptionsOf, wasOpened, type SubscriptionShown } from './subscriptions.ts';

const BY_SECRETARIATS = { forUnit: false, description: 'In the capacity of a secretariat.' } as const;

/** `calendar`: the path to subscribe to, told this once; `null` where it is none. */
type Opened = Outcome & Readonly<{ subscription: string; calendar: string | null }>;

/** Translates, and decides nothing. */
@ApiTags('Outside')
@Controller('units/:id/subscriptions')
export class SubscriptionsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly registry: Registry,
    @Inject(INSTALLATION) private readonly installation: Installation,
  ) {}

  @Get()
  @QueryRoute('Where a unit is told of its notices, and which calendars it has')
  async list(@Param() { id }: UnitParam): Promise<readonly SubscriptionShown[]> {
    return shownOf(await subscriptionsOf(this.installation, id));
  }

  @Post()
  @CommandRoute('Have a unit told by mail or webhook, or make it a calendar', {
    ...BY_SECRETARIATS,
    status: 201,
    answer: null,
  })
  async open(
    @Param() { id }: UnitParam,
    @Body() { channel, address, language, occurredAt }: dto.OpenSubscriptionDto,
    @Sending({ anybody: true }) sender: Sender,
  ): Promise<Opened> {
    if (!(await this.registry.knows(id))) throw new HttpProblem('unit/unknown', 'There is no such unit.');
    assertAddress(channel, address);
    const secret = this.installation.secretFor('calendar', sender.actor.id, sender.key);
    const words = language ? { language } : {};
    const where = { channel, address: channel === 'calendar' ? hashOf(secret) : (address ?? ''), ...words };
    const stream = `subscription-${id}`;
    const subscription = idFrom(stream, channel, where.address);
    if (!(await wasOpened(this.installation, id, { subscription, ...sender.caller() })))
      await assertWayOpen(this.installation.channels, channel, address);
    const outcome = await this.send({ stream, type: 'OpenSubscription', data: where }, occurredAt, sender);
    const calendar = channel === 'calendar' ? `/calendars/${id}/${secret}.ics` : null;
    return { ...outcome, subscription, calendar };
  }

  @Post(':subscription/end')
  @CommandRoute('End a subscription; the address of a calendar is good no more', BY_SECRETARIATS)
  end(
    @Param() { id, subscription }: dto.SubscriptionParam,
    @Body() { reason, occurredAt }: dto.EndSubscriptionDto,
    @Sending({ anybody: true }) sender: Sender,
  ): Promise<Outcome> {
    const data = { subscription, reason };
    return this.send({ stream: `subscription-${id}`, type: 'EndSubscription', data }, occurredAt, sender);
  }

  private send(command: Sent<SubscriptionCommand>, occurredAt: string | undefined, sender: Sender): Promise<Outcome> {
    return this.commands.execute(new ActOnSubscription(command, sender.caller(occurredAt)));
  }
}
