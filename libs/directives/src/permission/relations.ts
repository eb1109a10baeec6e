import type { Capacity } from './capacities.ts';

/** How the unit or the person that acts stands to what it acts on. The decider of the thing judges it. */
export const RELATIONS = {
  any: 'Whatever it is to it.',
  issuer: 'The unit is among the issuers of the directive.',
  performer: 'The unit answers for the task or leads it, and the assignment is the one in force.',
  delegate: 'The issuers have empowered the unit to answer in their place.',
  superior: 'The unit gave the order, and stands above an issuer or is named in the text.',
  coordinator: 'The unit coordinates the task, was asked for something to it, or is consulted on the matter.',
  addressee: 'The unit is one that the task is reported to.',
  committee: 'The unit is a committee that the directive names to set up a standing unit.',
  submitter: 'The unit brings its own matter.',
  desk: 'The matter lies with the unit, or has been recommended to it.',
  concerned:
    'What it is about concerns the unit: as issuer, performer or coordinator, as submitter or desk of a matter.',
  self: 'It is their own account.',
  machine: 'It is the account of a machine.',
  another: 'It is the account of somebody else.',
  other: 'None of these.',
} as const;

export type Relation = keyof typeof RELATIONS;

/** `everyone`: whoever is signed in, in whatever capacity or in none. `nobody`: also who is not signed in. */
export type Whom = Capacity | 'everyone' | 'nobody';

export type Permission = Readonly<{
  does: string;
  may: Readonly<Partial<Record<Whom, readonly Relation[]>>>;
  /** Whether somebody who signed in a while ago has to show once more who they are. */
  confirm?: true;
}>;
