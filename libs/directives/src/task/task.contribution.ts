import { endOf, refuse, type Context, type Instant, type LocalDate } from '@edict/kernel';

import { lacksEvidence } from '../evidence.ts';
import { orNull } from '../or-null.ts';
import { answering } from '../unit/heirs.ts';
import { cannotAnswer } from '../unit/unit.decider.ts';
import { contributionsAhead, demandsAhead } from './task.ahead.ts';
import type { Deciders } from './task.chapters.ts';
import type { Given } from './task.commands.ts';
import type { Decision } from './task.decider.ts';
import type { DelegationCommand } from './task.delegation.messages.ts';
import { firstNo, notOver, notSubmitted, performerOnly, type No } from './task.guards.ts';
import type { Assigned } from './task.state.ts';

const contribute = (data: Given<'ContributeToTask'>, state: Assigned, context: Context): Decision => {
  const { contribution } = data;
  const evidence = orNull(data.evidence);
  const { unit } = context.actor;
  const { coordinating } = state.task;
  const place = placeOf(unit, data, state, context);
  const no = firstNo(
    () => notOver(state),
    () =>
      place !== undefined
        ? undefined
        : refuse('task/not-a-coordinator', `${coordinating.join(', ') || 'Nobody'} coordinates it.`),
    () => lacksEvidence(data, context),
  );
  const inPlaceOf = place === undefined || place === unit ? {} : { inPlaceOf: place };
  return no ?? [{ type: 'TaskContributed', data: { unit, ...inPlaceOf, contribution, evidence } }];
};

/** Its own as a coordinator or where it was asked, or that of a unit which it has succeeded and which was asked before that went over. */
const placeOf = (
  unit: string,
  { heirs }: Given<'ContributeToTask'>,
  { task: { coordinating }, family: { asked } }: Assigned,
  { now }: Context,
): string | undefined =>
  [...coordinating, ...asked.map((each) => each.unit)].includes(unit)
    ? unit
    : asked.find((each) => !each.given && answering([each.unit], heirs, now).includes(unit))?.unit;

/** The dates of coordinators never pass the lead's. */
const askContribution = (data: Given<'AskContribution'>, state: Assigned, context: Context): Decision => {
  const { assignment, unit, what, opinion = false, toOn } = data;
  const evidence = orNull(data.evidence);
  const dueAt = endOfDay(toOn, state);
  const no = firstNo(
    () => performerOnly(state, assignment, context),
    () => notOver(state),
    () => notSubmitted(state),
    () => lacksEvidence(data, context),
    () => (unit === context.actor.unit ? refuse('task/asks-itself', 'Another unit is asked.') : undefined),
    () => mayBeAsked(data, state),
    () => inTimeFor(dueAt, state, context),
  );
  if (no) return no;
  if (state.family.asked.some((each) => each.unit === unit && each.dueAt === dueAt && !each.given)) return [];
  return [{ type: 'ContributionAsked', data: { unit, what, opinion, dueAt, evidence, goesOver: true } }];
};

/** A coordinator as the text names it; an opinion of whoever can give one. */
const mayBeAsked = ({ unit, opinion, registered }: Given<'AskContribution'>, { task }: Assigned): No => {
  if (task.coordinating.includes(unit)) return undefined;
  if (!opinion) return refuse('task/not-a-coordinator', `${unit} does not coordinate it: ask for an opinion.`);
  return cannotAnswer('unit', unit, registered.value);
};

const endOfDay = (day: LocalDate | undefined, { task }: Assigned): Instant | null =>
  day === undefined ? null : endOf(day, task.quiet.zone);

const inTimeFor = (dueAt: Instant | null, { task }: Assigned, { now }: Context): No => {
  if (dueAt !== null && dueAt <= now) return refuse('task/not-later', 'That day is over.');
  return dueAt !== null && task.deadline && dueAt > task.deadline.dueAt
    ? refuse('task/after-lead', `The lead answers at ${task.deadline.dueAt}: a coordinator’s day is not later.`)
    : undefined;
};

const callContribution = ({ unit, dueAt }: Given<'CallContribution'>, state: Assigned, { now }: Context): Decision => {
  const open = contributionsAhead(state).find((each) => each.unit === unit && each.dueAt === dueAt);
  return open && now >= dueAt ? [{ type: 'ContributionMissed', data: { unit, dueAt } }] : [];
};

/** A report may be demanded at any time, by an issuer or by whom the task reports to. */
const demandReport = (data: Given<'DemandReport'>, state: Assigned, context: Context): Decision => {
  const { what, toOn } = data;
  const evidence = orNull(data.evidence);
  const { issuers, reportsTo } = state.task;
  const { unit } = context.actor;
  const dueAt = endOfDay(toOn, state);
  const no = firstNo(
    () => notOver(state),
    () =>
      [...issuers, ...reportsTo].includes(unit)
        ? undefined
        : refuse('task/not-the-issuer', `${[...issuers, ...reportsTo].join(', ')} may demand a report.`),
    () => lacksEvidence(data, context),
    () => (dueAt !== null && dueAt <= context.now ? refuse('task/not-later', 'That day is over.') : undefined),
  );
  if (no) return no;
  const demand = state.family.demands.length + 1;
  return [{ type: 'ReportDemanded', data: { demand, by: unit, what, dueAt, evidence } }];
};

const callDemand = ({ demand }: Given<'CallDemand'>, state: Assigned, { now }: Context): Decision => {
  const open = demandsAhead(state).find((each) => each.demand === demand);
  return open && now >= open.dueAt ? [{ type: 'DemandMissed', data: { demand, dueAt: open.dueAt } }] : [];
};

type Contribution = 'ContributeToTask' | 'AskContribution' | 'CallContribution' | 'DemandReport' | 'CallDemand';

export const contributionActs: Deciders<Extract<DelegationCommand, { type: Contribution }>> = {
  ContributeToTask: contribute,
  AskContribution: askContribution,
  CallContribution: callContribution,
  DemandReport: demandReport,
  CallDemand: callDemand,
};
