import { sha256 } from './ids.ts';
import { linkText, spelledLinkText, type Linked, type SpelledLinked } from './link-text.ts';

/**
 * The hash of an event, sealed to the one before it: SHA-256 (hex) over its `linkText`. The global position is in no hash: a log can be moved.
 */
export const linkHash = (previous: string, stream: string, revision: number, event: Linked): string =>
  sha256(linkText(previous, stream, revision, event));

/** The same where `data` and `meta` are canonical texts already. */
export const spelledLinkHash = (previous: string, stream: string, revision: number, event: SpelledLinked): string =>
  sha256(spelledLinkText(previous, stream, revision, event));

/** Where every chain of an installation (or of a rehearsal) begins. */
export const genesisOf = (installation: string): string => sha256(installation);
