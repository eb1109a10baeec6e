import type { Rehearsal, Step } from '../../api/rehearsal.ts';
import { beginOf, endOf } from '../../i18n/days.ts';

/** The drawing: names stand left of `LEFT`, time runs from there to `RIGHT`. */
export const [LEFT, RIGHT, HEIGHT] = [132, 1160, 292];

export type Scale = (at: string) => number;

/** From the day of issue to the last day. */
export const scaleOf = ({ from, until }: Pick<Rehearsal, 'from' | 'until'>): Scale => {
  const [first, last] = [Date.parse(beginOf(from)), Date.parse(endOf(until))];
  return (at) => LEFT + ((Date.parse(at) - first) / (last - first)) * (RIGHT - LEFT);
};

export const REMINDERS = ['AcknowledgementMissed', 'DeadlineNeared', 'MandateEndNeared'];
export const ESCALATIONS = [
  'TaskEscalated',
  'MatterReceived',
  'MatterRefused',
  'MatterHandedOver',
  'MatterRecommended',
];
export const DESKS = ['StandingUnitSetUp', 'MandateEnded'];
export const MOVES = ['TaskTransferred', 'SuccessionTookEffect'];

export const ofTypes = ({ steps }: Pick<Rehearsal, 'steps'>, types: readonly string[]): readonly Step[] =>
  steps.filter(({ type }) => types.includes(type));

export type Stretch = Readonly<{ ref: string; from: string; until: string; isOver: boolean }>;

const ENDS = ['TaskSubmitted', 'TaskAccepted', 'TaskCancelled', 'TaskLapsed'];

/** How long each task is overdue: to where somebody submits it, or to the end. */
export const overdueOf = (rehearsal: Pick<Rehearsal, 'steps' | 'until'>): readonly Stretch[] =>
  ofTypes(rehearsal, ['TaskBecameOverdue']).flatMap(({ at, refs }) =>
    refs.map((ref) => {
      const end = ofTypes(rehearsal, ENDS).find((step) => step.at >= at && step.refs.includes(ref));
      return { ref, from: at, until: end?.at ?? endOf(rehearsal.until), isOver: end !== undefined };
    }),
  );

/** The first of each month within the span, as instants. */
export const monthsOf = ({ from, until }: Pick<Rehearsal, 'from' | 'until'>): readonly string[] => {
  const months: string[] = [];
  for (let [year = 0, month = 1] = from.split('-').map(Number); ; month === 12 ? ((month = 1), year++) : month++) {
    const first = `${year}-${String(month).padStart(2, '0')}-01`;
    if (first > until) return months;
    if (first > from) months.push(beginOf(first));
  }
};

const MARKED = [
  'TaskBecameOverdue',
  'TaskTransferred',
  'TaskLapsed',
  'MandateEnded',
  'AcknowledgementMissed',
  'TaskEscalated',
];

/** The moments that one wants to jump to: at most so many, the first ones. */
export const jumpsOf = (rehearsal: Pick<Rehearsal, 'steps'>, most = 8): readonly string[] =>
  [...new Set(ofTypes(rehearsal, MARKED).map(({ at }) => at))].slice(0, most);

/** What comes after a moment, at or before which everything has happened. */
export const nextAfter = ({ steps }: Pick<Rehearsal, 'steps'>, at: string): string | undefined =>
  steps.find((step) => step.at > at)?.at;

export const lastBefore = ({ steps }: Pick<Rehearsal, 'steps'>, at: string): string | undefined =>
  steps.findLast((step) => step.at < at)?.at;

/** Where its clock begins: at this moment, as far as it lies within what is played, or else with the first day. */
export const startOf = ({ from, until }: Pick<Rehearsal, 'from' | 'until'>, moment: string | undefined): string => {
  const [first, last, asked] = [beginOf(from), endOf(until), Date.parse(moment ?? '')];
  if (Number.isNaN(asked)) return first;
  return new Date(Math.min(Math.max(asked, Date.parse(first)), Date.parse(last))).toISOString();
};
