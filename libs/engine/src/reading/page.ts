import type { Place } from '@edict/runtime';

/** `next`: the place after which the next page begins; `null`: this is the last one. */
export type Page<T> = Readonly<{ items: readonly T[]; next: Place | null }>;

/** From the beginning, or from what comes after a place; `limit` of them at most. */
export type Asked = Readonly<{ after?: Place | undefined; limit: number }>;

/** Rows in their order, after a place. Fewer than asked for: there are no more. */
export type Fetch<R> = (after: Place | undefined, limit: number) => Promise<readonly R[]>;

type Paging<R> = Readonly<{
  fetch: Fetch<R>;
  placeOf: (row: R) => Place;
  /** What no store can judge; all are kept if left out. */
  keep?: (row: R) => boolean;
}>;

const BATCH = 500;

/** One row more than asked for is looked for: it tells whether there is a next page. */
export const pageOf = async <R>({ fetch, placeOf, keep }: Paging<R>, { after, limit }: Asked): Promise<Page<R>> => {
  const size = keep ? Math.max(BATCH, limit + 1) : limit + 1;
  const found: R[] = [];
  for (let place = after; ;) {
    const rows = await fetch(place, size);
    found.push(...(keep ? rows.filter(keep) : rows));
    if (found.length > limit || rows.length < size) break;
    place = placeOf(rows.at(-1)!);
  }
  const items = found.slice(0, limit);
  return { items, next: found.length > limit ? placeOf(items.at(-1)!) : null };
};

/** Of a list that is at hand as a whole, by an id that each has once. */
export const pageIn = <T>(
  all: readonly T[],
  idOf: (item: T, n: number) => string,
  { after, limit }: Asked,
): Page<T> => {
  const ids = all.map(idOf);
  const from = after ? ids.indexOf(after.key) + 1 || all.length : 0;
  const items = all.slice(from, from + limit);
  const more = from + limit < all.length;
  return { items, next: more ? { values: [], key: ids[from + limit - 1]! } : null };
};
