import { canonical, idOf, type Projection } from '@edict/kernel';

import type { DirectiveEvent } from '../directive/directive.messages.ts';
import { labelOf, rankOf, type Label } from './label.ts';

/** `level` is its place in the order, `compartments` a JSON list. */
export type LabelRow = Readonly<{ directiveId: string; level: number; compartments: string }>;

/** The label of each directive, which is that of everything that hangs on it. What has none is shown to nobody. */
export const labelView: Projection<LabelRow, DirectiveEvent> = {
  table: 'label',
  version: 1,
  columns: { directiveId: 'text', level: 'integer', compartments: 'text' },
  indexes: [],
  keys: (event) => (event.stream.startsWith('directive-') ? [idOf(event.stream)] : []),
  evolve(row, event) {
    const rowOf = ({ level, compartments }: Label): LabelRow => ({
      directiveId: idOf(event.stream),
      level: rankOf(level),
      compartments: canonical(compartments),
    });
    if (event.type === 'DirectiveReclassified') return row && rowOf(event.data.to);
    return event.type === 'DirectiveIssued' ? rowOf(labelOf(event.data.document.directive)) : row;
  },
};
