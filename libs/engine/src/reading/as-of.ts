import {
  directiveView,
  formReportView,
  matterView,
  noticeView,
  standingUnitView,
  taskView,
  unitView,
} from '@edict/directives';
import { Rejection, type Instant, type Row } from '@edict/kernel';
import {
  happened,
  tableOf,
  type AnyProjection,
  type EventStore,
  type Place,
  type Query,
  type Range,
  type Value,
} from '@edict/runtime';

import type { Find } from './find.ts';

/** Views of which each row is folded from one stream: its category, and the column that has its id. */
const STREAMS: ReadonlyMap<string, readonly [category: string, id: string]> = new Map(
  (
    [
      [directiveView, 'directive', 'directiveId'],
      [formReportView, 'formReport', 'formReportId'],
      [matterView, 'matter', 'matterId'],
      [noticeView, 'notification', 'notificationId'],
      [standingUnitView, 'standingUnit', 'standingUnitId'],
      [taskView, 'task', 'taskId'],
      [unitView, 'unit', 'unitId'],
    ] as const
  ).map(([view, category, id]) => [tableOf(view), [category, id]]),
);

/** What stays as it is from the first event on, and so narrows what is folded. */
const FIXED = ['directiveId', 'formId', 'ofDay'];

/** So many streams are folded for one question, and no more (ADR 18). */
export const MOST_FOLDED = 10_000;
const AT_A_TIME = 200;

/** `find`: rows as they stand, of what the reader may see now. `show`: told of what of them is shown. */
type Present = Readonly<{ store: EventStore; find: Find; show(rows: readonly Row[]): Promise<void> }>;

/**
 * Rows as they were known at a moment: every stream that has one now, folded up to it (ADR 18). Who may see it is judged as of now, as it is
 * for one thing. Throws `Rejection` where that would be too much.
 */
export const findAsOf = ({ store, find, show }: Present, asOf: Instant): Find => {
  const known = new Map<string, Promise<readonly Row[]>>();

  const fold = async (view: AnyProjection, stream: string): Promise<Row | undefined> => {
    const history = (await store.read(stream)).map(happened).filter(({ recordedAt }) => recordedAt <= asOf);
    return history.reduce<Row | undefined>((row, event) => view.evolve(row, event), undefined);
  };
  const folded = async (view: AnyProjection, where: Query['where']): Promise<readonly Row[]> => {
    const [category, id] = STREAMS.get(tableOf(view)) ?? [];
    if (category === undefined || id === undefined) throw new TypeError(`${view.table} has no past.`);
    const now = await find(view, { ...(where ? { where } : {}), limit: MOST_FOLDED + 1 });
    if (now.length > MOST_FOLDED)
      throw new Rejection(
        'reading/too-much',
        `${MOST_FOLDED} things at most are looked back on, and there are more: name a directive.`,
      );
    const rows: (Row | undefined)[] = [];
    for (let from = 0; from < now.length; from += AT_A_TIME) {
      const some = now.slice(from, from + AT_A_TIME);
      rows.push(...(await Promise.all(some.map((row) => fold(view, `${category}-${String(row[id])}`)))));
    }
    return rows.filter((row) => row !== undefined);
  };
  const rowsOf = (view: AnyProjection, where: Query['where'] = {}): Promise<readonly Row[]> => {
    const fixed = Object.fromEntries(Object.entries(where).filter(([column]) => FIXED.includes(column)));
    const key = JSON.stringify([tableOf(view), fixed]);
    const rows = known.get(key) ?? folded(view, fixed);
    known.set(key, rows);
    return rows;
  };
  return async <R extends Row>(view: AnyProjection, query: Query) => {
    const [, id = ''] = STREAMS.get(tableOf(view)) ?? [];
    const found = picked(await rowsOf(view, query.where), query, id) as readonly R[];
    await show(found);
    return found;
  };
};

const picked = (rows: readonly Row[], query: Query, id: string): readonly Row[] => {
  const { where = {}, within = {}, orderBy = [], backwards = false, after, limit } = query;
  const holds = (row: Row): boolean =>
    Object.entries(where).every(([column, value]) => row[column] === value) &&
    Object.entries(within).every(([column, range]) => isIn(row[column], range));
  const placeOf = (row: Row): Place => ({ values: orderBy.map((column) => row[column] ?? null), key: String(row[id]) });
  const order = (a: Place, b: Place): number => (backwards ? compared(b, a) : compared(a, b));
  return rows
    .filter(holds)
    .map((row) => ({ row, place: placeOf(row) }))
    .filter(({ place }) => !after || order(place, after) > 0)
    .sort((a, b) => order(a.place, b.place))
    .slice(0, limit)
    .map(({ row }) => row);
};

const isIn = (value: Value | undefined, { from, below }: Range): boolean =>
  value !== null &&
  value !== undefined &&
  (from === undefined || value >= from) &&
  (below === undefined || value < below);

const compared = (a: Place, b: Place): number => {
  const [left, right] = [
    [...a.values, a.key],
    [...b.values, b.key],
  ];
  const n = left.findIndex((value, index) => value !== right[index]);
  return n < 0 ? 0 : valuesCompared(left[n]!, right[n]!);
};

/** Null comes first, as in every store. */
const valuesCompared = (a: Value, b: Value): number => {
  if (a === null || b === null) return a === null ? -1 : 1;
  return a < b ? -1 : 1;
};
