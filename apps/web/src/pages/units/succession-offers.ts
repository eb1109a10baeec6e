import type { SuccessionVerb } from '../../api/successions.ts';
import type { AskedField } from '../../parts/asked-fields.tsx';
import type { Planned } from './tree.ts';

/** What a secretariat can do about a succession; `plan`: a units file names it, and nobody has entered it. */
export type SuccessionOffer = SuccessionVerb | 'plan' | 'decide';

/** How far it has come by that day: only registered, before its day, or in effect. */
export type Stage = 'registered' | 'ahead' | 'inEffect';

/** Nobody ever follows: what was held is decided thing by thing. */
const isForNobody = ({ plan }: Planned): boolean => plan?.kind === 'dissolve' || plan?.successor === 'nobody';

export const stageOf = (planned: Planned, today: string): Stage => {
  if (!planned.plan) return 'registered';
  const isKnown = planned.to !== null || isForNobody(planned);
  return isKnown && planned.on !== null && planned.on <= today ? 'inEffect' : 'ahead';
};

/** What is split, and what nobody succeeds, goes nowhere by itself. */
export const isPerItem = ({ plan, to }: Planned): boolean => plan?.kind === 'split' || to === null;

/** Nothing, once it is over. Whether it may be done is for the server to say. */
export const offersOn = (planned: Planned, today: string): readonly SuccessionOffer[] => {
  switch (stageOf(planned, today)) {
    case 'registered':
      return ['plan'];
    case 'ahead':
      return [
        ...(planned.to === null && !isForNobody(planned) ? (['successor'] as const) : []),
        'effectiveDay',
        'withdraw',
      ];
    default:
      return isPerItem(planned) && planned.plan?.open !== 0 ? ['decide'] : [];
  }
};

const BASIS: AskedField = { name: 'basis', kind: 'words', label: 'accounts.basis' };

export const FIELDS: Readonly<Record<SuccessionVerb, readonly AskedField[]>> = {
  successor: [{ name: 'to', kind: 'unit', label: 'succession.to' }, BASIS],
  effectiveDay: [{ name: 'on', kind: 'day', label: 'succession.on' }, BASIS],
  withdraw: [{ name: 'reason', kind: 'words', label: 'act.field.reason' }],
};

/** As it would be once this is said: what is being written counts. */
export const withSaid = (planned: Planned, said: Readonly<Record<string, string>>): Planned => ({
  ...planned,
  to: said['to'] ?? planned.to,
  on: said['on'] ?? planned.on,
});

/** What comes of all that is held; names a message. */
export type Outlook = 'stay' | 'perItem' | 'noSuccessor' | 'noDay' | 'onDay' | 'atOnce';

export const outlookOf = (planned: Planned, today: string): Outlook => {
  if (planned.to === null && !isForNobody(planned)) return 'noSuccessor';
  if (planned.on === null) return 'noDay';
  if (isPerItem(planned)) return 'perItem';
  return planned.on <= today ? 'atOnce' : 'onDay';
};

/** The parts of one split that are in effect: what waits goes to one of them. */
export const partsOf = (planned: Planned, all: readonly Planned[], today: string): readonly Planned[] =>
  planned.plan?.kind === 'split'
    ? all.filter(
        (each) =>
          each.plan?.kind === 'split' &&
          each.from.some((unit) => planned.from.includes(unit)) &&
          stageOf(each, today) === 'inEffect',
      )
    : [planned];
