import { plusMs, type Instant } from '@edict/kernel';

const MINUTE = 60_000;

/**
 * Policy `delivery-1` of this project; no source names figures. After the first attempt it is tried again after these waits, about a day
 * and a half in all; then it is parked. Every event says when the next attempt is, so that another policy changes nothing that was decided.
 */
export const WAITS_MS: readonly number[] = [1, 5, 30, 120, 480, 1_440].map((minutes) => minutes * MINUTE);

/** Whoever sends has this long to say what came of it. */
export const PATIENCE_MS = 2 * MINUTE;

/** When to try again after so many tries; `undefined`: no more. */
export const afterAttempt = (tries: number, now: Instant): Instant | undefined => {
  const wait = WAITS_MS[tries - 1];
  return wait === undefined ? undefined : plusMs(now, wait);
};
