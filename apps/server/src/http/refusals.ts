import { isFor, needsConfirming } from '@edict/directives';

import { actAt } from '../access/routes.ts';
import { statusFor } from './problem-of.ts';

/** What the shell refuses before a rule is asked. */
const OF_EVERY_ROUTE = [
  'access/unauthorized',
  'request/capacity',
  'request/headers-too-large',
  'request/invalid',
  'request/malformed',
  'request/timeout',
  'request/too-many',
  'request/unit-unknown',
  'server/fault',
] as const;

const OF_BODIES = [
  'body/forbidden-key',
  'body/not-an-object',
  'body/not-json',
  'body/not-utf-8',
  'body/too-deep',
  'body/too-large',
  'body/unsupported-media-type',
] as const;

const OF_COMMANDS = [
  'act/in-the-future',
  'act/out-of-order',
  'act/stream-moved',
  'command/conflict',
  'command/mismatch',
  'request/idempotency-key-missing',
  'request/idempotency-key-too-long',
  'request/if-match',
  'store/closed',
  'store/corrupt',
  'store/full',
  'store/io',
  'store/no-answer',
] as const;

/** Of what can be asked as of a moment. */
const OF_MOMENTS = ['reading/in-the-future'] as const;

/** Of lists that can be. */
const OF_LISTS = ['reading/too-much'] as const;

const OF_QUESTIONS = ['request/position', 'views/behind'] as const;

/** Who it is not for. Not asked where it is for everybody who knocks. */
const OF_RIGHTS = ['access/duties-apart', 'access/not-granted', 'access-log/away', 'act/not-in-this-capacity'] as const;

/** What the rules of a route refuse with that cannot be read off its method: it is reached by a name that is a value. */
const OF_ROUTES: Readonly<Record<string, readonly string[]>> = {
  'get /form-reports/{id}/history': ['form/unknown'],
  'get /reports/{kind}': ['form/unknown', 'report/which-directive', 'report/which-form'],
  'get /reports/{kind}/file': ['form/unknown', 'report/which-directive', 'report/which-form'],
  'get /streams/{stream}': ['stream/unknown'],
  'get /streams/{stream}/evidence': ['seal/not-cleared'],
  'post /directives': ['classification/not-the-clearance'],
  'post /directives/{id}/reclassify': ['classification/not-the-clearance'],
  'post /exports': ['form/unknown', 'report/which-directive', 'report/which-form'],
  'post /matters': [
    'directive/unknown',
    'matter/no-standing-unit',
    'matter/outside-mandate',
    'matter/unknown',
    'task/unknown',
  ],
  'post /subscribers/{subscriber}/release': ['upkeep/not-parked', 'upkeep/not-skipped'],
  'post /views/{view}/rebuild': ['rebuild/unknown'],
};

/** What a route looks like from outside. `name`: `get /tasks/{id}`. */
type Route = Readonly<{
  name: string;
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
    ...OF_EVERY_ROUTE,
    ...ofForm(route),
    ...ofRights(route),
    ...(OF_ROUTES[route.name] ?? []),
    ...ofThings(route),
    ...codes,
  ];
  return Map.groupBy([...new Set(all)].toSorted(), statusFor);
};

const ofRights = ({ name }: Route): readonly string[] => {
  const [verb, path = ''] = name.split(' ');
  const act = actAt(`${verb}`.toUpperCase(), path.replaceAll(/\{(\w+)\}/g, ':$1')) ?? '';
  const ofOrigin = verb === 'get' ? [] : ['access/other-origin'];
  if (isFor(act, 'nobody')) return ofOrigin;
  const ofHeader = verb === 'get' ? [] : ['access/header-missing'];
  return [...OF_RIGHTS, ...ofOrigin, ...ofHeader, ...ofWhatIsShown(act)];
};

const ofWhatIsShown = (act: string): readonly string[] => [
  ...(/^(Read|Check)/.test(act) ? [] : ['access/read-only']),
  ...(needsConfirming(act) ? ['access/confirm'] : []),
];

const ofForm = (route: Route): readonly string[] => [
  ...(route.hasBody ? OF_BODIES : []),
  ...(route.hasKey ? OF_COMMANDS : []),
  ...(route.waits ? OF_QUESTIONS : []),
  ...(route.looksBack ? ofMoments(route) : []),
  ...(route.needsUnit ? ['request/unit-missing'] : []),
];

/** What is not there, or not for whoever asks; what is done may be about another thing as well. */
const ofThings = ({ name }: Route): readonly string[] => {
  const [, verb, thing] = /^(\w+) \/(directive|matter|task)s\/\{id\}/.exec(name) ?? [];
  if (thing === undefined) return [];
  return verb === 'get' ? [`${thing}/unknown`] : ['directive/unknown', 'matter/unknown', 'task/unknown'];
};

const ofMoments = ({ isList }: Route): readonly string[] => (isList ? [...OF_MOMENTS, ...OF_LISTS] : OF_MOMENTS);
