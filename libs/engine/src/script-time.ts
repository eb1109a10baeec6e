import { atTime, Rejection, type Instant } from '@edict/kernel';

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
