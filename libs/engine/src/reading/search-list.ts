import { searchedFor, searchView, unitSearchView, type SearchRow, type UnitSearchRow } from '@edict/directives';
import type { Place, Query } from '@edict/runtime';

import type { Find } from './find.ts';
import { pageOf, type Asked, type Fetch, type Page } from './page.ts';

type Row = SearchRow | UnitSearchRow;
type Sought = Readonly<{ text: string; kind: string | undefined }>;

const UNIT = 'unit';

/** Two views, one after the other: what belongs to directives, and units, which come last in the order of kinds as well. */
export const searchPage = (find: Find, { text, kind }: Sought, asked: Asked): Promise<Page<Row>> => {
  const query = { containing: { words: searchedFor(text) }, ...(kind === undefined ? {} : { where: { kind } }) };
  return pageOf({ fetch: inTurn(find, query), placeOf }, asked);
};

const ORDER = ['kind'] as const;

const placeOf = ({ kind, stream }: Row): Place => ({ values: [kind], key: stream });

const inTurn =
  (find: Find, query: Query): Fetch<Row> =>
  async (after, limit) => {
    const isPast = after?.values[0] === UNIT;
    const asking = (most: number, place: Place | undefined): Query => ({
      ...query,
      orderBy: [...ORDER],
      limit: most,
      ...(place ? { after: place } : {}),
    });
    const rows: readonly Row[] = isPast ? [] : await find<SearchRow>(searchView, asking(limit, after));
    if (rows.length === limit) return rows;
    const units = await find<UnitSearchRow>(unitSearchView, asking(limit - rows.length, isPast ? after : undefined));
    return [...rows, ...units];
  };
