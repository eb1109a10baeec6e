import { WAYS_ON, type UpkeepCommand } from '@edict/directives';

import { ActDto } from '../acting/act.dto.ts';
import type { Written } from '../acting/written.ts';
import { Name, OneOf, Words } from '../http/fields.ts';
import { Stream } from '../reading/reading.dto.ts';

export class SubscriberParam {
  @Name('Who follows the log, as GET /health names it.', 'escalation') readonly subscriber!: string;
}

export class ReleaseStreamDto extends ActDto implements Written<UpkeepCommand, 'ReleaseStream'> {
  @Stream() readonly stream!: string;
  @OneOf(WAYS_ON, 'Try the event again on which it was parked, or pass over it.') readonly how!: 'retry' | 'skip';
  @Words('Why.', 'The saga was mended in version 1.4.') readonly reason!: string;
}
