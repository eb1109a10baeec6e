import { refuse, type Context, type Instant, type Refused } from '@edict/kernel';

import { lacksEvidence } from '../evidence.ts';
import { standingUnitOf, type Office } from '../office.ts';
import { mayAs } from '../permission/permissions.ts';
import type { Mandate } from '../standing-unit/standing-unit.decider.ts';
import { termOf, type Term } from '../task/deadline.ts';
import { notItself } from './matter.marks.ts';
import type { Desk, Given, MatterEvent } from './matter.messages.ts';
import type { Matter } from './matter.state.ts';

type Decision = readonly MatterEvent[] | Refused<MatterEvent>;

/** Within the mandate it is received; outside it is refused, and that it was refused is recorded. */
export const receive = (data: Given<'ReceiveMatter'>, matter: Matter, context: Context): Decision => {
  if (matter.status === 'refused') return refuse(matter.code, 'It was refused before.');
  if (matter.status !== 'unknown')
    return context.actor.origin === 'saga' ? [] : refuse('matter/exists', 'It has been received already.');
  return mayEnter(data, context) ?? notItself(data, context) ?? entered(data, context);
};

const entered = ({ desk, evidence, ...submission }: Given<'ReceiveMatter'>, { occurredAt }: Context): Decision => {
  const [found, deskSource] = desk ? [desk.value, desk.source] : [null, null];
  const mandate = found && found.mandate;
  const code = objection(submission.office, mandate, occurredAt);
  if (!code) {
    const data = { ...submission, mandate, deskSource, evidence: evidence ?? null, ...seenOf(found, occurredAt) };
    return [{ type: 'MatterReceived', data }];
  }
  const record: MatterEvent = { type: 'MatterRefused', data: { ...submission, mandate, deskSource, code } };
  return refuse(code, OBJECTIONS[code], record);
};

export const OBJECTIONS = {
  'matter/no-standing-unit': 'No standing unit has been set up there.',
  'matter/outside-mandate': 'It lies outside the mandate of the standing unit.',
} as const;

const objection = (
  office: Office,
  mandate: Mandate | null,
  occurredAt: Instant,
): keyof typeof OBJECTIONS | undefined => {
  if (office.kind === 'secretariat') return undefined;
  if (!mandate) return 'matter/no-standing-unit';
  return covers(mandate, occurredAt) ? undefined : 'matter/outside-mandate';
};

export const covers = ({ from, until }: Mandate, at: Instant): boolean => from <= at && (until === null || at < until);

/** A unit submits for itself; the desk itself enters what reaches it in another way. */
const mayEnter = (data: Given<'ReceiveMatter'>, context: Context): Refused<never> | undefined => {
  const { directiveId, from, office, kind } = data;
  const { actor } = context;
  if (!isOffice(directiveId, office))
    return refuse('matter/no-such-office', `That is not the standing unit of ${office.unit} for this directive.`);
  if (actor.origin !== 'person') return undefined;
  if (kind === 'escalation') return refuse('matter/not-yours', 'Overdue tasks are escalated by the engine.');
  const isSubmitter = actor.unit === from && mayAs('ReceiveMatter', actor, 'submitter');
  if (!isSubmitter && actor.unit !== office.unit)
    return refuse('matter/not-the-submitter', 'A unit submits its own matters, or the desk enters them.');
  return forOthers(data, context) ?? lacksEvidence(data, context);
};

const forOthers = ({ behalf, from, office }: Given<'ReceiveMatter'>, { actor }: Context): Refused<never> | undefined =>
  behalf !== undefined && (actor.unit !== office.unit || from !== null)
    ? refuse('matter/not-the-desk', 'For organisations and citizens the desk itself enters it, and names no unit.')
    : undefined;

/** Whose desk it is and which mandate it works under go together. */
const isOffice = (directiveId: string, office: Office): boolean =>
  office.kind === 'secretariat' || office.stream === standingUnitOf(directiveId, office.unit).stream;

/** A secretariat has no end, no clock and no quiet hours. */
const seenOf = (desk: Desk | null, receivedAt: Instant) => {
  if (!desk) return { heir: null, answerBy: null, quiet: { zone: 'UTC', hours: null } };
  const { zone, quietHours } = desk.rules;
  return { heir: desk.heir, answerBy: responseTerm(desk, receivedAt), quiet: { zone, hours: quietHours } };
};

/** The clock of a standing unit is policy: the directive states no response time. */
const responseTerm = ({ rules }: Desk, receivedAt: Instant): Term | null => {
  const { responseWorkingDays, calendar, sources, zone } = rules;
  if (responseWorkingDays === null) return null;
  return termOf(receivedAt, responseWorkingDays, { policy: { zone }, calendar, sources });
};
