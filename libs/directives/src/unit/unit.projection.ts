import { canonical, idOf, skipUnknown, type Projection } from '@edict/kernel';

import type { Membership, Registration, SuccessionNote, Successor, UnitEvent } from './unit.messages.ts';
import { isCalledOff, membershipAfter } from './unit.state.ts';

export type UnitRow = Readonly<{
  unitId: string;
  kind: string;
  level: string | null;
  parent: string | null;
  names: string;
  /** Other names, as a JSON list. */
  aliases: string;
  /** How many there are, where that is said. */
  size: number | null;
  /** It is one of these, as a JSON list. */
  oneOf: string;
  membership: string;
  successors: string;
}>;

export const unitView: Projection<UnitRow, UnitEvent> = {
  table: 'unit',
  version: 3,
  columns: {
    unitId: 'text',
    kind: 'text',
    level: 'text',
    parent: 'text',
    names: 'text',
    aliases: 'text',
    size: 'integer',
    oneOf: 'text',
    membership: 'text',
    successors: 'text',
  },
  indexes: [['parent']],
  keys: (event) => (event.stream.startsWith('unit-') ? [idOf(event.stream)] : []),
  evolve(row, event) {
    if (event.type === 'UnitRegistered' || event.type === 'UnitRegistrationCorrected') return registered(event.data);
    return row && evolveRow(row, event);
  },
};

const registered = ({ entry, membership, successors }: Registration): UnitRow => ({
  unitId: entry.id,
  kind: entry.kind,
  level: entry.level,
  parent: entry.parent,
  names: canonical(entry.names),
  aliases: canonical(entry.aliases ?? []),
  size: entry.size ?? null,
  oneOf: canonical(entry.oneOf ?? []),
  membership: canonical(membership),
  successors: canonical(successors),
});

type Later = Exclude<UnitEvent, { type: 'UnitRegistered' | 'UnitRegistrationCorrected' }>;

/** What was said last. Who asks for a day reads the stream. */
const evolveRow = (row: UnitRow, event: Later): UnitRow => {
  switch (event.type) {
    case 'UnitRenamed':
      return { ...row, names: canonical(event.data.names) };
    case 'UnitPutUnder':
      return { ...row, parent: event.data.parent };
    case 'MemberAdmitted':
    case 'MemberDismissed':
    case 'MembershipMoved':
      return { ...row, membership: canonical(membershipAfter(JSON.parse(row.membership) as Membership[], event)) };
    case 'SuccessionNoted':
      return { ...row, successors: canonical(successorsAfter(row, event.data)) };
    default:
      return skipUnknown(event, row);
  }
};

const successorsAfter = (row: UnitRow, note: SuccessionNote): readonly Successor[] => {
  const { succession, from, to, on } = note;
  const others = (JSON.parse(row.successors) as Successor[]).filter((each) => each.succession !== succession);
  return from.includes(row.unitId) && !isCalledOff(note) ? [...others, { succession, to, on }] : others;
};
