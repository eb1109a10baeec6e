import { genesisOf, idFrom, type Json, type Message } from '@edict/kernel';
import { chain, type Meta, type NewEvent, type Recorded } from '@edict/runtime';

/** A stream as its only writer knows it. */
export type Place = { readonly stream: string; revision: number; last: NewEvent | undefined };

/** What is compared: whatever resolves an append when it is on disk. */
export type Candidate = Readonly<{
  append(place: Place, messages: readonly Message[], meta: Meta): Promise<void>;
  /** How many events the stream has, each decoded into an object. */
  read(stream: string): Promise<number>;
  /** How many events the log has, each decoded into an object. */
  replay(): Promise<number>;
  /** Resolves with the bytes on disk, once nothing is left in a write-ahead log. */
  close(): Promise<number>;
}>;

const genesis = genesisOf('bench');

/** The work that the executor does for each event before the store sees it: id, link to the one before, hash. */
export const sealed = ({ stream, revision, last }: Place, messages: readonly Message[], meta: Meta) => {
  const recorded: Recorded | undefined = last && { ...last, stream, revision, position: '' };
  return chain({ stream, last: recorded, genesis }, messages, meta);
};

/** The same without the hash. */
export const unsealed = ({ stream }: Place, messages: readonly Message[], meta: Meta): readonly NewEvent[] =>
  messages.map(({ type, data }, n) => ({
    id: idFrom(meta['commandId']!, stream, String(n)),
    type,
    data: data as Json,
    meta,
  }));

export type Sealing = typeof sealed;
