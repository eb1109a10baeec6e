const DAY_MS = 86_400_000;

/** Viet Nam has kept one offset since 1975. */
export const OFFSET = '+07:00';
const OFFSET_MS = 7 * 3_600_000;

/** The day in Viet Nam in which something lies, counted from 1 January 1970. A thousand rows ask for it, so no format of the browser is. */
export const dayNumber = (date: Date): number => Math.floor((date.getTime() + OFFSET_MS) / DAY_MS);

/** When a day, YYYY-MM-DD, begins in Viet Nam. */
export const beginOf = (day: string): string => new Date(`${day}T00:00:00${OFFSET}`).toISOString();

/** When it has passed: what lasts "until the 30th" lasts to here. */
export const endOf = (day: string): string => new Date(Date.parse(beginOf(day)) + DAY_MS).toISOString();

const civil = (number: number): string => new Date(number * DAY_MS).toISOString().slice(0, 'YYYY-MM-DD'.length);

/** The day in Viet Nam in which something lies, YYYY-MM-DD. */
export const dayOf = (date: Date): string => civil(dayNumber(date));

/** The minute in Viet Nam, YYYY-MM-DDThh:mm, as a field for a moment takes it. */
export const minuteOf = (date: Date): string =>
  new Date(date.getTime() + OFFSET_MS).toISOString().slice(0, 'YYYY-MM-DDThh:mm'.length);

/** Today, or that many days later, as a field for a day takes it. */
export const dayFromNow = (days = 0): string => civil(dayNumber(new Date()) + days);
