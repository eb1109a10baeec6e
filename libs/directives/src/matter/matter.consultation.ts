import { endOf, refuse, type Alarm, type Context, type Instant, type Refused } from '@edict/kernel';

import { orNull } from '../or-null.ts';
import { termOf, type Rules } from '../task/deadline.ts';
import { cannotAnswer } from '../unit/unit.decider.ts';
import type { ByPolicy, Given, MatterCommand, MatterEvent } from './matter.messages.ts';
import type { Consultation, Open } from './matter.state.ts';

type Decision = readonly MatterEvent[] | Refused<MatterEvent>;

/** Whoever has it in hand asks another unit, until the end of a day that is named or that the policy sets. It stays where it is, and its own clock runs on. */
export const consult = (data: Given<'ConsultUnit'>, matter: Open, { actor, occurredAt }: Context): Decision => {
  const { unit, question, registered } = data;
  if (unit === actor.unit) return refuse('matter/consults-itself', 'Another unit is consulted.');
  const nobody = cannotAnswer('unit', unit, registered.value);
  if (nobody) return nobody;
  const clock = clockOf(data, matter, occurredAt);
  if (!('dueAt' in clock)) return clock;
  const consultation = matter.consulted + 1;
  const evidence = orNull(data.evidence);
  return [{ type: 'UnitConsulted', data: { by: actor.unit, consultation, unit, question, evidence, ...clock } }];
};

type Clock = Readonly<{ dueAt: Instant }> & ByPolicy;

const clockOf = (
  { on, rules: { value: rules } }: Given<'ConsultUnit'>,
  { quiet }: Open,
  occurredAt: Instant,
): Clock | Refused<MatterEvent> => {
  if (on === undefined) return byPolicy(rules, occurredAt);
  const dueAt = endOf(on, rules?.policy.zone ?? quiet.zone);
  return dueAt > occurredAt ? { dueAt } : refuse('matter/day-over', `${on} is over.`);
};

const byPolicy = (rules: Rules | null, occurredAt: Instant): Clock | Refused<MatterEvent> => {
  const days = rules?.policy.consultationWorkingDays ?? null;
  if (!rules || days === null)
    return refuse('matter/no-term', 'The policy sets no term for it: a day has to be named.');
  const { id, version } = rules.policy;
  const term = termOf(occurredAt, days, rules);
  return { dueAt: term.endsAt, policy: { id, version }, term };
};

/** Also after its day: an answer that is late is still one. */
export const answerConsultation = (data: Given<'AnswerConsultation'>, matter: Open, { actor }: Context): Decision => {
  const { consultation, answer } = data;
  const asked = matter.consultations.find((each) => each.consultation === consultation);
  if (!asked) return refuse('matter/no-such-consultation', `Consultation ${consultation} does not wait for an answer.`);
  if (asked.unit !== actor.unit) return refuse('matter/not-the-consulted', `${asked.unit} was asked.`);
  const evidence = orNull(data.evidence);
  return [{ type: 'ConsultationAnswered', data: { consultation, by: asked.by, unit: asked.unit, answer, evidence } }];
};

export const callConsultation = (
  { consultation, dueAt }: Given<'CallConsultation'>,
  matter: Open,
  { now }: Context,
): Decision => {
  const asked = running(matter).find((each) => each.consultation === consultation && each.dueAt === dueAt);
  if (!asked || now < dueAt) return [];
  return [{ type: 'ConsultationMissed', data: { consultation, by: asked.by, unit: asked.unit, dueAt } }];
};

const running = ({ consultations }: Open): readonly Consultation[] => consultations.filter(({ missed }) => !missed);

export const consultationAlarms = (matter: Open): readonly Alarm<MatterCommand>[] =>
  running(matter).map(({ consultation, dueAt }) => ({
    key: `consultation-${consultation}/${dueAt}`,
    at: dueAt,
    ring: { type: 'CallConsultation', data: { consultation, dueAt } },
  }));

export type ConsultationEvent = Extract<
  MatterEvent,
  { type: 'UnitConsulted' | 'ConsultationAnswered' | 'ConsultationMissed' }
>;

export const isOfConsultation = (event: MatterEvent): event is ConsultationEvent =>
  event.type === 'UnitConsulted' || event.type === 'ConsultationAnswered' || event.type === 'ConsultationMissed';

export const evolveConsultations = (matter: Open, { type, data }: ConsultationEvent): Open => {
  const { consultation } = data;
  if (type === 'UnitConsulted') {
    const { by, unit, dueAt } = data as Readonly<{ by: string; unit: string; dueAt: Instant }>;
    const asked: Consultation = { consultation, by, unit, dueAt, missed: false };
    return { ...matter, consulted: consultation, consultations: [...matter.consultations, asked] };
  }
  const others = matter.consultations.filter((each) => each.consultation !== consultation);
  const missed = matter.consultations.flatMap((each) =>
    type === 'ConsultationMissed' && each.consultation === consultation ? [{ ...each, missed: true }] : [],
  );
  return { ...matter, consultations: [...others, ...missed] };
};
