import type { Shape } from '@edict/client';

import { useApi } from './api.ts';
import { useList, type Listed } from './pages.ts';
import { useAsOf, type Task } from './tasks.ts';

export type Directive = Shape<'Directive'>;
export type Finding = Shape<'Finding'>;

export const useDirectives = (): Listed<Directive> => {
  const api = useApi();
  return useList(['directives'], (query) => api.get('/directives', { query }));
};

export const useDirectiveTasks = (id: string): Listed<Task> => {
  const api = useApi();
  const asOf = useAsOf();
  return useList(['directive', id, 'tasks', asOf], (query) =>
    api.get('/directives/{id}/tasks', { path: { id }, query: { ...query, ...asOf } }),
  );
};
