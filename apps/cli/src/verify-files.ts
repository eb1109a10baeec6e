import { checkKeptFile, type StoredEvent } from '@edict/adapter-sqlite';
import type { Recorded } from '@edict/runtime';
import type { Problem } from '@edict/seal';

type Named = Readonly<{ position: string; stream: string; sha256: string }>;

const HASH = /^[0-9a-f]{64}$/;

/** The files that a log names, noted while it is read for something else. */
export class NamedFiles {
  readonly #named: Named[] = [];

  *noting(events: Iterable<StoredEvent>): Generator<StoredEvent> {
    for (const event of events) {
      if (event.stream.startsWith('attachment-')) this.#note(event);
      yield event;
    }
  }

  /** That a body is not what was written is told of where its hash is checked. */
  #note({ position, stream, body }: StoredEvent): void {
    const sha256 = /"sha256":"([0-9a-f]{64})"/.exec(body)?.[1];
    if (sha256 !== undefined) this.#named.push({ position: String(position), stream, sha256 });
  }

  /** Of a log on a server. */
  note({ position, stream, data }: Recorded): void {
    const { sha256 } = data as Readonly<{ sha256?: unknown }>;
    if (stream.startsWith('attachment-') && typeof sha256 === 'string' && HASH.test(sha256))
      this.#named.push({ position, stream, sha256 });
  }

  /** Which of them are not in the folder, or not what was put there. */
  async problemsIn(folder: string): Promise<readonly Problem[]> {
    const problems: Problem[] = [];
    for (const { position, stream, sha256 } of this.#named) {
      const problem = await checkKeptFile(folder, sha256);
      if (problem !== undefined) problems.push({ position, stream, problem });
    }
    return problems;
  }
}
