import { CommandHandler } from '@nestjs/cqrs';
import type { DeliveryCommand, SubscriptionCommand } from '@edict/directives';

import { Act, OntoEngine } from '../acting/act.ts';

export class ActOnSubscription extends Act<SubscriptionCommand> {}

@CommandHandler(ActOnSubscription)
export class ActOnSubscriptionHandler extends OntoEngine {}

export class ActOnDelivery extends Act<DeliveryCommand> {}

@CommandHandler(ActOnDelivery)
export class ActOnDeliveryHandler extends OntoEngine {}
