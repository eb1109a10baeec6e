import { answer, question } from '../child.ts';
import { quantile } from '../statistics.ts';
import type { Candidate, Place } from './candidate.ts';
import { open, type CandidateName } from './candidates/index.ts';
import { WRITING, type WriteCell, type WriteCellName } from './cells.ts';
import { message, messages, meta } from './events.ts';

export type WriteQuestion = Readonly<{
  candidate: CandidateName;
  cell: WriteCellName;
  seconds: number;
  dir: string;
  server: string;
}>;
export type WriteAnswer = Readonly<{ eventsPerSecond: number; p50: number; p99: number }>;

const WARM_UP = 0.25;
/** A stream of single events ends after so many, and its caller begins another. */
const STREAM = 20;

/** Appends until told to stop, each time after the answer to the last. */
const caller = async (candidate: Candidate, name: string, { events }: WriteCell, took: (ms: number) => boolean) => {
  const batch = messages(events);
  for (let n = 0, place: Place | undefined, going = true; going; n++) {
    if (!place || events > 1 || n % STREAM === 0)
      place = { stream: `task-${name}-${n}`, revision: -1, last: undefined };
    const from = performance.now();
    await candidate.append(place, events === 1 ? [message(n)] : batch, meta());
    going = took(performance.now() - from);
  }
};

const { candidate: name, cell, seconds, dir, server } = question() as WriteQuestion;
const candidate = await open(name, dir, server);
const begin = performance.now() + WARM_UP * 1000;
const end = begin + seconds * 1000;
const times: number[] = [];
const took = (ms: number): boolean => {
  const now = performance.now();
  if (now >= begin && now < end) times.push(ms);
  return now < end;
};
const callers = Array.from({ length: WRITING[cell].callers }, (_, n) =>
  caller(candidate, String(n), WRITING[cell], took),
);
await Promise.all(callers);
await candidate.close();
const eventsPerSecond = (times.length * WRITING[cell].events) / seconds;
answer({ eventsPerSecond, p50: quantile(times, 0.5), p99: quantile(times, 0.99) } satisfies WriteAnswer);
