import { later as laterOf, type Instant } from '@edict/kernel';
import type { AccessLog, AccessRecord, AccessWhere, Anchor, KeptAccess } from '@edict/runtime';
import { compareWithLog, originOf, parseCheckpoint, sealer, type Checkpoint, type Head } from '@edict/seal';
import { SealBroken } from '@edict/engine';

import { HttpProblem } from '../http/problem.ts';

export type Seeing = Omit<AccessRecord, 'at'>;

/** What need not be on the disk before the answer is there this much later at most (security facts: a second). */
const LATEST_MS = 1_000;
/** So many wait while nothing can be kept; then nothing more is taken. */
const MOST = 10_000;
const STREAM = 'access';

type Ports = Readonly<{
  log: AccessLog;
  /** `undefined`: another process seals what is written here too. */
  anchor: Anchor | undefined;
  installation: string;
  clock: () => Instant;
}>;

/** Who read, took out or changed what, kept in a log of its own under a seal of its own. What cannot be kept does not happen. */
export class Journal {
  readonly #ports: Ports;
  #seal: Checkpoint;
  #last: Instant;
  #waiting: AccessRecord[] = [];
  #timer: NodeJS.Timeout | undefined;
  #writing: Promise<void> = Promise.resolve();
  #sealing: Promise<void> = Promise.resolve();

  private constructor(ports: Ports, seal: Checkpoint, last: Instant) {
    this.#ports = ports;
    this.#seal = seal;
    this.#last = last;
  }

  /** Throws `SealBroken` if the log is not the one that was sealed. */
  static async open(ports: Ports): Promise<Journal> {
    const { log, anchor, installation, clock } = ports;
    const last = await log.last();
    const checkpoint = anchor && (await checkpointOf(await anchor.read(), log, last));
    const seal = sealer.begin(checkpoint, `${originOf(installation)}/access`);
    const journal = new Journal(ports, seal, last?.at ?? clock());
    await journal.seal();
    return journal;
  }

  /** Durable when it resolves. 503 if it cannot be kept. */
  async now(seen: readonly Seeing[]): Promise<void> {
    this.#take(seen);
    await this.flush();
  }

  /** Durable in a second. 503 if what came before could not be kept, and cannot now. */
  async soon(seen: readonly Seeing[]): Promise<void> {
    const isLate = this.#waiting.length > 0 && this.#timer === undefined;
    this.#take(seen);
    if (isLate) return this.flush();
    this.#timer ??= setTimeout(() => void this.flush().catch(() => undefined), LATEST_MS).unref();
  }

  /** Everything that was seen by now is kept. What could not be is tried again. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const before = this.#writing;
    const writing = before.catch(() => undefined).then(() => this.#write());
    this.#writing = writing;
    await writing.catch(() => {
      throw away();
    });
  }

  /** In their order; what was seen by now is among them. */
  async read(where: AccessWhere, limit: number): Promise<readonly KeptAccess[]> {
    return this.#ports.log.read(where, limit);
  }

  async close(): Promise<void> {
    await this.flush().catch(() => undefined);
  }

  #take(seen: readonly Seeing[]): void {
    if (this.#waiting.length > MOST) throw away();
    const at = laterOf(this.#last, this.#ports.clock());
    this.#last = at;
    this.#waiting.push(...seen.map((each) => ({ at, ...each })));
  }

  async #write(): Promise<void> {
    const records = this.#waiting;
    if (records.length === 0) return;
    this.#waiting = [];
    try {
      await this.#ports.log.append(records);
    } catch (error) {
      this.#waiting = [...records, ...this.#waiting];
      throw error;
    }
    await this.seal();
  }

  /** Puts under the seal what is in the log and not yet under it: of this process, of others, and what a crash left. */
  seal(): Promise<void> {
    const { anchor } = this.#ports;
    if (!anchor) return Promise.resolve();
    this.#sealing = this.#sealing.catch(() => undefined).then(() => this.#catchUp(anchor));
    return this.#sealing;
  }

  async #catchUp(anchor: Anchor): Promise<void> {
    for (;;) {
      const kept = await this.#ports.log.read({ after: this.#seal.head?.revision ?? -1 }, 1_000);
      const next = sealer.append(this.#seal, kept.map(headOf));
      if (kept.length === 0 && this.#seal.head) return;
      await anchor.write(sealer.text(next));
      this.#seal = next;
      if (kept.length < 1_000) return;
    }
  }
}

const away = (): HttpProblem =>
  new HttpProblem('access-log/away', 'It cannot be recorded who reads this, so it is not shown.', {
    retryAfter: 5,
  });

/** As the seal knows it. */
const headOf = ({ n, hash }: KeptAccess): Head => ({ position: positionOf(n), stream: STREAM, revision: n, hash });

const positionOf = (n: number): string => String(n).padStart(16, '0');

const checkpointOf = async (
  text: string | undefined,
  log: AccessLog,
  last: KeptAccess | undefined,
): Promise<Checkpoint | undefined> => {
  if (text === undefined) {
    if (last) throw new SealBroken('The checkpoint of the access log is missing: nothing shows that it is whole.');
    return undefined;
  }
  const parsed = parseCheckpoint(text);
  if ('reason' in parsed) throw new SealBroken(`Access log: ${parsed.reason}`);
  const found = await entryAt(log, parsed.checkpoint.head?.revision);
  const reason = compareWithLog(parsed.checkpoint, found, last ? positionOf(last.n) : '');
  if (reason) throw new SealBroken(`Access log: ${reason}`);
  return parsed.checkpoint;
};

const entryAt = async (log: AccessLog, n: number | undefined): Promise<KeptAccess | undefined> => {
  if (n === undefined) return undefined;
  const [found] = await log.read({ after: n - 1 }, 1);
  return found?.n === n ? found : undefined;
};
