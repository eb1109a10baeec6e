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
}>;

/** Computed and never stored: it follows from the clock. What is done once can be late; what is in force until a day only comes to its end. */
export const deadlineClassOf = (timing: Timing, now: Instant): DeadlineClass => {
  if (timing.dueAt === null) return 'none';
  if (timing.kind === 'once') return ofOnce({ ...timing, dueAt: timing.dueAt }, now);
  if (timing.kind !== 'until' || timing.state === 'lapsed' || now >= timing.dueAt) return 'none';
  return approaching(timing, now);
};

const ofOnce = ({ state, dueAt, dueSoonAt, decidedAt }: Timing & { dueAt: string }, now: Instant): DeadlineClass => {
  const late = (decidedAt ?? now) >= dueAt;
  if (state === 'accepted') return late ? 'doneLate' : 'doneInTime';
  if (late) return 'overdue';
  return decidedAt === null ? approaching({ dueSoonAt }, now) : 'inTime';
};

const approaching = ({ dueSoonAt }: Pick<Timing, 'dueSoonAt'>, now: Instant): DeadlineClass =>
  dueSoonAt !== null && now >= dueSoonAt ? 'dueSoon' : 'inTime';
