import { canonical, type Json } from './canonical.ts';

/** What of an event is hashed, apart from its place in the stream. `meta` is without `hash`. */
export type Linked = Readonly<{ id: string; type: string; data: Json; meta: Readonly<Record<string, string>> }>;

/** The text that the hash of an event is of: the canonical JSON (RFC 8785) of [previous hash, stream, revision, id, type, meta, data]. */
export const linkText = (
  previous: string,
  stream: string,
  revision: number,
  { id, type, data, meta }: Linked,
): string => canonical([previous, stream, revision, id, type, meta, data]);
