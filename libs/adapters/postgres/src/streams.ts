import type { Revision } from '@edict/runtime';

import { int4Array, textArray } from './arrays.ts';
import type { Query } from './database.ts';
import { toStored } from './text.ts';
import { Together } from './together.ts';

export type Row = Readonly<{ position: number; stream: string; revision: number; body: string }>;
type Asked = Readonly<{ stream: string; after: Revision; limit: number }>;

/** `LIMIT` of who wants all of it: the largest there is. */
const ALL = 2_147_483_647;

const STREAMS = `
  SELECT n::int AS n, position, revision, body
  FROM unnest($1::text[], $2::int[], $3::int[]) WITH ORDINALITY AS asked (stream, after, most, n), LATERAL (
    SELECT position, revision, body FROM event
    WHERE event.stream = asked.stream AND revision > after ORDER BY revision LIMIT most
  ) AS found ORDER BY n, revision`;

/** Reads streams, many with one question. */
export const streamReader = (query: Query): Together<Asked, readonly Row[]> =>
  new Together<Asked, readonly Row[]>({ underWay: 3, size: 256 }, async (asked) => {
    const found = (await query(STREAMS, packed(asked))) as unknown as readonly (Row & Readonly<{ n: number }>)[];
    const byPlace = Map.groupBy(found, ({ n }) => n);
    return asked.map(({ stream }, n) => (byPlace.get(n + 1) ?? []).map((row) => ({ ...row, stream })));
  });

const packed = (asked: readonly Asked[]) => [
  textArray(asked.map(({ stream }) => toStored(stream))),
  int4Array(asked.map(({ after }) => Math.min(after, ALL))),
  int4Array(asked.map(({ limit }) => Math.min(limit, ALL))),
];
