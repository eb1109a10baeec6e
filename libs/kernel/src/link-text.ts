import { canonical, type Json } from './canonical.ts';

/** What of an event is hashed, apart from its place in the stream. `meta` is without `hash`. */
export type Linked = Readonly<{ id: string; type: string; data: Json; meta: Readonly<Record<string, string>> }>;

/** The same with `data` and `meta` as canonical texts: whoever has them need not spell them again. */
export type SpelledLinked = Readonly<{ id: string; type: string; data: string; meta: string }>;

/** The text that the hash of an event is of: the canonical JSON (RFC 8785) of [previous hash, stream, revision, id, type, meta, data]. */
export const linkText = (previous: string, stream: string, revision: number, event: Linked): string =>
  spelledLinkText(previous, stream, revision, {
    ...event,
    data: canonical(event.data),
    meta: canonical(event.meta),
  });

export const spelledLinkText = (
  previous: string,
  stream: string,
  revision: number,
  { id, type, data, meta }: SpelledLinked,
): string => `${canonical([previous, stream, revision, id, type]).slice(0, -1)},${meta},${data}]`;
