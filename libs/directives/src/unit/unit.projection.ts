import { canonical, idOf, skipUnknown, type LocalDate, type Projection } from '@edict/kernel';

import type { UnitEntry } from '../document/index.ts';
import type { Membership, Registration, SuccessionNote, Successor, UnitEvent } from './unit.messages.ts';
import { isCalledOff, membershipAfter } from './unit.state.ts';

export type UnitRow = Readonly<{
  unitId: string;
  kind: string;
  level: string | null;
  /** Under whom it is, and what it is called, as was said last. Of a day: `unitOn`. */
  parent: string | null;
  names: string;
  /** What it began with, and each change of it with its day, as a JSON list. */
  life: string;
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
  version: 4,
  columns: {
    unitId: 'text',
    kind: 'text',
    level: 'text',
    parent: 'text',
    names: 'text',
    life: 'text',
    aliases: 'text',
    size: 'integer',
    oneOf: 'text',
    membership: 'text',
    successors: 'text',
  },
  indexes: [['parent']],
  keys: (event) => (event.stream.startsWith('unit-') ? [idOf(event.stream)] : []),
  evolve(row, event) {
    if (event.type === 'UnitRegistered' || event.type === 'UnitRegistrationCorrected')
      return registered(event.data, row);
    return row && evolveRow(row, event);
  },
};

type Change = Readonly<{ on: LocalDate | null; names?: UnitEntry['names']; parent?: string | null }>;

const changesOf = ({ life }: UnitRow): readonly Change[] => JSON.parse(life) as readonly Change[];
const withChange = (row: UnitRow, change: Change): string => canonical([...changesOf(row), change]);

/** The unit under the name and the parent that it has that day. */
export const unitOn = (row: UnitRow, day: LocalDate): UnitRow => {
  const changes = changesOf(row)
    .filter(({ on }) => on === null || on <= day)
    .toSorted((a, b) => (a.on ?? '').localeCompare(b.on ?? ''));
  const { names } = changes.findLast((change) => change.names !== undefined)!;
  const { parent = null } = changes.findLast((change) => change.parent !== undefined)!;
  return { ...row, names: canonical(names), parent };
};

const registered = ({ entry, membership, successors }: Registration, known: UnitRow | undefined): UnitRow => ({
  unitId: entry.id,
  kind: entry.kind,
  level: entry.level,
  parent: entry.parent,
  names: canonical(entry.names),
  life: canonical([
    { on: null, names: entry.names, parent: entry.parent },
    ...(known ? changesOf(known).filter(({ on }) => on !== null) : []),
  ]),
  aliases: canonical(entry.aliases ?? []),
  size: entry.size ?? null,
  oneOf: canonical(entry.oneOf ?? []),
  membership: canonical(membership),
  successors: canonical(successors),
});

type Later = Exclude<UnitEvent, { type: 'UnitRegistered' | 'UnitRegistrationCorrected' }>;

const evolveRow = (row: UnitRow, event: Later): UnitRow => {
  switch (event.type) {
    case 'UnitRenamed':
      return { ...row, names: canonical(event.data.names), life: withChange(row, dated(event.data)) };
    case 'UnitPutUnder':
      return { ...row, parent: event.data.parent, life: withChange(row, dated(event.data)) };
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

const dated = ({ basis: _, ...change }: Change & Readonly<{ basis: string }>): Change => change;

const successorsAfter = (row: UnitRow, note: SuccessionNote): readonly Successor[] => {
  const { succession, from, to, on } = note;
  const others = (JSON.parse(row.successors) as Successor[]).filter((each) => each.succession !== succession);
  return from.includes(row.unitId) && !isCalledOff(note) ? [...others, { succession, to, on }] : others;
};
