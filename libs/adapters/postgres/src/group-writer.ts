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

/** Groups under way. They would only wait for one another at the lock, with half as many commands in each. */
const UNDER_WAY = 1;
/** Commands in a group at most, so that its packing holds up nobody for long. */
const GROUP = 512;

const APPEND =
  'SELECT append($1::text[], $2::int[], $3::int[], $4::int[], $5::int[], $6::text[]) AS answer, pg_notify($7, $8)';

/** Takes what waits into one transaction. Each stream is once in a group; what else is for it waits for the next. */
export class GroupWriter {
  readonly #database: Database;
  readonly #channel: string;
  #waiting: Command[] = [];
  #underWay = 0;
  #scheduled = false;
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
      this.#waiting.push({ stream, after, bodies, resolve, reject });
      this.#schedule();
    });
  }

  /** Resolves when all that was accepted is answered. */
  async close(): Promise<void> {
    this.#closed = true;
    if (this.#waiting.length > 0 || this.#underWay > 0) await new Promise<void>((resolve) => (this.#idle = resolve));
  }

  /** A moment later, so that those who are about to come are taken along. */
  #schedule(): void {
    if (this.#scheduled || this.#underWay >= UNDER_WAY || this.#waiting.length === 0) return;
    this.#scheduled = true;
    setImmediate(() => {
      this.#scheduled = false;
      void this.#write(this.#nextGroup());
    });
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

  async #write(group: readonly Command[]): Promise<void> {
    this.#underWay++;
    try {
      const [found] = await this.#database.query(APPEND, [...packed(group), this.#channel, '']);
      settle(group, found!['answer'] as readonly string[]);
    } catch (error) {
      const { reason, message, unknown } = failureOf(error);
      for (const { reject } of group)
        reject(unknown ? new OutcomeUnknown(message) : new StoreUnavailable(reason, message));
    }
    this.#underWay--;
    this.#schedule();
    if (this.#waiting.length === 0 && this.#underWay === 0) this.#idle?.();
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
