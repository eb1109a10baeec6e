import { canonical, endOf, refuse, type Context, type Fact, type Instant, type LocalDate } from '@edict/kernel';

import { isRegistrar } from '../capacity.ts';
import type { CalendarDocument } from '../document/index.ts';
import { lacksEvidence } from '../evidence.ts';
import { orNull } from '../or-null.ts';
import { calendarOf, isWorkingDay } from '../time/calendar.ts';
import { policyOf } from '../time/policy.ts';
import { superiorsOf } from '../unit/superiors.ts';
import { dueOn, movedTo, reckonedAgain, type Deadline } from './deadline-moves.ts';
import type { Deciders } from './task.chapters.ts';
import type { Given } from './task.commands.ts';
import type { DatesCommand } from './task.dates.messages.ts';
import type { Decision } from './task.decider.ts';
import { childrenAfter } from './task.family.ts';
import { firstNo, notOver, notSubmitted, notSuspended, performerOnly, performs, type No } from './task.guards.ts';
import { mayBeLate, type Assigned } from './task.state.ts';

/** Before the deadline, with reason, progress and a new working day: practice of 督查 (§19), Directum RX, and the brief. */
const requestExtension = (data: Given<'RequestExtension'>, state: Assigned, context: Context): Decision => {
  const { assignment, toOn, reason, progress } = data;
  const evidence = orNull(data.evidence);
  const request = state.dates.requests + 1;
  const no = firstNo(
    () => performerOnly(state, assignment, context),
    () => notOver(state),
    () => notSubmitted(state),
    () => notSuspended(state),
    () => lacksEvidence(data, context),
    () => beforeDeadline(state, context),
  );
  if (no) return no;
  const { request: waiting } = state.dates;
  if (waiting)
    return canonical(waiting) === canonical({ request: waiting.request, toOn, reason, progress })
      ? []
      : refuse('task/extension-pending', `Request ${waiting.request} has not been answered.`);
  return (
    mayMoveTo(toOn, data, state) ?? [
      { type: 'ExtensionRequested', data: { assignment, request, toOn, reason, progress, evidence } },
    ]
  );
};

const beforeDeadline = (state: Assigned, { occurredAt }: Context): No => {
  const { deadline } = state.task;
  if (!deadline || !mayBeLate(state)) return refuse('task/no-deadline', 'It has no deadline that could be moved.');
  if (occurredAt >= deadline.dueAt)
    return refuse('task/deadline-passed', `More time is asked for before ${deadline.dueAt}, not after it.`);
  return undefined;
};

const mayMoveTo = (
  toOn: LocalDate,
  { calendar }: Readonly<{ calendar: Fact<CalendarDocument | null> | null }>,
  { task: { deadline, quiet } }: Assigned,
): No => {
  if (deadline && endOf(toOn, quiet.zone) <= deadline.dueAt)
    return refuse('task/not-later', `An extension ends after ${deadline.lastDay}.`);
  if (calendar?.value && !isWorkingDay(calendarOf(calendar.value), toOn))
    return refuse('task/not-a-working-day', `${toOn} is no working day.`);
  return undefined;
};

/** Only the issuer or its delegate, and never who asked. The answer fixes the day, which may be another than was asked for. */
const grantExtension = (data: Given<'GrantExtension'>, state: Assigned, context: Context): Decision => {
  const { request } = data;
  const { request: waiting } = state.dates;
  const { deadline: old } = state.task;
  const no = mayAnswer(data, state, context) ?? notOver(state);
  if (no) return no;
  if (!old || waiting?.request !== request) return refuse('task/no-such-request', `Request ${request} is not waiting.`);
  return grantTo(data.toOn ?? waiting.toOn, old, data, { state, context });
};

type Deciding = Readonly<{ state: Assigned; context: Context }>;

const grantTo = (
  toOn: LocalDate,
  old: Deadline,
  data: Given<'GrantExtension'>,
  { state, context }: Deciding,
): Decision => {
  const { request } = data;
  const deadline = movedTo(old, toOn, data.calendar);
  const words = { reason: orNull(data.reason), exception: orNull(data.exception), evidence: orNull(data.evidence) };
  const granted = { request, from: old.dueAt, deadline, movedAt: context.now, ...words };
  return mayMoveTo(toOn, data, state) ?? afterParent(deadline, data) ?? [{ type: 'ExtensionGranted', data: granted }];
};

/** A child ends after its parent only for a reason that is stated. */
const afterParent = ({ dueAt }: Deadline, { parentDueAt, exception }: Given<'GrantExtension'>): No =>
  parentDueAt?.value && dueAt > parentDueAt.value && !exception
    ? refuse('task/after-parent', `Its parent ends at ${parentDueAt.value}: say why it may end later.`)
    : undefined;

const refuseExtension = (data: Given<'RefuseExtension'>, state: Assigned, context: Context): Decision => {
  const { request, reason } = data;
  const evidence = orNull(data.evidence);
  const no = mayAnswer(data, state, context) ?? notOver(state);
  if (no) return no;
  if (state.dates.request?.request !== request)
    return refuse('task/no-such-request', `Request ${request} is not waiting.`);
  return [{ type: 'ExtensionRefused', data: { request, reason, evidence } }];
};

