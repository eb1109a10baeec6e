import { MayBeLeftOut, OneOf } from '../http/fields.ts';

export class LiveQuery {
  @MayBeLeftOut()
  @OneOf(['unit', 'all'], 'What concerns the unit that asks, or everything that it may see. `unit`, if one is named.')
  readonly about?: 'unit' | 'all';
}
