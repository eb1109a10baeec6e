import { skipUnknown, startOf, type Alarm, type Instant } from '@edict/kernel';

import type { Count, Manifest, Plan, SuccessionCommand, SuccessionEvent, Tally } from './succession.messages.ts';

export type Succession = Readonly<{
  plan: Plan | null;
  withdrawn: boolean;
  effectiveAt: Instant | null;
  manifest: Manifest | null;
  /** By the stream of what was held: who gets it. */
  decided: Readonly<Record<string, string>>;
  /** What was last said of it; with `open`, where something was waiting. */
  tally: Tally | Count | null;
}>;

export const initialState: Succession = {
  plan: null,
  withdrawn: false,
  effectiveAt: null,
  manifest: null,
  decided: {},
  tally: null,
};

/** What is split, and what nobody succeeds, is decided thing by thing. */
export const isPerItem = ({ kind, to }: Pick<Plan, 'kind' | 'to'>): boolean => kind === 'split' || to === null;

/** Who no longer answers once it has taken effect: what takes others in goes on. */
export const endingIn = ({ from, to }: Pick<Plan, 'from' | 'to'>): readonly string[] => from.filter((id) => id !== to);

/** From when on the successor answers; `null` while the day or the successor is not known. */
export const effectOf = ({ plan, withdrawn }: Pick<Succession, 'plan' | 'withdrawn'>): Instant | null => {
  if (!plan || withdrawn || plan.effectiveOn === null) return null;
  return plan.to === null && !isForNobody(plan) ? null : startOf(plan.effectiveOn, plan.zone);
};

/** It takes effect all the same: whatever is open is decided thing by thing. */
const isForNobody = ({ kind, successor }: Plan): boolean => kind === 'dissolve' || successor === 'nobody';

export const evolve = (state: Succession, event: SuccessionEvent): Succession => {
  if (event.type === 'SuccessionPlanned') return { ...initialState, plan: event.data };
  if (event.type === 'HoldingsCounted') return state.plan ? { ...state, tally: event.data } : state;
  return state.plan ? evolvePlanned(state, state.plan, event) : state;
};

const evolvePlanned = (
  state: Succession,
  plan: Plan,
  event: Exclude<SuccessionEvent, { type: 'SuccessionPlanned' | 'HoldingsCounted' }>,
): Succession => {
  switch (event.type) {
    case 'SuccessorNamed':
      return { ...state, plan: { ...withoutDoubt(plan), to: event.data.to } };
    case 'EffectiveDayFixed':
      return { ...state, plan: { ...plan, effectiveOn: event.data.on } };
    case 'SuccessionWithdrawn':
      return { ...state, withdrawn: true };
    case 'SuccessionTookEffect':
      return { ...state, effectiveAt: event.data.effectiveAt };
    case 'HoldingsListed':
      return { ...state, manifest: event.data };
    case 'HoldingDecided':
      return { ...state, decided: { ...state.decided, [event.data.holding]: event.data.to } };
    case 'SuccessionCompleted': {
      const { balanced: _, ...tally } = event.data;
      return { ...state, tally };
    }
    default:
      return skipUnknown(event, state);
  }
};

/** Once somebody is named, it is no longer open who. */
const withoutDoubt = ({ successor: _, ...plan }: Plan): Plan => plan;

/** A day that has passed before the successor is named begins to count at once. */
export const alarms = (state: Succession): readonly Alarm<SuccessionCommand>[] => {
  const effectiveAt = state.effectiveAt ? null : effectOf(state);
  if (!effectiveAt) return [];
  return [{ key: `effect/${effectiveAt}`, at: effectiveAt, ring: { type: 'TakeEffect', data: { effectiveAt } } }];
};
