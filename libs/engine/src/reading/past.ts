import { Rejection, type Instant } from '@edict/kernel';

/** The moment, once it is over. Throws `Rejection` where it is still to come: what will be known then, nobody knows. */
export const past = (moment: Instant, now: Instant): Instant => {
  if (moment > now)
    throw new Rejection('reading/in-the-future', `It is not yet ${moment}: what will be known then, nobody knows.`);
  return moment;
};
