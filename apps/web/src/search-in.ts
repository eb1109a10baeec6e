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
