import { canonical, type Json } from './canonical.ts';
import { sha256 } from './ids.ts';

/** What of an event is hashed, apart from its place in the stream. `meta` is without `hash`. */
export type Linked = Readonly<{ id: string; type: string; data: Json; meta: Readonly<Record<string, string>> }>;

/**
 * The hash of an event, sealed to the one before it: SHA-256 (hex) over the canonical JSON (RFC 8785) of
 * [previous hash, stream, revision, id, type, meta, data]. The global position is in no hash: a log can be moved.
 */
export const linkHash = (
  previous: string,
  stream: string,
  revision: number,
  { id, type, data, meta }: Linked,
): string => sha256(canonical([previous, stream, revision, id, type, meta, data]));

/** Where every chain of an installation (or of a rehearsal) begins. */
export const genesisOf = (installation: string): string => sha256(installation);
