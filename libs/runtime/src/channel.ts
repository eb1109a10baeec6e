/**
 * What is told outside: ids, and where to read more. `key` is the same each time that it is sent, for ever: whoever has taken it once can
 * know it again.
 */
export type Outgoing = Readonly<{
  key: string;
  address: string;
  notice: string;
  unit: string;
  about: string;
  directiveId: string;
  /** Of who gets it, where words are sent; `undefined`: nobody has said. */
  language?: string | undefined;
  /** What it came of, where something is traced. Nothing of it leaves. */
  traceparent?: string | undefined;
}>;

/** Why nothing ever gets to an address: it is in no public network, or has no TLS, and is not among those that are allowed all the same. */
export type Barred = 'notPublic' | 'withoutTls';

/** A way out. It comes after everything that decides whether something may leave, and there is none where nothing is to leave. */
export interface Channel {
  /** Resolves when the receiver has taken it. Throws `Undeliverable` where it never will, and anything else where it may yet. */
  send(message: Outgoing): Promise<void>;

  /** Says before anything is sent what can be known then; `undefined`: nothing speaks against it now. Whoever sends looks anew. */
  barred?(address: string): Promise<Barred | undefined>;
}

/** It is not tried again: an address that is none, a place where nothing may go, a receiver that said no for good. */
export class Undeliverable extends Error {
  override readonly name = 'Undeliverable';
}
