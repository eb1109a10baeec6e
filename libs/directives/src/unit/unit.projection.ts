import { canonical, idOf, type Projection } from '@edict/kernel';

import type { UnitEvent } from './unit.decider.ts';

export type UnitRow = Readonly<{
  unitId: string;
  kind: string;
  level: string | null;
  parent: string | null;
  names: string;
  membership: string;
  successor: string | null;
}>;

export const unitView: Projection<UnitRow, UnitEvent> = {
  table: 'unit',
  version: 1,
  columns: {
    unitId: 'text',
    kind: 'text',
    level: 'text',
    parent: 'text',
    names: 'text',
    membership: 'text',
    successor: 'text',
  },
  indexes: [['parent']],
  keys: (event) => (event.stream.startsWith('unit-') ? [idOf(event.stream)] : []),
  evolve: (_, { data: { entry, membership, successor } }) => ({
    unitId: entry.id,
    kind: entry.kind,
    level: entry.level,
    parent: entry.parent,
    names: canonical(entry.names),
    membership: canonical(membership),
    successor: successor && canonical(successor),
  }),
};
