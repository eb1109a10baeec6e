import { canonical } from '@edict/kernel';
import type { EventStore, Recorded } from '@edict/runtime';
import { logVerifier, type LogVerifier, type Verdict } from '@edict/seal';

import type { NamedFiles } from './verify-files.ts';

/** What is kept outside the server: without it nobody can say that the log is whole. */
export type Kept = Readonly<{ installation: string; checkpoint: string | undefined }>;

/** Streams that are looked at side by side. */
const SIDE_BY_SIDE = 64;

/**
 * Reads the whole log of a server that may be running meanwhile, and checks it like one in a folder; then that each stream can still be
 * read from its beginning, as a server lets its operator hide it and still shows its events in the log. `named` notes the attached files.
 */
export const verdictOnServer = async (store: EventStore, kept: Kept, named?: NamedFiles): Promise<Verdict> => {
  const verifier = logVerifier(kept);
  const streams = new Set<string>();
  await readAll(store, (event) => {
    verifier.take(rowOf(event));
    streams.add(event.stream);
    named?.note(event);
  }).catch((error: unknown) => verifier.report(`The log cannot be read any further: ${String(error)}`));
  if (kept.checkpoint === undefined && streams.size > 0) verifier.report(NO_CHECKPOINT);
  await checkBeginnings(store, [...streams], verifier);
  return verifier.verdict();
};

export const NO_CHECKPOINT = 'The checkpoint is missing: nothing shows that the log is whole to its end.';

const readAll = async (store: EventStore, take: (event: Recorded) => void): Promise<void> => {
  const stop = new AbortController();
  for await (const { events, live } of store.follow('', stop.signal)) {
    events.forEach(take);
    if (live) stop.abort();
  }
};

const rowOf = ({ position, stream, revision, id, type, data, meta }: Recorded) => ({
  position,
  stream,
  revision,
  body: canonical({ data, id, meta, type }),
});

const checkBeginnings = async (store: EventStore, streams: readonly string[], verifier: LogVerifier): Promise<void> => {
  for (let n = 0; n < streams.length; n += SIDE_BY_SIDE) {
    const some = streams.slice(n, n + SIDE_BY_SIDE);
    const found = await Promise.all(some.map((stream) => beginning(store, stream)));
    for (const problem of found) if (problem) verifier.report(problem);
  }
};

const beginning = async (store: EventStore, stream: string): Promise<string | undefined> => {
  try {
    const [first] = await store.read(stream, -1, 1);
    return first ? undefined : `${stream} was deleted on the server, and is still in its log.`;
  } catch (error) {
    return `${stream} cannot be read from its beginning: ${String(error)}`;
  }
};
