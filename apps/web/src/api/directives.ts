import type { Shape } from '@edict/client';

import { useQuery, type UseQueryResult } from '@tanstack/react-query';

import { useApi } from './api.ts';
import { useList, type Listed } from './pages.ts';
import { useAsOf, useKnown, useOffice, type EventLine, type Task } from './tasks.ts';
import { useWrite } from './write.ts';

export type Directive = Shape<'Directive'>;
export type Finding = Shape<'Finding'>;
export type Clause = Shape<'ClauseLine'>;
export type Covered = Shape<'Coverage'>;

export const useDirectives = (): Listed<Directive> => {
  const api = useApi();
  const asOf = useAsOf();
  return useList(['directives', asOf], (query) => api.get('/directives', { query: { ...query, ...asOf } }));
};

export const useDirectiveTasks = (id: string): Listed<Task> => {
  const api = useApi();
  const asOf = useAsOf();
  return useList(['directive', id, 'tasks', asOf], (query) =>
    api.get('/directives/{id}/tasks', { path: { id }, query: { ...query, ...asOf } }),
  );
};

/** As they were known at another moment than the one that is shown. `null`: at none. */
export const useDirectiveTasksAt = (id: string, asOf: string | null): Listed<Task> => {
  const api = useApi();
  return useList(
    ['directive', id, 'tasks', { asOf }],
    (query) =>
      api.get('/directives/{id}/tasks', { path: { id }, query: { ...query, ...(asOf === null ? {} : { asOf }) } }),
    { enabled: asOf !== null },
  );
};

export const useCoverage = (id: string): Listed<Covered> => {
  const api = useApi();
  const asOf = useAsOf();
  return useList(['directive', id, 'coverage', asOf], (query) =>
    api.get('/directives/{id}/coverage', { path: { id }, query: { ...query, ...asOf } }),
  );
};

export type Figures = Shape<'StatisticsFigures'>;

/** What needs a decision, and what waits for a unit; as the report on it tells. */
export const useHalts = (id: string): UseQueryResult<Pick<Figures, 'stuck' | 'waiting'>> => {
  const api = useApi();
  const asOf = useAsOf();
  const office = useOffice();
  return useQuery({
    queryKey: ['directive', id, 'halts', asOf, office],
    queryFn: async () => {
      const query = { directiveId: id, ...asOf };
      const { figures } = await api.get('/reports/{kind}', { path: { kind: 'statistics' }, query });
      const { stuck, waiting } = figures as Figures;
      return { stuck, waiting };
    },
  });
};

export const useDirectiveHistory = (id: string): Listed<EventLine> => {
  const api = useApi();
  return useKnown(
    useList(['directive', id, 'history'], (query) => api.get('/directives/{id}/history', { path: { id }, query })),
  );
};

export const useClauses = (id: string): Listed<Clause> => {
  const api = useApi();
  return useList(['directive', id, 'clauses'], (query) => api.get('/directives/{id}/clauses', { path: { id }, query }));
};

/** What an inspection or an audit found of it. */
export const useRecordingFinding = (id: string) => {
  const api = useApi();
  return useWrite(
    ({ body, key }: Readonly<{ body: object; key: string }>) =>
      api.post('/directives/{id}/findings', { path: { id }, body: body as never, key }),
    [['directives'], ['directive', id]],
  );
};

export type WouldMove = Shape<'WouldMove'>;

/** Dates that a new edition of a calendar or a policy would move, if somebody confirms it. */
export const useWouldMove = (id: string): Listed<WouldMove> => {
  const api = useApi();
  return useList(['directive', id, 'would-move'], (query) =>
    api.get('/directives/{id}/would-move', { path: { id }, query }),
  );
};

const ACTS = {
  implement: '/directives/{id}/implement',
  withdrawImplementation: '/directives/{id}/withdraw-implementation',
  change: '/directives/{id}/change',
  reclassify: '/directives/{id}/reclassify',
  watch: '/directives/{id}/watch',
  enterTask: '/directives/{id}/tasks',
} as const;

export type DirectiveAct = keyof typeof ACTS;

/** What its issuer does with the whole of it. */
export const useActOnDirective = (id: string, verb: DirectiveAct) => {
  const api = useApi();
  return useWrite(
    ({ body, key }: Readonly<{ body: object; key: string }>) =>
      api.post(ACTS[verb], { path: { id }, body: body as never, key }),
    [['directives'], ['directive', id], ['inbox']],
  );
};

/** All of them, each for itself: what was refused is told with its code. */
export const useConfirmingMoves = (id: string) => {
  const api = useApi();
  return useWrite(
    ({ body, key }: Readonly<{ body: object; key: string }>) =>
      api.post('/directives/{id}/confirm-deadlines', { path: { id }, body: body as never, key }),
    [['directive', id], ['inbox']],
  );
};
