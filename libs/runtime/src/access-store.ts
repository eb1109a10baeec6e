import type { Instant, Json } from '@edict/kernel';

/**
 * Something by which somebody is known: a hash of a password, a session, an invitation. `key` is unique within its `kind`; whatever
 * must not be read back is a hash already. From `until` on it is not there any more; `null`: until it is taken away.
 */
export type AccessEntry = Readonly<{
  kind: string;
  key: string;
  account: string | null;
  until: Instant | null;
  value: Json;
}>;

/** What may change and must be forgotten, and therefore is in no log: secrets, sessions, names. Small, and the only such place. */
export interface AccessStore {
  /** `undefined`: there is none, or not any more at `now`. */
  get(kind: string, key: string, now: Instant): Promise<AccessEntry | undefined>;

  /** Replaces what was there under this kind and key. Durable when it resolves. */
  put(kept: AccessEntry): Promise<void>;

  /**
   * Takes the place of `before` if that is still exactly what is there (`undefined`: nothing), and says whether it was. Of several at
   * once one succeeds: so an invitation is taken up once, and a one-time password is good once. `undefined` after it: it is gone.
   */
  swap(
    place: Pick<AccessEntry, 'kind' | 'key'>,
    before: AccessEntry | undefined,
    after: AccessEntry | undefined,
  ): Promise<boolean>;

  /** All of a kind that an account has at `now`, by key. */
  of(kind: string, account: string, now: Instant): Promise<readonly AccessEntry[]>;

  /** Forgets what matches all that is named, and what is past its end; says how many that were. */
  forget(which: Readonly<{ kind: string; account?: string; until?: Instant }>): Promise<number>;

  close(): Promise<void>;
}
