import { createReadStream } from 'node:fs';

import { genesisOf, linkHash } from '@edict/kernel';
import type { Recorded } from '@edict/runtime';
import { originOf, sealer } from '@edict/seal';

import { UsageError } from './command.ts';

/** The first line of an exported log. Then comes each event in the order of the log, and at the end its `Footer`. */
export type Header = Readonly<{ edict: 'log'; version: 1; installation: string }>;
export type Footer = Readonly<{ events: number; root: string }>;

export const headerOf = (installation: string): Header => ({ edict: 'log', version: 1, installation });

/** The whole lines of a file, in UTF-8; what comes after the last line end is left out. Throws `UsageError` where it cannot be read. */
export async function* linesOf(file: string): AsyncGenerator<string> {
  let rest = '';
  for await (const chunk of chunksOf(file)) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop()!;
    yield* lines;
  }
}

async function* chunksOf(file: string): AsyncGenerator<string> {
  try {
    yield* createReadStream(file, 'utf8') as AsyncIterable<string>;
  } catch (cause) {
    throw unusable(file, 'read', cause);
  }
}

/** `how`: what cannot be done with it. */
export const unusable = (file: string, how: 'read' | 'written', cause: unknown): UsageError =>
  new UsageError(`${file} cannot be ${how}: ${(cause as NodeJS.ErrnoException).code ?? String(cause)}`, {
    ...{ rule: how === 'read' ? 'file/unreadable' : 'file/unwritable', file, cause },
  });

/** A line of an exported log. Throws `UsageError` for any other. */
export const lineIn = (line: string, file: string): object => {
  try {
    const value: unknown = JSON.parse(line);
    if (typeof value === 'object' && value !== null) return value;
  } catch {
    // told below
  }
  throw new UsageError(`${file} is not an exported log, or is damaged.`, { rule: 'log/invalid', file });
};

const MANY = 1_000;

/** What a log comes to: how many events, and the Merkle root over them. Each link is checked on the way. */
export class Tally {
  readonly #genesis: string;
  readonly #ends = new Map<string, Readonly<{ revision: number; hash: string }>>();
  readonly #fresh: Recorded[] = [];
  #seal: ReturnType<typeof sealer.begin>;
  #events = 0;

  constructor(installation: string) {
    this.#genesis = genesisOf(installation);
    this.#seal = sealer.begin(undefined, originOf(installation));
  }

  /** Throws `UsageError` if the event is not what was written at its place. */
  add(event: Recorded): void {
    const { hash = '', ...meta } = event.meta;
    const end = this.#ends.get(event.stream) ?? { revision: -1, hash: this.#genesis };
    const expected = linkHash(end.hash, event.stream, event.revision, { ...event, meta });
    if (event.revision !== end.revision + 1 || hash !== expected)
      throw new UsageError(`${event.stream}@${event.revision} is not what was written there: the log is damaged.`);
    this.#ends.set(event.stream, { revision: event.revision, hash });
    this.#events++;
    if (this.#fresh.push(event) >= MANY) this.#sealFresh();
  }

  footer(): Footer {
    this.#sealFresh();
    return { events: this.#events, root: this.#seal.root };
  }

  /** The checkpoint of the log as it is where the events were read. */
  checkpoint(): string {
    this.#sealFresh();
    return sealer.text(this.#seal);
  }

  #sealFresh(): void {
    const heads = this.#fresh.splice(0).map(({ position, stream, revision, meta }) => {
      return { position, stream, revision, hash: meta['hash'] ?? '' };
    });
    this.#seal = sealer.append(this.#seal, heads);
  }
}
