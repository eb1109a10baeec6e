import { canonical, idOf, type Projection } from '@edict/kernel';

import type { UnitEvent } from './unit.decider.ts';

export type UnitRow = Readonly<{
  unitId: string;
  kind: string;
  level: string | null;
  parent: string | null;
  names: string;
  membership: string;
  successors: string;
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
    successors: 'text',
  },
  indexes: [['parent']],
  keys: (event) => (event.stream.startsWith('unit-') ? [idOf(event.stream)] : []),
  evolve: (_, { data: { entry, membership, successors } }) => ({
    unitId: entry.id,
    kind: entry.kind,
    level: entry.level,
    parent: entry.parent,
    names: canonical(entry.names),
    membership: canonical(membership),
    successors: canonical(successors),
  }),
};
