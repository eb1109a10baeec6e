import { closeSync, fdatasync, openSync, readSync, statSync, write } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { bodyOf, recordedFrom } from '@edict/runtime';

import type { Candidate, Sealing } from '../candidate.ts';

const LOG_WINDOW = 1 << 18;
const STREAM_WINDOW = 1 << 13;
const HEADER = 16;

type Frame = Readonly<{ stream: string; revision: number; at: number; length: number }>;
type Waiting = Readonly<{ bodies: readonly string[]; place: readonly [string, number]; done: () => void }>;

const writeTo = promisify(write);
const sync = promisify(fdatasync);

/**
 * The limit: frames appended to one file, all that are waiting in one write and one fdatasync. It does the same work for each event
 * (chain, canonical text, decoding), and nothing that makes it a store: no check, no index that outlives it, no recovery.
 */
export const log = async (dir: string, sealing: Sealing): Promise<Candidate> => {
  const file = join(dir, 'log');
  const descriptor = openSync(file, 'a+');
  const index = new Index();
  const writer = groupWriter(descriptor, index);
  return {
    async append(place, messages, meta) {
      const events = sealing(place, messages, meta);
      const bodies = events.map(bodyOf);
      await writer(bodies, [place.stream, place.revision]);
      place.revision += events.length;
      place.last = events.at(-1);
    },
    read: async (stream) => decode(descriptor, index, index.of(stream), STREAM_WINDOW),
    replay: async () => decode(descriptor, index, index.frames.keys(), LOG_WINDOW),
    async close() {
      closeSync(descriptor);
      return statSync(file).size;
    },
  };
};

/** In memory only. */
class Index {
  readonly frames: Frame[] = [];
  readonly #streams = new Map<string, number[]>();
  end = 0;

  add(stream: string, revision: number, length: number): void {
    const frames = this.#streams.get(stream);
    if (frames) frames.push(this.frames.length);
    else this.#streams.set(stream, [this.frames.length]);
    this.frames.push({ stream, revision, at: this.end + HEADER, length });
    this.end += HEADER + length;
  }

  of(stream: string): readonly number[] {
    return this.#streams.get(stream) ?? [];
  }
}

const groupWriter = (descriptor: number, index: Index) => {
  let waiting: Waiting[] = [];
  let running = false;

  const run = async () => {
    while (waiting.length > 0) {
      const group = waiting;
      waiting = [];
      const bytes = packed(group);
      await writeTo(descriptor, bytes);
      await sync(descriptor);
      settle(group, index);
    }
    running = false;
  };

  return (bodies: readonly string[], place: readonly [string, number]) =>
    new Promise<void>((done) => {
      waiting.push({ bodies, place, done });
      if (running) return;
      running = true;
      setImmediate(() => void run());
    });
};

/** A header of 16 bytes stands for the place of an event; the names of streams would be in a file of their own. */
const packed = (group: readonly Waiting[]): Buffer => {
  const header = '\0'.repeat(HEADER);
  return Buffer.from(group.flatMap(({ bodies }) => bodies.map((body) => header + body)).join(''));
};

const settle = (group: readonly Waiting[], index: Index): void => {
  for (const { bodies, place, done } of group) {
    for (const [n, body] of bodies.entries()) index.add(place[0], place[1] + 1 + n, Buffer.byteLength(body));
    done();
  }
};

/** Reads the file in windows of this size, each from the first frame that is not in the last one, and decodes frame by frame. */
const decode = (descriptor: number, { frames }: Index, wanted: Iterable<number>, size: number): number => {
  const window = Buffer.alloc(size);
  let [from, until, count] = [0, 0, 0];
  for (const n of wanted) {
    const { stream, revision, at, length } = frames[n]!;
    if (at < from || at + length > until) until = (from = at) + readSync(descriptor, window, 0, size, at);
    recordedFrom({ position: n + 1, stream, revision, body: window.toString('utf8', at - from, at - from + length) });
    count++;
  }
  return count;
};
