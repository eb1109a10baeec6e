import { idFrom, type Effect, type Happened, type Message, type Saga } from '@edict/kernel';

import { isOfConsultation, type ConsultationEvent } from '../matter/matter.consultation.ts';
import { isOpen, type Matter } from '../matter/matter.state.ts';
import type { MatterEvent } from '../matter/matter.messages.ts';
import type { StandingUnit, StandingUnitEvent } from '../standing-unit/standing-unit.decider.ts';
import type { TaskEvent } from '../task/task.events.ts';
import { isAssigned, type Assigned, type Task, type Unassigned } from '../task/task.state.ts';
import type { Quiet } from '../time/policy.ts';
import type { Notice, NotificationCommand } from './notification.decider.ts';

type Effects = readonly Effect<NotificationCommand>[];
type About = Readonly<{ event: Happened<Message>; directiveId: string; quiet: Quiet }>;

/** One notice to each unit, however often it is named. */
const tell = ({ event, directiveId, quiet }: About, notice: Notice['notice'], ...units: readonly string[]): Effects =>
  [...new Set(units)].map((unit) => ({
    key: `tell-${unit}`,
    send: {
      stream: `notification-${idFrom(event.id, unit)}`,
      type: 'RequestNotification',
      data: { unit, notice, about: event.stream, directiveId, quiet },
    },
  }));

/** Who is told what of a task: the unit that has it, its accountable head when it slips, the office it is taken to. */
export const taskNotices: Saga<Task, TaskEvent, NotificationCommand> = {
  name: 'task-notices',
  react(event, state): Effects {
    if (isAssigned(state)) return ofTask(event, state);
    return state.status === 'unassigned' ? ofUnassigned(event, state) : [];
  },
};

/** Where nobody has it, its issuers are told. */
const ofUnassigned = (event: Happened<TaskEvent>, { task }: Unassigned): Effects =>
  event.type === 'TaskBecameOverdue'
    ? tell({ event, directiveId: task.directiveId, quiet: task.quiet }, 'overdue', ...task.issuers)
    : [];

const NEARING = { DeadlineNeared: 'deadline-neared', MilestoneNeared: 'milestone-neared' } as const;

const isNearing = (type: string): type is keyof typeof NEARING => Object.hasOwn(NEARING, type);

const ofTask = (event: Happened<TaskEvent>, { task }: Assigned): Effects => {
  const about = { event, directiveId: task.directiveId, quiet: task.quiet };
  if (isNearing(event.type)) return tell(about, NEARING[event.type], task.unit);
  switch (event.type) {
    case 'AcknowledgementMissed':
      return tell(about, 'acknowledgement-missed', task.unit, ...task.accountable);
    case 'MilestoneMissed':
      return tell(about, 'milestone-missed', task.unit, ...task.accountable);
    case 'TaskBecameOverdue':
      return tell(about, 'overdue', task.unit, ...task.accountable);
    case 'TaskEscalated':
      return event.data.opens === 'notice' ? tell(about, 'escalated', event.data.office.unit) : [];
    case 'EscalationFoundNobody':
      return tell(about, 'escalation-found-nobody', ...task.issuers);
    default:
      return [];
  }
};

export const matterNotices: Saga<Matter, MatterEvent, NotificationCommand> = {
  name: 'matter-notices',
  react(event, matter): Effects {
    if (event.type === 'MatterAnswered') return answered(event, matter);
    if (!isOpen(matter)) return [];
    const about = { event, directiveId: matter.directiveId, quiet: matter.quiet };
    return isOfConsultation(event) ? ofConsultation(about, event) : ofMatter(about, event);
  },
};

const ofMatter = (about: About, event: MatterEvent): Effects => {
  switch (event.type) {
    case 'MatterReceived':
      return tell(about, 'matter-received', event.data.office.unit);
    case 'MatterDirected':
      return tell(about, 'matter-directed', event.data.to);
    case 'MatterRecommended':
      return tell(about, 'matter-recommended', event.data.to);
    case 'MatterResponseMissed':
      return tell(about, 'response-missed', event.data.office.unit);
    case 'MatterHandedOver':
      return tell(about, 'matter-handed-over', event.data.to.unit);
    case 'MatterTransferred':
      return transferred(about, event.data);
    default:
      return [];
  }
};

const TRANSFERRED = {
  office: 'matter-handed-over',
  recommendedTo: 'matter-recommended',
  consulted: 'consultation-asked',
} as const;

/** Whoever has it now is told what it is to do; once, and first what has the shortest way to an answer. */
const transferred = (
  about: About,
  { to, parts = [] }: Extract<MatterEvent, { type: 'MatterTransferred' }>['data'],
): Effects => {
  const [part] = (['office', 'recommendedTo', 'consulted'] as const).filter((each) => parts.includes(each));
  return part === undefined ? [] : tell(about, TRANSFERRED[part], to);
};

const ofConsultation = (about: About, { type, data: { by, unit } }: ConsultationEvent): Effects => {
  if (type === 'UnitConsulted') return tell(about, 'consultation-asked', unit);
  if (type === 'ConsultationAnswered') return tell(about, 'consultation-answered', by);
  return tell(about, 'consultation-missed', unit, by);
};

/** Whoever submitted it is told. */
const answered = (event: Happened<MatterEvent>, matter: Matter): Effects => {
  if (matter.status !== 'answered' || matter.from === null) return [];
  const { directiveId, quiet, from } = matter;
  return tell({ event, directiveId, quiet }, 'matter-answered', from);
};

export const standingUnitNotices: Saga<StandingUnit, StandingUnitEvent, NotificationCommand> = {
  name: 'standing-unit-notices',
  react(event, { setUp }): Effects {
    if (!setUp) return [];
    const { directiveId, committee, rules } = setUp;
    const about = { event, directiveId, quiet: { zone: rules.zone, hours: rules.quietHours } };
    if (event.type === 'MandateEndNeared') return tell(about, 'mandate-end-neared', committee);
    if (event.type === 'MandateEnded') return tell(about, 'mandate-ended', committee, setUp.heir.unit);
    return [];
  },
};
