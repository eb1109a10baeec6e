import type { Matter } from '../api/matters.ts';
import type { EventLine } from '../api/tasks.ts';

export type Consultation = Matter['consultations'][number];
/** Answered, also after its day; missed, still to be answered, or ended with the matter, which was answered without it. */
export type Stand = 'answered' | 'answeredLate' | 'missed' | 'asked' | 'ended';

type Clocked = Pick<Consultation, 'state' | 'dueAt' | 'answeredAt'>;

/** How a consultation stands at a moment. */
export const standOf = ({ state, dueAt, answeredAt }: Clocked, now: string): Stand => {
  if (answeredAt !== null) return answeredAt >= dueAt ? 'answeredLate' : 'answered';
  if (state === 'ended') return 'ended';
  return state === 'missed' || dueAt <= now ? 'missed' : 'asked';
};

const BRINGS: Readonly<Record<Stand, string>> = {
  answered: 'ConsultationAnswered',
  answeredLate: 'ConsultationAnswered',
  missed: 'ConsultationMissed',
  asked: 'UnitConsulted',
  ended: 'MatterAnswered',
};

export const consultationBy = (
  lines: readonly EventLine[],
  consultation: number,
  stand: Stand,
): EventLine | undefined =>
  lines.findLast(
    ({ type, data }) =>
      type === BRINGS[stand] &&
      (stand === 'ended' || (data as Readonly<{ consultation?: number }>).consultation === consultation),
  );
