import { ZONE } from './language.ts';

const DAY_MS = 86_400_000;

/** Viet Nam has kept one offset since 1975. */
export const OFFSET = '+07:00';

/** When a day, YYYY-MM-DD, begins in Viet Nam. */
export const beginOf = (day: string): string => new Date(`${day}T00:00:00${OFFSET}`).toISOString();

/** When it has passed: what lasts "until the 30th" lasts to here. */
export const endOf = (day: string): string => new Date(Date.parse(beginOf(day)) + DAY_MS).toISOString();

/** Today, or that many days later, as a field for a day takes it. */
export const dayFromNow = (days = 0): string =>
  new Intl.DateTimeFormat('sv', { timeZone: ZONE }).format(new Date(Date.now() + days * DAY_MS));
