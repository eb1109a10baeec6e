import { rankOf, type Act, type LabelRow } from '@edict/directives';
import type { Seen } from '@edict/engine';
import type { FastifyRequest } from 'fastify';

import type { Journal, Seeing } from './journal.ts';

/** From here on it is on the disk before it is answered: Mật, the first grade of state secrets. */
const GRAVE = rankOf('confidential');

/** What somebody may do, and how they are known, is changed by these. */
const OF_PERMISSIONS: readonly Act[] = [
  'OpenAccount',
  'GiveGrant',
  'WithdrawGrant',
  'SetClearance',
  'DisableAccount',
  'EnableAccount',
  'EstablishOffice',
  'Appoint',
  'EndAppointment',
  'CloseOffice',
  'EndSessions',
  'LinkSubject',
  'ResetSignIn',
  'IssueToken',
  'RevokeToken',
  'ReclassifyDirective',
];

/** What leaves the house as a whole. */
const EXPORTS = ['/attachments/:id/content', '/reports/:kind/file', '/exports', '/exports/:id/file'];
const WATCHERS = ['auditor', 'inspector'];

/** In one request each directive is recorded once. */
export const watching = (journal: Journal, request: FastifyRequest): Seen => {
  const known = new Set<string>();
  return async (labels) => {
    const fresh = labels.filter(({ directiveId }) => !known.has(directiveId));
    if (fresh.length === 0) return;
    for (const { directiveId } of fresh) known.add(directiveId);
    const seen = fresh.map((label) => readBy(request, label));
    await (fresh.some(({ level }) => level >= GRAVE) ? journal.now(seen) : journal.soon(seen));
  };
};

const readBy = (request: FastifyRequest, { directiveId, level }: LabelRow): Seeing => ({
  ...doneBy(request),
  about: `directive-${directiveId}`,
  rank: level,
});

/** What is recorded whatever it meets: changes of permissions, before they are made; what is taken out; and who watches the watchers. */
export const recordAct = async (journal: Journal, request: FastifyRequest): Promise<void> => {
  const { act } = request.routeOptions.config;
  const done = { ...doneBy(request), about: streamIn(request), rank: 0 };
  if (act && OF_PERMISSIONS.includes(act)) await journal.now([done]);
  else if (isTakenOut(request) || isWatched(request)) await journal.soon([done]);
};

const isTakenOut = ({ routeOptions }: FastifyRequest): boolean => EXPORTS.includes(routeOptions.url ?? '');

const isWatched = ({ routeOptions, acting }: FastifyRequest): boolean =>
  routeOptions.config.act === 'ReadAccessLog' ||
  (routeOptions.url === '/search' && WATCHERS.includes(acting?.capacity ?? ''));

const doneBy = (request: FastifyRequest): Omit<Seeing, 'about' | 'rank'> => ({
  who: request.principal.id,
  capacity: request.acting?.capacity ?? '',
  unit: request.acting?.unit ?? '',
  act: `${request.method} ${request.routeOptions.url ?? ''}`,
  from: request.ip,
});

const NOUNS: readonly (readonly [string, string])[] = [
  ['/accounts/', 'account'],
  ['/offices/', 'office'],
  ['/attachments/', 'attachment'],
  ['/directives/', 'directive'],
  ['/exports/', 'export'],
];

/** What was asked for by its id, as it was written: whether there is such a one is not asked. */
const streamIn = ({ routeOptions, params, body }: FastifyRequest): string | null => {
  const noun = NOUNS.find(([path]) => routeOptions.url?.startsWith(path))?.[1];
  const { id, kind } = params as Readonly<{ id?: string; kind?: string }>;
  const report = routeOptions.url === '/exports' ? kindIn(body) : kind;
  if (report !== undefined) return `report-${report.slice(0, LONGEST)}`;
  return noun === undefined || id === undefined ? null : `${noun}-${id.slice(0, LONGEST)}`;
};

const kindIn = (body: unknown): string | undefined => {
  const { kind } = (body ?? {}) as Readonly<{ kind?: unknown }>;
  return typeof kind === 'string' ? kind : undefined;
};

const LONGEST = 100;
