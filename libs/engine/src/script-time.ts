import { atTime, Rejection, type Instant, type LocalDate } from '@edict/kernel';

const LOCAL = /^\d{4}-\d\d-\d\dT\d\d:\d\d$/;

/** The moment of a local time in a script, `2025-06-10T09:00`. Refuses what is no time there. */
export const momentOf = (local: string, zone: string): Instant => {
  const no = new Rejection('script/not-a-time', `${local} is not a local time: 2025-06-10T09:00 is wanted.`);
  if (!LOCAL.test(local)) throw no;
  const [day, time] = local.split('T') as [string, string];
  try {
    Temporal.PlainDateTime.from(local, { overflow: 'reject' });
    return atTime(day, time, zone);
  } catch {
    throw no;
  }
};

const DAY = /^\d{4}-\d\d-\d\d$/;

/** A day of the calendar, `2025-06-30`. Refuses what is none: nothing else is meant in its place. */
export const dayIn = (text: string): LocalDate => {
  const no = new Rejection('script/no-day', `${text} is no day of the calendar: 2025-06-30 is wanted.`);
  if (!DAY.test(text)) throw no;
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString();
  } catch {
    throw no;
  }
};

/** A month of the calendar, `2025-06`. */
export const monthIn = (text: string): string => dayIn(`${text}-01`).slice(0, 7);
