export type Search = Readonly<Record<string, unknown>>;
/** What an address says under this name, where that is what it should be. */
export const textIn = (search: Search, name: string): Readonly<Record<string, string>> => {
  const value = search[name];
  return typeof value === 'string' && value !== '' ? { [name]: value } : {};
};

export const numberIn = (search: Search, name: string): Readonly<Record<string, number>> => {
  const value = search[name];
  return typeof value === 'number' ? { [name]: value } : {};
};

/** A day, a time of it, and where that time is meant. */
const MOMENT = /^(\d{4}-\d\d-\d\d)T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/;

/** The moment of an address, in the one form in which moments are compared. What is no moment counts as if it were not there. */
export const momentIn = ({ at }: Search): { at?: string | undefined } => {
  const [, day] = (typeof at === 'string' && MOMENT.exec(at)) || [];
  const instant = isDay(day) ? Date.parse(String(at)) : NaN;
  return { at: Number.isNaN(instant) ? undefined : new Date(instant).toISOString() };
};

/** There is no 30 February, though it can be parsed. */
const isDay = (day: string | undefined): boolean => {
  const begin = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(begin) && new Date(begin).toISOString().startsWith(`${day}`);
};

/** A day, as YYYY-MM-DD. */
export const dayIn = (search: Search, name: string): Readonly<Record<string, string>> => {
  const { [name]: day } = textIn(search, name);
  return day?.length === 'YYYY-MM-DD'.length && isDay(day) ? { [name]: day } : {};
};

/** What of an address narrows the tasks of a directive. */
export const NARROWING = [
  'class',
  'state',
  'kind',
  'unit',
  'ref',
  'clause',
  'halt',
  'needs',
  'step',
  'due',
  'milestone',
  'place',
] as const;
/** Several values of one stand with commas between; a milestone is its name, its date and its state, with @ between. */
export type Narrowing = (typeof NARROWING)[number];

const ASKED = [...NARROWING, 'stood'] as const;
export type Narrowed = Partial<Record<(typeof ASKED)[number], string>>;

/** Which tasks of a directive are meant. */
export const narrowedIn = (search: Search): Narrowed =>
  Object.fromEntries(ASKED.flatMap((name) => Object.entries(textIn(search, name))));

const REHEARSED = ['of', 'example', 'from', 'until', 'policy', 'calendar', 'moment'] as const;
/** Of a rehearsal, what is played, `of` a directive that has been issued or the `example` that comes with the product, under what, and the moment of its clock. */
export type Rehearsed = Partial<Record<(typeof REHEARSED)[number], string>>;

export const rehearsedIn = (search: Search): Rehearsed =>
  Object.fromEntries(REHEARSED.flatMap((name) => Object.entries(textIn(search, name))));
