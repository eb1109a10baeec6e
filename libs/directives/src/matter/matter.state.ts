import { skipUnknown, type Alarm, type Instant } from '@edict/kernel';

import type { Office } from '../office.ts';
import type { Mandate } from '../standing-unit/standing-unit.decider.ts';
import type { Quiet } from '../time/policy.ts';
import {
  consultationAlarms,
  evolveConsultations,
  isOfConsultation,
  type ConsultationEvent,
} from './matter.consultation.ts';
import { transferred } from './matter.transfer.ts';
import type { MatterCommand, MatterEvent } from './matter.messages.ts';

/** Whom notices go to, and when. `from`: who submitted it, `null` for an escalation. */
export type Concerned = Readonly<{ directiveId: string; from: string | null; quiet: Quiet }>;

/** What another unit was asked and has not answered; `by`: who asked. */
export type Consultation = Readonly<{
  consultation: number;
  by: string;
  unit: string;
  dueAt: Instant;
  missed: boolean;
}>;

export type Open = Concerned &
  Readonly<{
    status: 'received' | 'directed' | 'recommended';
    office: Office;
    heir: Office | null;
    /** Of the standing unit where it lies; `null` once a secretariat has it. */
    mandate: Mandate | null;
    answerBy: Instant | null;
    recommendedTo: string | null;
    /** How many there were, and those that wait. */
    consulted: number;
    consultations: readonly Consultation[];
  }>;

export type Matter =
  | Readonly<{ status: 'unknown' }>
  | Readonly<{ status: 'refused'; code: string }>
  | (Concerned & Readonly<{ status: 'answered' }>)
  | Open;

export const initialState: Matter = { status: 'unknown' };

export const isOpen = (matter: Matter): matter is Open => 'office' in matter;

export const evolve = (matter: Matter, event: MatterEvent): Matter => {
  if (event.type === 'MatterReceived') {
    const { office, heir, mandate, directiveId, from, quiet } = event.data;
    const answerBy = event.data.answerBy?.endsAt ?? null;
    const begun = { recommendedTo: null, consulted: 0, consultations: [] };
    return { status: 'received', office, heir, mandate, answerBy, ...begun, directiveId, from, quiet };
  }
  if (event.type === 'MatterRefused') return { status: 'refused', code: event.data.code };
  return isOpen(matter) ? evolveOpen(matter, event) : matter;
};

type Later = Exclude<MatterEvent, { type: 'MatterReceived' | 'MatterRefused' }>;

const evolveOpen = (matter: Open, event: Later): Matter => {
  if (isOfConsultation(event)) return evolveConsultations(matter, event);
  return event.type === 'MatterMarked' ? matter : evolveByDesk(matter, event);
};

type ByDesk = Exclude<Later, ConsultationEvent | { type: 'MatterMarked' }>;

const evolveByDesk = (matter: Open, event: ByDesk): Matter => {
  switch (event.type) {
    case 'MatterDirected':
      return { ...matter, status: 'directed' };
    case 'MatterRecommended':
      return { ...matter, status: 'recommended', recommendedTo: event.data.to, answerBy: null };
    case 'MatterAnswered':
      return { status: 'answered', directiveId: matter.directiveId, from: matter.from, quiet: matter.quiet };
    case 'MatterResponseMissed':
      return { ...matter, answerBy: null };
    case 'MatterHandedOver':
      return { ...matter, office: event.data.to, heir: null, mandate: null };
    case 'MatterTransferred':
      return transferred(matter, event.data);
    case 'MatterActRefused':
      return matter;
    default:
      return skipUnknown(event, matter);
  }
};

/** When an open matter changes desks: it outlives its office and calls for its own handing over, so that nobody has to list what is open. */
export const handOverAt = ({ mandate, heir }: Open): Instant | null => (heir && mandate ? mandate.until : null);

export const alarms = (matter: Matter): readonly Alarm<MatterCommand>[] => {
  if (!isOpen(matter)) return [];
  const { answerBy, office } = matter;
  const leavesAt = handOverAt(matter);
  return [
    ...consultationAlarms(matter),
    ...(answerBy
      ? [{ key: `response/${answerBy}`, at: answerBy, ring: { type: 'CallResponse' as const, data: { answerBy } } }]
      : []),
    ...(leavesAt
      ? [
          {
            key: `hand-over/${leavesAt}`,
            at: leavesAt,
            ring: { type: 'HandOverMatter' as const, data: { from: office.unit } },
          },
        ]
      : []),
  ];
};