const mayAnswer = (data: Given<'GrantExtension'> | Given<'RefuseExtension'>, state: Assigned, context: Context): No => {
  const { unit } = context.actor;
  const { issuers } = state.task;
  if (![...issuers, ...(data.delegates?.value ?? [])].includes(unit))
    return refuse('task/not-the-issuer', `${issuers.join(', ')} or its delegate answers it.`);
  if (performs(state, unit)) return refuse('task/performer-does-not-grant', 'Who asks for time does not grant it.');
  return lacksEvidence(data, context);
};

/** Agreement of Thai Nguyen and Bac Kan, 5.p3: "or as the Centre orders". The order is named and the old date stays in the history. */
const overrideDeadline = (data: Given<'OverrideDeadline'>, state: Assigned, context: Context): Decision => {
  const { order, toOn, reason } = data;
  const evidence = orNull(data.evidence);
  const { deadline: old } = state.task;
  const no = firstNo(
    () => notOver(state),
    () => notSubmitted(state),
    () => mayEnter(data, state, context),
    () => lacksEvidence(data, context),
    () => hasDeadline(state),
  );
  if (no) return no;
  const deadline = old ? movedTo(old, toOn, data.calendar) : dueOn(toOn, data.rules);
  if (!deadline) return refuse('directive/unknown', 'The rules of its directive are not known.');
  if (old?.dueAt === deadline.dueAt) return [];
  return [{ type: 'DeadlineOverridden', data: { order, reason, ...moves(state, deadline, context), evidence } }];
};

const hasDeadline = (state: Assigned): No =>
  mayBeLate(state) ? undefined : refuse('task/no-deadline', `A task of kind ${state.task.kind} has no deadline.`);

const moves = (state: Assigned, deadline: Deadline, { now }: Context) => ({
  from: state.task.deadline ? state.task.deadline.dueAt : null,
  deadline,
  movedAt: now,
  childrenAfter: childrenAfter(state, deadline.dueAt),
});

/** Entered by whoever ordered it, by an issuer, or in the capacity of a secretariat; ordered by who stands above, or is named in the text. */
const mayEnter = (data: Given<'OverrideDeadline'>, { task }: Assigned, { actor, now }: Context): No => {
  const { issuer } = data.order;
  const enters = actor.unit === issuer || task.issuers.includes(actor.unit) || isRegistrar(actor);
  if (!enters) return refuse('task/not-the-issuer', `${issuer} or ${task.issuers.join(', ')} enters its order.`);
  return mayOrder(data, task, now)
    ? undefined
    : refuse('task/not-a-higher-authority', `${issuer} stands above none of ${task.issuers.join(', ')}.`);
};

const mayOrder = (
  { order: { issuer }, authorities }: Given<'OverrideDeadline'>,
  task: Assigned['task'],
  now: Instant,
): boolean => {
  const above = superiorsOf(task.issuers, authorities, { now, zone: task.quiet.zone });
  const named = task.deadline?.derivation.says.orAsOrderedBy;
  return [...task.issuers, ...above, named].includes(issuer) || inGeneral(named, authorities, issuer);
};

/** "The Centre" names no body: any central body may be meant. */
const inGeneral = (
  named: string | undefined,
  authorities: Given<'OverrideDeadline'>['authorities'],
  by: string,
): boolean =>
  named !== undefined &&
  authorities[named]?.value?.entry.kind === 'placeholder' &&
  authorities[by]?.value?.entry.level === 'central';

/** A later edition of a policy or a calendar moves nothing by itself: a person has seen what would move, and says yes. */
const confirmDeadline = (data: Given<'ConfirmDeadline'>, state: Assigned, context: Context): Decision => {
  const { from, reason } = data;
  const { deadline: old, issuers } = state.task;
  const no = firstNo(
    () => notOver(state),
    () => notSubmitted(state),
    () => lacksEvidence(data, context),
    () =>
      issuers.includes(context.actor.unit)
        ? undefined
        : refuse('task/not-the-issuer', `${issuers.join(', ')} confirms it.`),
  );
  if (no) return no;
  const deadline = old && underLatest(old, data);
  if (!deadline) return refuse('task/no-deadline', 'It has no deadline to reckon.');
  if (deadline.dueAt === old.dueAt) return [];
  if (old.dueAt !== from) return refuse('task/deadline-moved', `Its deadline is ${old.dueAt}.`);
  const evidence = orNull(data.evidence);
  return [{ type: 'DeadlineRecalculated', data: { reason, ...moves(state, deadline, context), evidence } }];
};

const underLatest = (old: Deadline, { policy, calendar }: Given<'ConfirmDeadline'>): Deadline | null => {
  if (!policy?.value || !calendar?.value) return null;
  const sources = { policy: policy.source, calendar: calendar.source };
  return reckonedAgain(old, { policy: policyOf(policy.value), calendar: calendarOf(calendar.value), sources });
};

export const datesActs: Deciders<DatesCommand> = {
  RequestExtension: requestExtension,
  GrantExtension: grantExtension,
  RefuseExtension: refuseExtension,
  OverrideDeadline: overrideDeadline,
  ConfirmDeadline: confirmDeadline,
};
