import { deadlineClassOf, taskView, type DeadlineClass, type TaskRow, type TaskStatus } from '@edict/directives';
import type { Instant } from '@edict/kernel';
import type { Place, Query } from '@edict/runtime';

import type { Find } from './find.ts';
import { pageOf, type Asked, type Fetch, type Page } from './page.ts';

/** `unit`: in whose inbox it is, or was when it was over. */
export type TasksWhere = Readonly<{
  directiveId?: string;
  unit?: string;
  state?: string;
  kind?: string;
  clause?: string;
  deadlineClass?: DeadlineClass;
}>;

/** The states in which something is still to come of a task. A state that is new to the domain does not compile until it is here or excluded. */
const OPEN: Readonly<Record<Exclude<TaskStatus, 'accepted' | 'lapsed' | 'cancelled'>, true>> = {
  assigned: true,
  acknowledged: true,
  refused: true,
  delegated: true,
  inProgress: true,
  suspended: true,
  submitted: true,
  returned: true,
};

type At = Readonly<{ find: Find; now: Instant }>;

/** Tasks in the order of their deadlines; those without one come last, in the order of the text. */
export const tasksPage = ({ find, now }: At, where: TasksWhere, asked: Asked): Promise<Page<TaskRow>> => {
  const { deadlineClass, ...columns } = where;
  const query = { where: columns, ...narrowed(deadlineClass, now) };
  const isOf = (row: TaskRow) => deadlineClassOf(row, now) === deadlineClass;
  const paging = { fetch: byDeadline(find, [query]), placeOf };
  return pageOf(deadlineClass ? { ...paging, keep: isOf } : paging, asked);
};

/** What lies with a unit and is not over. */
export const inboxPage = ({ find }: Pick<At, 'find'>, unit: string, asked: Asked): Promise<Page<TaskRow>> => {
  const queries = Object.keys(OPEN).map((state) => ({ where: { unit, state } }));
  return pageOf({ fetch: byDeadline(find, queries), placeOf }, asked);
};

/** What a store can know of a class, so that fewer rows are looked at. Only the clock knows all of it. */
const narrowed = (deadlineClass: DeadlineClass | undefined, now: Instant): Query => {
  switch (deadlineClass) {
    case 'doneInTime':
    case 'doneLate':
      return { within: { dueAt: {}, decidedAt: {} } };
    case 'overdue':
      return { within: { dueAt: { below: `${now}~` } } };
    case 'dueSoon':
      return { within: { dueAt: { from: now }, dueSoonAt: { below: `${now}~` } } };
    case 'inTime':
      return { within: { dueAt: {} } };
    default:
      return {};
  }
};

const ORDER = ['dueAt', 'ref'] as const;

const placeOf = ({ dueAt, ref, taskId }: TaskRow): Place => ({ values: [dueAt, ref], key: taskId });

/** Each query is one look into an index; what they find is merged. Null comes first in a view, so what has a date is asked for by itself. */
const byDeadline =
  (find: Find, queries: readonly Query[]): Fetch<TaskRow> =>
  async (after, limit) => {
    const ask = async (part: (query: Query) => Query) =>
      (await Promise.all(queries.map((query) => find<TaskRow>(taskView, part(query))))).flat().sort(inOrder);
    const [due, ref] = after?.values ?? [];
    const isDated = due !== null;
    const first = isDated ? await ask((query) => ({ ...dated(query), limit, ...(after && { after }) })) : [];
    if (first.length >= limit) return first.slice(0, limit);
    const place = isDated || !after ? {} : { after: { values: [ref!], key: after.key } };
    const rest = await ask((query) => ({ ...undated(query), limit: limit - first.length, ...place }));
    return [...first, ...rest.slice(0, limit - first.length)];
  };

const dated = (query: Query): Query => ({ ...query, within: { dueAt: {}, ...query.within }, orderBy: [...ORDER] });

/** Where all have none, the order goes on with the ref: a bound that an index can begin at. */
const undated = (query: Query): Query => ({ ...query, where: { ...query.where, dueAt: null }, orderBy: ['ref'] });

const inOrder = (a: TaskRow, b: TaskRow): number => (keyOf(a) < keyOf(b) ? -1 : 1);

const keyOf = ({ dueAt, ref, taskId }: TaskRow): string => [dueAt ?? '~', ref, taskId].join('\u0000');
