import { bodyOf } from '@edict/runtime';

import { answer, question } from '../child.ts';
import { sealed, type Candidate, type Place } from './candidate.ts';
import { open, type CandidateName } from './candidates/index.ts';
import { messages, meta } from './events.ts';

export type ReadQuestion = Readonly<{
  candidate: CandidateName;
  seconds: number;
  dir: string;
  server: string;
  streams: number;
}>;
/** Events per second, and bytes on disk for each event. `parse` is how fast this process can do nothing but JSON.parse. */
export type ReadAnswer = Readonly<{ stream: number; replay: number; size: number; parse: number }>;

const STREAM = 100;
const PIECE = 10;
/** So many streams grow side by side, so that none lies in one piece. */
const SIDE_BY_SIDE = 50;

const fill = async (candidate: Candidate, streams: number): Promise<void> => {
  for (let first = 0; first < streams; first += SIDE_BY_SIDE) {
    const places = Array.from({ length: SIDE_BY_SIDE }, (_, n): Place => {
      return { stream: `task-${first + n}`, revision: -1, last: undefined };
    });
    for (let from = 0; from < STREAM; from += PIECE)
      await Promise.all(places.map((place) => candidate.append(place, messages(PIECE, from), meta())));
  }
};

/** How many a second, over at least so many seconds and one whole turn. The first turn is to warm up. */
const speedOf = async (seconds: number, turn: () => Promise<number>): Promise<number> => {
  await turn();
  let count = 0;
  const from = performance.now();
  do count += await turn();
  while (performance.now() - from < seconds * 1000);
  return (count * 1000) / (performance.now() - from);
};

/** Nearly all: Emmett's reader of PostgreSQL gives a few events twice where transactions overlapped. */
const complete = (expected: number, read: () => Promise<number>) => async (): Promise<number> => {
  const count = await read();
  if (Math.abs(count / expected - 1) > 0.01) throw new Error(`Of ${expected} events, ${count} were read.`);
  return count;
};

const texts = (count: number): readonly string[] => {
  const place: Place = { stream: 'task-0', revision: -1, last: undefined };
  return sealed(place, messages(count), meta()).map(bodyOf);
};

const { candidate: name, seconds, dir, server, streams } = question() as ReadQuestion;
const candidate = await open(name, dir, server);
await fill(candidate, streams);

/** Every so many streams, so that neighbours are not read one after the other. */
let n = 0;
const someStream = () => candidate.read(`task-${(n += 7919) % streams}`);
const stream = await speedOf(seconds, complete(STREAM, someStream));
const replay = await speedOf(
  seconds,
  complete(streams * STREAM, () => candidate.replay()),
);

const bodies = texts(10_000);
const parse = await speedOf(seconds / 2, async () => bodies.filter((body) => JSON.parse(body) as boolean).length);
answer({ stream, replay, size: (await candidate.close()) / (streams * STREAM), parse } satisfies ReadAnswer);
