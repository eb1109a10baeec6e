import type { Facts, Instant, LocalDate, Message } from '@edict/kernel';

import type { Succession, UnitEntry } from '../document/index.ts';
import type { Registered } from './unit.state.ts';

/** Belongs to a group from a day on and up to, not including, another; `null`: for as long as is known. */
export type Membership = Readonly<{ unit: string; from: LocalDate | null; until: LocalDate | null }>;

/** What becomes of a unit, and when, where that is known. */
export type Successor = Readonly<{ succession: string; to: string | null; on: LocalDate | null }>;

export type Registration = Readonly<{
  entry: Omit<UnitEntry, 'members'>;
  membership: readonly Membership[];
  /** None: as far as is known it goes on. Several: it is split. */
  successors: readonly Successor[];
}>;

/** A succession as each unit in it knows it. `at`: from when on the successor answers; `null`: not known yet, or called off. */
export type SuccessionNote = Readonly<{
  succession: string;
  from: readonly string[];
  to: string | null;
  kind: Succession['kind'];
  on: LocalDate | null;
  at: Instant | null;
  /** It will not come about. */
  withdrawn?: true;
}>;

type Decided = Readonly<{ on: LocalDate; basis: string }>;

/** The other unit that is named, as the registry has it. */
type Others = Readonly<{ units: Facts<Registered | null> }>;

export type UnitCommand =
  | Message<'RegisterUnit', Registration>
  | Message<'RenameUnit', Decided & Readonly<{ names: UnitEntry['names'] }>>
  | Message<'PutUnitUnder', Decided & Readonly<{ parent: string | null }> & Others>
  | Message<'AdmitMember', Decided & Readonly<{ unit: string }> & Others>
  | Message<'DismissMember', Decided & Readonly<{ unit: string }>>
  | Message<'NoteSuccession', SuccessionNote>
  | Message<'MoveMembership', MembershipMove>;

/** Whoever takes over from members is one from that day on. */
export type MembershipMove = Readonly<{
  succession: string;
  from: readonly string[];
  to: string | null;
  effectiveOn: LocalDate;
}>;

export type UnitEvent =
  | Message<'UnitRegistered', Registration>
  | Message<'UnitRegistrationCorrected', Registration>
  | Message<'UnitRenamed', Decided & Readonly<{ names: UnitEntry['names'] }>>
  | Message<'UnitPutUnder', Decided & Readonly<{ parent: string | null }>>
  | Message<'MemberAdmitted', Decided & Readonly<{ unit: string }>>
  | Message<'MemberDismissed', Decided & Readonly<{ unit: string }>>
  /** What a succession means for this unit, as predecessor or as successor. */
  | Message<'SuccessionNoted', SuccessionNote>
  | Message<'MembershipMoved', MembershipMove>;

export type Given<Type extends UnitCommand['type']> = Extract<UnitCommand, { type: Type }>['data'];
