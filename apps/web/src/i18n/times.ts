import { beginOf, dayNumber, dayOf } from './days.ts';
import { ZONE, type Language } from './language.ts';

const formats = new Map<string, Intl.DateTimeFormat>();

const format = (language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat => {
  const key = `${language}${JSON.stringify(options)}`;
  const made = formats.get(key) ?? new Intl.DateTimeFormat(language, { timeZone: ZONE, ...options });
  formats.set(key, made);
  return made;
};

const DAY = { weekday: 'short', day: 'numeric', month: 'short' } as const;
const LONG_DAY = { day: 'numeric', month: 'long', year: 'numeric' } as const;
const LONG_MONTH = { month: 'long', year: 'numeric' } as const;
const MOMENT = { ...DAY, year: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
const YEAR = { year: 'numeric' } as const;
const DAY_AND_MONTH = { day: 'numeric', month: 'short' } as const;
const STAMP = { ...DAY_AND_MONTH, year: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
const TIME = { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' } as const;
const SHORT_MOMENT = { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;

/** The day that ends at an instant: a period is half-open, so the instant itself is already the next day. */
export const dayEndingAt = (instant: string): Date => new Date(Date.parse(instant) - 1);

/** The year stands where it is not that of the moment that is shown. */
const yearOf = (date: Date): string => dayOf(date).slice(0, -'-MM-DD'.length);
const yearBeside = (date: Date, shown: Date): Partial<typeof YEAR> => (yearOf(date) === yearOf(shown) ? {} : YEAR);

export const day = (language: Language, date: Date, shown: Date): string =>
  format(language, { ...DAY, ...yearBeside(date, shown) }).format(date);
export const longDay = (language: Language, date: Date): string => format(language, LONG_DAY).format(date);
const longMonth = (language: Language, date: Date): string => format(language, LONG_MONTH).format(date);
/** A day or a month as a document has it, `2025-06-25` or `2025-06`; what is neither stays as it is. */
export const written = (language: Language, date: string): string => {
  if (/^\d{4}-\d\d$/.test(date)) return longMonth(language, new Date(beginOf(`${date}-01`)));
  return /^\d{4}-\d\d-\d\d$/.test(date) ? longDay(language, new Date(beginOf(date))) : date;
};
export const moment = (language: Language, instant: string): string =>
  format(language, MOMENT).format(new Date(instant));
export const shortMoment = (language: Language, instant: string, shown: Date): string => {
  const date = new Date(instant);
  return format(language, { ...SHORT_MOMENT, ...yearBeside(date, shown) }).format(date);
};

export const dayAndMonth = (language: Language, date: Date, shown: Date): string =>
  format(language, { ...DAY_AND_MONTH, ...yearBeside(date, shown) }).format(date);
/** With its year always, for what is read on paper. */
export const shortDay = (language: Language, date: Date): string =>
  format(language, { ...DAY_AND_MONTH, ...YEAR }).format(date);
export const time = (language: Language, date: Date): string => format(language, TIME).format(date);
/** With its year and without its weekday, as a history of years needs it. */
export const stamp = (language: Language, instant: string): string => format(language, STAMP).format(new Date(instant));

/** Whole days from one day in Viet Nam to another: negative when it lies behind. */
export const daysBetween = (from: Date, to: Date): number => dayNumber(to) - dayNumber(from);
