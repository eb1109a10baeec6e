import type { Shape } from '@edict/client';

import { useApi } from './api.ts';
import { useList, type Listed } from './pages.ts';
import { useAsOf, useKnown, type EventLine, type Task } from './tasks.ts';

export type Directive = Shape<'Directive'>;
export type Finding = Shape<'Finding'>;
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

export const useCoverage = (id: string): Listed<Covered> => {
  const api = useApi();
  const asOf = useAsOf();
  return useList(['directive', id, 'coverage', asOf], (query) =>
    api.get('/directives/{id}/coverage', { path: { id }, query: { ...query, ...asOf } }),
  );
};

export const useDirectiveHistory = (id: string): Listed<EventLine> => {
  const api = useApi();
  return useKnown(
    useList(['directive', id, 'history'], (query) => api.get('/directives/{id}/history', { path: { id }, query })),
  );
};
