import { Id, MayBeLeftOut, Moment, Words } from '../http/fields.ts';

/** What every act may say beside itself. */
export class ActDto {
  @MayBeLeftOut()
  @Moment('When it occurred, if that was earlier than now.')
  readonly occurredAt?: string;
}

/** An act of a unit: what is entered after it occurred says how that is known. */
export class EvidencedDto extends ActDto {
  @MayBeLeftOut()
  @Words('How it is known: a receipt, an entry, a stamp. Required where `occurredAt` is in the past.', 'Receipt no. 41')
  readonly evidence?: string;
}

export class IdParam {
  @Id('As the answers of this API give it.')
  readonly id!: string;
}
