import type { Instant } from '@edict/kernel';

/** The clock of a machine that several processes work with, in milliseconds since 1970. */
export type OtherClock = Readonly<{ name: string; nowMs(): Promise<number> }>;

/** By how much another clock is ahead of ours, and by how much that may be wrong; `null`: it did not say. */
export type Skew = Readonly<{ name: string; aheadMs: number; withinMs: number }>;

/** Its answer is taken to be of the middle of the time that it took. */
export const skewOf = async ({ name, nowMs }: OtherClock, clock: () => Instant): Promise<Skew | null> => {
  const asked = Date.parse(clock());
  const theirs = await nowMs().catch(() => undefined);
  if (theirs === undefined) return null;
  const answered = Date.parse(clock());
  const ours = (asked + answered) / 2;
  return { name, aheadMs: Math.round(theirs - ours), withinMs: Math.ceil((answered - asked) / 2) };
};
