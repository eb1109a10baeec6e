import type { Instant } from '@edict/kernel';

export const DEADLINE_CLASSES = ['none', 'inTime', 'dueSoon', 'overdue', 'doneInTime', 'doneLate'] as const;
export type DeadlineClass = (typeof DEADLINE_CLASSES)[number];

/** `decidedAt`: when the report was submitted that has been accepted, or that waits for acceptance. */
export type Timing = Readonly<{
  kind: string;
  state: string;
  dueAt: string | null;
  dueSoonAt: string | null;
  decidedAt: string | null;
  /** A conditional task has begun. */
  started?: number;
  /** While it is suspended it is judged as it stood when it was suspended. */
  suspendedAt?: string | null;
}>;

/** Computed and never stored: it follows from the clock. What is done once can be late; what is in force until a day only comes to its end. */
export const deadlineClassOf = (timing: Timing, now: Instant): DeadlineClass => {
  if (timing.dueAt === null || timing.state === 'cancelled') return 'none';
  if (timing.suspendedAt) return deadlineClassOf({ ...timing, suspendedAt: null }, timing.suspendedAt as Instant);
  if (isOnce(timing)) return ofOnce({ ...timing, dueAt: timing.dueAt }, now);
  if (timing.kind !== 'until' || timing.state === 'lapsed' || now >= timing.dueAt) return 'none';
  return approaching(timing, now);
};

const isOnce = ({ kind, started }: Timing): boolean => kind === 'once' || (kind === 'conditional' && started === 1);

const ofOnce = ({ state, dueAt, dueSoonAt, decidedAt }: Timing & { dueAt: string }, now: Instant): DeadlineClass => {
  const late = (decidedAt ?? now) >= dueAt;
  if (state === 'accepted') return late ? 'doneLate' : 'doneInTime';
  if (late) return 'overdue';
  return decidedAt === null ? approaching({ dueSoonAt }, now) : 'inTime';
};

const approaching = ({ dueSoonAt }: Pick<Timing, 'dueSoonAt'>, now: Instant): DeadlineClass =>
  dueSoonAt !== null && now >= dueSoonAt ? 'dueSoon' : 'inTime';
