import { ProblemAnswer, type Client, type Shape } from '@edict/client';
import { queryOptions, type QueryClient, type QueryState } from '@tanstack/react-query';

import type { Office } from './api.ts';
import type { ListOf, Page, Pages } from './pages.ts';

export type Task = Shape<'TaskDetail'>;

type Which = Readonly<{ id: string; asOf: AsOf; office: Office | null }>;

export const taskQuery = (api: Client, { id, asOf, office }: Which) =>
  queryOptions({
    queryKey: ['task', id, asOf, office],
    queryFn: () => api.get('/tasks/{id}', { path: { id }, query: asOf }),
  });

type AsOf = Readonly<{ asOf?: string }>;

export const inboxList = (api: Client, asOf: AsOf): ListOf<Task> => [
  ['inbox', asOf],
  (page) => api.get('/inbox', { query: { ...page, ...asOf } }),
];

type Renewing = Readonly<{ client: QueryClient; api: Client; office: Office | null }>;

/** Puts one task of the inbox right rather than ask for all of them anew: there may be ten thousand. */
export const renewInInbox = async ({ client, api, office }: Renewing, id: string): Promise<void> => {
  const queryKey = ['inbox', {}, office];
  const task = await client.query(taskQuery(api, { id, asOf: {}, office })).catch(unlessGone);
  if (isToComeWhole(client.getQueryState(queryKey))) return client.invalidateQueries({ queryKey });
  // A page on its way would bring back the list as it was; whoever shows the list asks for that page again.
  await client.cancelQueries({ queryKey });
  client.setQueryData<Pages<Task>>(queryKey, (pages) => pages && withTask(pages, { id, task, office }));
};

/** It is asked for anew as a whole, or is to be: what would be put right in it now would end that. */
const isToComeWhole = (state: QueryState | undefined): boolean =>
  !state?.data || state.isInvalidated || (state.fetchStatus !== 'idle' && !state.fetchMeta?.fetchMore);

/** Hidden and gone are the same. */
const unlessGone = (error: unknown): undefined => {
  if (error instanceof ProblemAnswer && error.problem.status === 404) return undefined;
  throw error;
};

type Renewed = Readonly<{ id: string; task: Task | undefined; office: Office | null }>;

/** The pages with this task as it is now: in its place, at the end where it is new, and nowhere once it lies with somebody else or is over. */
export const withTask = ({ pages, pageParams }: Pages<Task>, { id, task, office }: Renewed): Pages<Task> => {
  const isHere = task !== undefined && task.unit === office?.unit && !OVER.includes(task.state);
  const isKnown = pages.some(({ items }) => items.some((each) => each.id === id));
  const changed = pages.map((page, index): Page<Task> => {
    const items = page.items.flatMap((each) => (each.id !== id ? [each] : isHere ? [task] : []));
    const isNew = isHere && !isKnown && index === pages.length - 1;
    return { ...page, items: isNew ? [...items, task] : items };
  });
  return { pages: changed, pageParams };
};

/** The inbox of the API holds what is not over. */
const OVER: readonly string[] = ['accepted', 'lapsed', 'cancelled'];
