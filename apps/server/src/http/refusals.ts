import { statusOf } from './problem-of.ts';

/** What the shell refuses before a rule is asked: by its code, the status. */
const OF_EVERY_ROUTE = {
  'access/unauthorized': 401,
  'request/capacity': 400,
  'request/headers-too-large': 431,
  'request/invalid': 400,
  'request/malformed': 400,
  'request/timeout': 408,
  'request/too-many': 429,
  'server/fault': 500,
  'unit/unknown': 403,
} as const;

/** Before it is known which route is meant. */
const OF_PATHS = { 'route/method': 405, 'route/unknown': 404 } as const;

const OF_BODIES = {
  'body/forbidden-key': 400,
  'body/not-an-object': 400,
  'body/not-json': 400,
  'body/not-utf-8': 400,
  'body/too-deep': 400,
  'body/too-large': 413,
  'body/unsupported-media-type': 415,
} as const;

const OF_COMMANDS = {
  'act/in-the-future': 422,
  'act/out-of-order': 409,
  'act/stream-moved': 412,
  'command/conflict': 409,
  'command/mismatch': 422,
  'request/idempotency-key-missing': 400,
  'request/idempotency-key-too-long': 400,
  'request/if-match': 400,
  'store/closed': 503,
  'store/corrupt': 503,
  'store/full': 507,
  'store/io': 503,
  'store/no-answer': 503,
} as const;

/** Of what can be asked as of a moment. */
const OF_MOMENTS = { 'reading/in-the-future': 422 } as const;

/** Of lists that can be. */
const OF_LISTS = { 'reading/too-much': 422 } as const;

const OF_QUESTIONS = { 'request/position': 400, 'views/behind': 503 } as const;

const OF_SHELL: Readonly<Record<string, number>> = {
  ...OF_EVERY_ROUTE,
  ...OF_PATHS,
  ...OF_BODIES,
  ...OF_COMMANDS,
  ...OF_QUESTIONS,
  ...OF_MOMENTS,
  ...OF_LISTS,
  'document/invalid': 422,
  'rehearsal/busy': 503,
  'rehearsal/ends-before-issue': 422,
  'request/unit-missing': 400,
};

/** What a route looks like from outside. */
type Route = Readonly<{
  hasBody: boolean;
  hasKey: boolean;
  needsUnit: boolean;
  waits: boolean;
  looksBack: boolean;
  isList: boolean;
}>;

/** Every code that a route may answer, those of its rules among them, by status. */
export const refusalsOf = (route: Route, codes: readonly string[]): ReadonlyMap<number, readonly string[]> => {
  const all = [
    ...Object.keys(OF_EVERY_ROUTE),
    ...(route.hasBody ? Object.keys(OF_BODIES) : []),
    ...(route.hasKey ? Object.keys(OF_COMMANDS) : []),
    ...(route.waits ? Object.keys(OF_QUESTIONS) : []),
    ...(route.looksBack ? ofMoments(route) : []),
    ...(route.needsUnit ? ['request/unit-missing'] : []),
    ...codes,
  ];
  return Map.groupBy([...new Set(all)].toSorted(), statusFor);
};

const ofMoments = ({ isList }: Route): readonly string[] =>
  Object.keys(isList ? { ...OF_MOMENTS, ...OF_LISTS } : OF_MOMENTS);

export const statusFor = (code: string): number => OF_SHELL[code] ?? statusOf(code);
