import { Conflict, OutcomeUnknown, StoreUnavailable } from '@edict/runtime';

import { int4Array, textArray } from './arrays.ts';
import type { Database } from './database.ts';
import { failureOf } from './failure.ts';
import { toStored } from './text.ts';

type Command = Readonly<{
  stream: string;
  after: number;
  bodies: readonly string[];
  resolve: (position: number) => void;
  reject: (error: Error) => void;
}>;

/** Enough for a group to be worth it: with more, callers and database would take turns, and neither work while the other does. */
const ENOUGH = 32;
/** Commands in a group at most, so that its packing holds up nobody for long. */
const GROUP = 512;

const APPEND =
  'SELECT append($1::text[], $2::int[], $3::int[], $4::int[], $5::int[], $6::text[]) AS answer, pg_notify($7, $8)';

/**
 * Takes what waits into one transaction; several would only wait for one another at the lock. Each stream is once in a group; what else is
 * for it waits for the next.
 */
export class GroupWriter {
  readonly #database: Database;
  readonly #channel: string;
  #waiting: Command[] = [];
  #isWriting = false;
  #isScheduled = false;
  #closed = false;
  #idle: (() => void) | undefined;

  /** `channel`: where others hear, with the commit, that the log goes on. */
  constructor(database: Database, channel: string) {
    this.#channel = database.channel(channel);
    this.#database = database;
  }

  /** Resolves with the position of the last event once it is on disk. */
  append(stream: string, after: number, bodies: readonly string[]): Promise<number> {
    if (this.#closed) return Promise.reject(new StoreUnavailable('closed', 'The store is closed.'));
    return new Promise((resolve, reject) => {
      if (this.#waiting.push({ stream, after, bodies, resolve, reject }) === ENOUGH) this.#writeNext();
      else this.#schedule();
    });
  }

  /** Resolves when all that was accepted is answered. */
  async close(): Promise<void> {
    this.#closed = true;
    if (this.#waiting.length > 0 || this.#isWriting) await new Promise<void>((resolve) => (this.#idle = resolve));
  }

  /** A moment later, so that those who are about to come are taken along. */
  #schedule(): void {
    if (this.#isScheduled || this.#isWriting) return;
    this.#isScheduled = true;
    setImmediate(() => {
      this.#isScheduled = false;
      this.#writeNext();
    });
  }

  /** Whether there is something to write, and nothing under way. */
  #writeNext(): boolean {
    if (this.#isWriting || this.#waiting.length === 0) return false;
    void this.#write(this.#nextGroup());
    return true;
  }

  #nextGroup(): readonly Command[] {
    const group = new Map<string, Command>();
    const left: Command[] = [];
    for (const command of this.#waiting)
      if (group.size < GROUP && !group.has(command.stream)) group.set(command.stream, command);
      else left.push(command);
    this.#waiting = left;
    return [...group.values()];
  }

  /** The next group is on its way before the callers of this one go on. */
  async #write(group: readonly Command[]): Promise<void> {
    this.#isWriting = true;
    const settle = await this.#sent(group);
    this.#isWriting = false;
    const goesOn = this.#writeNext();
    settle();
    if (!goesOn) this.#idle?.();
  }

  /** What to tell the callers. */
  async #sent(group: readonly Command[]): Promise<() => void> {
    try {
      const [found] = await this.#database.query(APPEND, [...packed(group), this.#channel, '']);
      const answer = found!['answer'] as readonly string[];
      return () => settle(group, answer);
    } catch (error) {
      const { reason, message, unknown } = failureOf(error);
      const why = () => (unknown ? new OutcomeUnknown(message) : new StoreUnavailable(reason, message));
      return () => group.forEach(({ reject }) => reject(why()));
    }
  }
}

const packed = (group: readonly Command[]) => {
  const [ofs, places, bodies]: [number[], number[], string[]] = [[], [], []];
  for (const [n, command] of group.entries())
    for (const [place, body] of command.bodies.entries()) {
      ofs.push(n + 1);
      places.push(place + 1);
      bodies.push(body);
    }
  return [
    textArray(group.map(({ stream }) => toStored(stream))),
    int4Array(group.map(({ after }) => after)),
    int4Array(group.map((command) => command.bodies.length)),
    int4Array(ofs),
    int4Array(places),
    textArray(bodies),
  ];
};

const settle = (group: readonly Command[], answer: readonly string[]): void => {
  for (const [n, { stream, after, resolve, reject }] of group.entries()) {
    const result = Number(answer[n]);
    if (result > 0) resolve(result);
    else reject(new Conflict(stream, after, -2 - result));
  }
};
