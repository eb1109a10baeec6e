import { genesisOf } from '@edict/kernel';

import type { LogRow } from './stored-event.ts';
import { checkpointVerifier } from './verify-checkpoint.ts';
import { positionVerifier } from './verify-positions.ts';
import { StreamVerifier } from './verify-streams.ts';

const MOST_PROBLEMS = 1000;

/** `position` and `stream` are null where it is the log, or its checkpoint, that has the problem. */
export type Problem = Readonly<{ position: string | null; stream: string | null; problem: string }>;

/** `head`: the last position, null if there is none. At most the first thousand problems are listed. */
export type Verdict = Readonly<{
  ok: boolean;
  events: number;
  streams: number;
  head: string | null;
  problems: readonly Problem[];
}>;

/** A log as it is stored, in the order of its positions, and what was kept outside it. */
export type StoredLog = Readonly<{ rows: Iterable<LogRow>; installation: string; checkpoint?: string | undefined }>;

/** What is checked event by event, in the order of the log, where its rows cannot be had as one iterable. */
export type LogVerifier = Readonly<{
  take(row: LogRow): void;
  /** One more problem of the log itself. */
  report(problem: string): void;
  /** To be asked after the last row. */
  verdict(): Verdict;
}>;

/**
 * Reads a log once from end to end, remembering no more than the last event of each stream, and trusts nothing in it but what follows
 * from the rest. After a damaged event it goes on: what is listed is what is damaged. Only a checkpoint can tell that events are gone
 * from the end of the log (or of a stream, unless positions are counted), and that the whole log was written anew.
 */
export const logVerifier = ({ installation, checkpoint }: Omit<StoredLog, 'rows'>): LogVerifier => {
  const problems: Problem[] = [];
  const report = (position: string | null, stream: string | null, problem: string | undefined) => {
    if (problem && problems.length < MOST_PROBLEMS) problems.push({ position, stream, problem });
  };
  const positions = positionVerifier();
  const streams = new StreamVerifier(genesisOf(installation));
  const sealed = checkpointVerifier(checkpoint, installation);
  let events = 0;
  let head: string | null = null;
  return {
    take(row) {
      const { hash, problem } = streams.take(row);
      const position = String(row.position);
      report(position, row.stream, positions(row.position));
      report(position, row.stream, problem);
      sealed.take(row, hash);
      events++;
      head = position;
    },
    report: (problem) => report(head, null, problem),
    verdict() {
      report(sealed.head?.position ?? null, sealed.head?.stream ?? null, sealed.problem());
      return { ok: problems.length === 0, events, streams: streams.streams, head, problems };
    },
  };
};

/** The same for rows that are at hand. */
export const verifyLog = ({ rows, ...log }: StoredLog): Verdict => {
  const verifier = logVerifier(log);
  for (const row of untilUnreadable(rows, verifier.report)) verifier.take(row);
  return verifier.verdict();
};

/** A store too damaged to go on reading is one more problem of the log. */
function* untilUnreadable<T>(rows: Iterable<T>, report: (problem: string) => void): Generator<T> {
  try {
    yield* rows;
  } catch (error) {
    report(`The log cannot be read any further: ${String(error)}`);
  }
}
