import { instant, type Instant } from '@edict/kernel';

import { MayBeLeftOut, Moment } from '../http/fields.ts';

export class AsOfQuery {
  @MayBeLeftOut()
  @Moment('As known at that moment; now, if left out.')
  readonly asOf?: string;
}

export const asOfIn = ({ asOf }: AsOfQuery): Instant | undefined => (asOf === undefined ? undefined : instant(asOf));
