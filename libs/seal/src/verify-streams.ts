import { idFrom } from '@edict/kernel';

import type { Hash } from './hash.ts';
import { hashIn, linkOf, readBody, type LogRow, type StoredEvent } from './stored-event.ts';

/**
 * All that is kept of a stream: its last event. `hashes` are what the next may be linked to: after a damaged event its stored and its
 * computed hash, so that the next is not blamed. `nth` is its number among the events of its command; both are unknown after damage.
 */
type Tail = Readonly<{
  revision: number;
  hashes: readonly Hash[];
  commandId: string | undefined;
  nth: number;
  recordedAt: string;
}>;

/** The stored hash, as far as it can be read, and the first thing that is wrong. */
export type Checked = Readonly<{ hash: Hash | undefined; problem: string | undefined }>;

/** Follows every stream of a log, link by link. */
export class StreamVerifier {
  readonly #tails = new Map<string, Tail>();
  readonly #start: Tail;

  constructor(genesis: Hash) {
    this.#start = { revision: -1, hashes: [genesis], commandId: '', nth: 0, recordedAt: '' };
  }

  get streams(): number {
    return this.#tails.size;
  }

  take(row: LogRow): Checked {
    const before = this.#tails.get(row.stream) ?? this.#start;
    const event = readBody(row.body);
    return typeof event === 'string' ? this.#unreadable(row, before, event) : this.#readable(row, before, event);
  }

  #readable(row: LogRow, before: Tail, event: StoredEvent): Checked {
    const { hash, commandId, recordedAt } = event;
    const place = placeProblem(row, before);
    const computed = place ? [] : before.hashes.map((previous) => linkOf(previous, row, event));
    const nth = nthOf(event, before);
    const problem = place ?? linkProblem(hash, computed) ?? idProblem(row, event, nth) ?? timeProblem(event, before);
    if (problem) this.#damaged(row, before, [hash, ...computed]);
    else this.#tails.set(row.stream, { revision: row.revision, hashes: [hash], commandId, nth, recordedAt });
    return { hash, problem };
  }

  #unreadable(row: LogRow, before: Tail, problem: string): Checked {
    const hash = hashIn(row.body);
    this.#damaged(row, before, hash ? [hash] : []);
    return { hash, problem };
  }

  #damaged({ stream, revision }: LogRow, { recordedAt }: Tail, hashes: readonly Hash[]): void {
    this.#tails.set(stream, { revision, hashes, commandId: undefined, nth: NaN, recordedAt });
  }
}

const nthOf = ({ commandId }: StoredEvent, before: Tail): number => {
  if (before.commandId === undefined) return NaN;
  return commandId === before.commandId ? before.nth + 1 : 0;
};

/** `category-id`, the category in camel case, the id in lower case. */
const STREAM = /^[a-z][A-Za-z]*-[^\p{Lu}\p{Cs}\s]+$/u;

const placeProblem = ({ stream, revision }: LogRow, before: Tail): string | undefined => {
  if (!STREAM.test(stream)) return 'The name of the stream is not category-id.';
  const next = before.revision + 1;
  if (revision === next) return undefined;
  return revision > next
    ? `Revisions are missing: ${revision} comes where ${next} should.`
    : `Revision ${revision} comes where ${next} should.`;
};

const linkProblem = (hash: Hash, computed: readonly Hash[]): string | undefined => {
  if (computed.includes(hash)) return undefined;
  return computed.length > 0
    ? 'The hash is not that of this event after the one before it in its stream: one of them was changed.'
    : 'The link cannot be checked: the event before it in its stream has no readable hash.';
};

const idProblem = ({ stream }: LogRow, { content, commandId }: StoredEvent, nth: number): string | undefined =>
  Number.isNaN(nth) || content.id === idFrom(commandId, stream, String(nth))
    ? undefined
    : `The id is not that of event ${nth} of its command.`;

const timeProblem = ({ recordedAt }: StoredEvent, before: Tail): string | undefined =>
  recordedAt < before.recordedAt ? `It was recorded at ${recordedAt}, before the one before it.` : undefined;
