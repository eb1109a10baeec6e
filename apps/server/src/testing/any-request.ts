type Schema = Readonly<{ $ref?: string; enum?: readonly string[]; example?: unknown; type?: string; format?: string }>;

export type Parameter = Readonly<{ name: string; in: string; required?: boolean; schema?: Schema; example?: unknown }>;
export type Schemas = Readonly<Record<string, Readonly<{ properties?: Readonly<Record<string, Schema>> }>>>;
export type Operation = Readonly<{
  parameters?: readonly Parameter[];
  requestBody?: Readonly<{ content: Readonly<Record<string, Readonly<{ schema: Schema }>>> }>;
  responses: Readonly<Record<string, Readonly<{ content?: object }>>>;
}>;

/** What there is to ask about: the streams of either world, and a word that only what is hidden has. */
type Known = Readonly<{ path: string; streams: readonly string[]; mark: string; schemas: Schemas }>;

const NOBODY = '00000000-0000-5000-8000-000000000000';

/**
 * What to put for a parameter: every id that there is in either world, and one that is in none. Throws for a parameter that is new, so that
 * whoever adds a route says what is to be asked there.
 */
export const valuesFor = (parameter: Parameter, known: Known): readonly string[] => {
  const { name, schema } = parameter;
  if (name === 'id' || name === 'stream') return idsFor(known);
  if (schema?.enum) return schema.enum;
  const values = Object.hasOwn(BY_NAME, name) ? BY_NAME[name]!(known) : undefined;
  if (!values) throw new Error(`${known.path}: say in testing/any-request.ts what to ask for ${name}.`);
  return values;
};

const NOUNS = [
  ['/directives/', 'directive'],
  ['/tasks/', 'task'],
  ['/matters/', 'matter'],
  ['/attachments/', 'attachment'],
  ['/form-reports/', 'formReport'],
] as const;

const idsFor = ({ path, streams }: Known): readonly string[] => {
  const noun = NOUNS.find(([start]) => path.startsWith(start))?.[1];
  const all = [...streams, `task-${NOBODY}`];
  if (path.startsWith('/streams/')) return all;
  if (path.startsWith('/lookup/')) return [...all, ...all.map(idOf), ...NAMES];
  const named = Object.entries(BY_PATH).find(([start]) => path.startsWith(start));
  if (named) return named[1];
  return [...all.filter((stream) => stream.startsWith(`${noun}-`)).map(idOf), NOBODY];
};

/** Of no directive, or of none in either world. */
const BY_PATH: Readonly<Record<string, readonly string[]>> = {
  '/deliveries/': [NOBODY],
  '/units/': ['politburo', 'nobody'],
  '/successions/': ['merge-2025-tuyen-quang', 'nobody'],
  '/accounts/': ['local', NOBODY],
};

const NAMES = ['hidden', 'shown', '7-KL/TW', '8-KL/TW', 'hidden#1-1', '7-KL/TW#1-1', '8-KL/TW#1-2', 'hidden#9'];

const idOf = (stream: string): string => stream.slice(stream.indexOf('-') + 1);

const directives = ({ streams }: Known): readonly string[] => [
  ...streams.filter((stream) => stream.startsWith('directive-')).map(idOf),
  NOBODY,
];

const units = (): readonly string[] => ['government-party-committee', 'politburo', 'nobody'];

const BY_NAME: Readonly<Record<string, (known: Known) => readonly string[]>> = {
  about: ({ streams }) => streams,
  form: () => ['staff'],
  concerning: ({ streams }) => [...streams.filter((stream) => stream.startsWith('task-')).map(idOf), NOBODY],
  repeats: ({ streams }) => [...streams.filter((stream) => stream.startsWith('matter-')).map(idOf), NOBODY],
  task: ({ streams }) => [...streams.filter((stream) => stream.startsWith('task-')).map(idOf), NOBODY],
  directiveId: directives,
  unit: units,
  committee: units,
  parent: units,
  from: units,
  recommendedTo: units,
  ref: () => ['1-1', '9-9'],
  subscriber: () => ['escalation', 'nobody'],
  referenceId: () => ['vn-party'],
  q: ({ mark }) => [mark, mark.slice(0, 4), 'hidden', '7-KL/TW', 'shown', '8-KL'],
  clause: () => ['1', '2'],
  code: () => ['forged'],
  who: () => ['local', 'not-the-level'],
  since: () => ['2025-05-16T02:00:00Z'],
  until: () => ['2025-05-30T02:00:00Z', '2025-06-30T02:00:00Z'],
  limit: () => ['1', '2', '100'],
  cursor: () => ['forged'],
  asOf: () => ['2025-05-15T00:00:00Z', '2025-05-16T02:00:00Z', '2025-05-30T02:00:00Z'],
  at: () => ['2025-05-15T00:00:00Z', '2025-05-30T02:00:00Z'],
  on: () => ['2025-05-30'],
  number: () => ['1'],
  token: () => ['local', NOBODY],
  handle: () => [NOBODY],
  subscription: () => [NOBODY],
  file: () => ['forged.ics'],
  by: () => ['state', 'unit', 'directiveId', 'deadlineClass', 'kind'],
  view: () => ['alarm', 'nothing'],
  kind: () => ['once', 'escalation', 'directive', 'task'],
  state: () => ['assigned', 'received'],
  deadlineClass: () => ['overdue'],
};

/** What the description gives as an example of the body that an operation takes. */
export const exampleFor = ({ requestBody }: Operation, schemas: Schemas): Record<string, unknown> => {
  const reference = requestBody?.content['application/json']?.schema.$ref ?? '';
  const { properties = {} } = schemas[reference.split('/').at(-1)!] ?? {};
  const entries = Object.entries(properties).map(([key, schema]) => [key, schema.example ?? schema.enum?.[0]]);
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined)) as Record<string, unknown>;
};

/** Answers at once; a stream of events does not. */
export const answersAtOnce = ({ responses }: Operation): boolean =>
  !Object.values(responses).some(({ content }) => content && 'text/event-stream' in content);
