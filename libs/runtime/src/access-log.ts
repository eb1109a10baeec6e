import { canonical, sha256, type Instant } from '@edict/kernel';

/**
 * Who read, took out or changed what. `act`: a route, or a command of the terminal. `about`: the stream that it was done to; `null`: none by
 * name. `rank`: how secret that was then, from 0 (open). `from`: an address.
 */
export type AccessRecord = Readonly<{
  at: Instant;
  who: string;
  capacity: string;
  unit: string;
  act: string;
  about: string | null;
  rank: number;
  from: string;
}>;

/** `n` counts from 0 without gaps. `hash` seals it to the one before. */
export type KeptAccess = AccessRecord & Readonly<{ n: number; hash: string }>;

/** `after`: those that come after that one. `rank`: at most. `until` is not included. */
export type AccessWhere = Readonly<{
  after?: number;
  rank?: number;
  who?: string | undefined;
  about?: string | undefined;
  since?: Instant | undefined;
  until?: Instant | undefined;
}>;

/** A log of its own, so that the places in the log of what was done tell nobody what was read. Nothing in it is ever changed. */
export interface AccessLog {
  /** All of them or none, in their order; durable when it resolves. Throws a `StoreUnavailable`. */
  append(records: readonly AccessRecord[]): Promise<readonly KeptAccess[]>;

  /** In their order, `limit` at most. */
  read(where: AccessWhere, limit: number): Promise<readonly KeptAccess[]>;

  /** `undefined`: it is empty. */
  last(): Promise<KeptAccess | undefined>;

  close(): Promise<void>;
}

/** SHA-256 over the canonical JSON (RFC 8785) of [hash before, n, record]; before the first stands `genesis`. */
export const accessHash = (before: string, n: number, record: AccessRecord): string => {
  const { at, who, capacity, unit, act, about, rank, from } = record;
  return sha256(canonical([before, n, { at, who, capacity, unit, act, about, rank, from }]));
};

/** Records as they are kept after `last`. */
export const linked = (
  genesis: string,
  last: KeptAccess | undefined,
  records: readonly AccessRecord[],
): readonly KeptAccess[] => {
  let [n, before] = last ? [last.n, last.hash] : [-1, genesis];
  return records.map((record) => {
    n += 1;
    before = accessHash(before, n, record);
    return { ...record, n, hash: before };
  });
};
