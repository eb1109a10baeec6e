import { heirOf, officeAfter } from '../succession/handover.ts';
import type { Handover } from '../succession/succession.messages.ts';
import type { Decision, SetUp, StandingUnit } from './standing-unit.decider.ts';

/** A mandate on its way to the successor: what was set up, and whether its end has been announced. */
export type Inherited = Readonly<{ succession: string; from: readonly string[]; setUp: SetUp; announced: boolean }>;

/** Whose desk it is, as long as its mandate runs there. */
export const committeeOf = ({ setUp, ended, movedTo }: StandingUnit): string | null =>
  setUp && !ended && !movedTo ? setUp.committee : null;

/** A mandate moves with its committee, and keeps its end. */
export const transfer = (handover: Handover, state: StandingUnit): Decision => {
  const committee = committeeOf(state);
  if (!state.setUp || committee === null || !handover.from.includes(committee) || committee === handover.to) return [];
  const { directiveId, heir } = state.setUp;
  const setUp = {
    ...state.setUp,
    committee: heirOf(handover)(committee),
    heir: officeAfter(heir, directiveId, handover),
  };
  const data = { ...handover, from: [committee], setUp, announced: state.announced };
  return [{ type: 'MandateTransferred', data }];
};

/** Where the successor has a desk of its own already, or has inherited one, the mandates become one. */
export const inherit = (data: Inherited, state: StandingUnit): Decision => [
  { type: 'MandateInherited', data: { ...data, joined: state.setUp !== null } },
];

export const inherited = (state: StandingUnit, { setUp, announced }: Inherited): StandingUnit =>
  state.setUp ? { ...state, announced: state.announced || announced } : { ...state, setUp, announced };
