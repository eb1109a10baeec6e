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

const NARROWED = [
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
  'stood',
] as const;
export type Narrowed = Partial<Record<(typeof NARROWED)[number], string>>;

/** Which tasks of a directive are meant. */
export const narrowedIn = (search: Search): Narrowed =>
  Object.fromEntries(NARROWED.flatMap((name) => Object.entries(textIn(search, name))));
