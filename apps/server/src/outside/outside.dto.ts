import { CHANNELS, MAIL_LANGUAGES, type Channel, type DeliveryCommand, type MailLanguage } from '@edict/directives';

import { ActDto } from '../acting/act.dto.ts';
import type { Written } from '../acting/written.ts';
import { Id, MayBeLeftOut, Name, OneOf, Words } from '../http/fields.ts';
import { PageQuery } from '../reading/page.dto.ts';

const STATES = ['waiting', 'due', 'delivered', 'parked', 'withheld', 'dropped'] as const;

export class OpenSubscriptionDto extends ActDto {
  @OneOf(CHANNELS, 'By mail, by webhook, or as a calendar to subscribe to.') readonly channel!: Channel;
  @MayBeLeftOut()
  @Words('Where to: a mail address, or an address of a webhook. Of a calendar it is left out.', 'office@hanoi.example')
  readonly address?: string;
  @MayBeLeftOut()
  @OneOf(MAIL_LANGUAGES, 'In which mail is written; English, if left out. It counts for mail only.')
  readonly language?: MailLanguage;
}

export class EndSubscriptionDto extends ActDto {
  @Words('Why.', 'The box has moved.') readonly reason!: string;
}

export class SubscriptionParam {
  @Name('As it is registered.', 'ministry-of-finance') readonly id!: string;
  @Id('As the list of its subscriptions gives it.') readonly subscription!: string;
}

export class DeliveriesQuery extends PageQuery {
  @MayBeLeftOut() @OneOf(STATES, 'In this state.') readonly state?: string;
  @MayBeLeftOut() @Name('To this unit.', 'ministry-of-finance') readonly unit?: string;
}

export class HandleDeliveryDto extends ActDto implements Written<DeliveryCommand, 'ReplayDelivery'> {
  @Words('Why.', 'The mail server is back.') readonly reason!: string;
}

export class CalendarParam {
  @Name('Whose it is.', 'ministry-of-finance') readonly unit!: string;
  @Words('The secret of its address, and .ics.', 'F3sB2l0vRr5rYvVw1Xb2m8bq8yq4a0xq0d1cH2uV3w4.ics')
  readonly file!: string;
}
