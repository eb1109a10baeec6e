import { once } from 'node:events';
import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';

import { Conflict, OutcomeUnknown, StoreUnavailable } from '@edict/runtime';

import type { Failure, Head } from './event-log.ts';
import type { WriterOptions } from './schema.ts';
import type { Answer, Request, WriterData } from './writer.ts';

/** Where the last event is. `isNew`: these were written; else the same ids were there already, and what they say there holds. */
export type Appended = Readonly<{ position: number; isNew: boolean }>;

type Command = Readonly<{
  head: Head;
  resolve: (appended: Appended) => void;
  reject: (error: Error) => void;
}>;

/** Enough for one transaction to be worth it; waiting for more would make callers and writer take turns. */
const BATCH = 32;

/**
 * The writing end of the log, on a thread of its own. Commands that come while a transaction runs share the next one; there is no
 * limit on batches under way. The thread answers in order, so that the oldest unanswered commands are always the ones meant.
 */
export class WriterThread {
  readonly #worker: Worker;
  readonly #encoder = new TextEncoder();
  readonly #sent: (readonly Command[])[] = [];
  readonly #ended = Promise.withResolvers<boolean>();
  #waiting: Command[] = [];
  #lines: string[] = [];
  #why = '';

  private constructor(worker: Worker) {
    this.#worker = worker;
    worker.on('message', (answer: Answer) => this.#take(answer));
    worker.on('error', (error) => this.#end(`The writer of the log failed: ${String(error)}`));
    worker.on('exit', () => this.#end('The writer of the log ended.'));
  }

  /** Resolves when the file is open, created if need be; rejects with what is wrong with it. */
  static async start(file: string, options: WriterOptions): Promise<WriterThread> {
    const code = new URL(`./writer${extname(import.meta.url)}`, import.meta.url);
    const worker = new Worker(code, { workerData: { file, options } satisfies WriterData });
    await once(worker, 'message');
    return new WriterThread(worker);
  }

  /** `bodies` are texts without line ends. Resolves once they are on disk. */
  append(stream: string, after: number, bodies: readonly string[]): Promise<Appended> {
    if (this.#why) return Promise.reject(new StoreUnavailable('closed', this.#why));
    return new Promise((resolve, reject) => {
      for (const body of bodies) this.#lines.push(body);
      const waiting = this.#waiting.push({ head: [stream, after, bodies.length], resolve, reject });
      if (waiting === BATCH) this.#flush();
      else if (waiting === 1) setImmediate(() => this.#flush());
    });
  }

  /** What was accepted is written first. `true`: the file holds everything, and nothing has to be replayed. */
  close(): Promise<boolean> {
    if (this.#why) return this.#ended.promise;
    this.#flush();
    this.#why = 'The store is closed.';
    this.#worker.postMessage('close' satisfies Request);
    return this.#ended.promise;
  }

  #flush(): void {
    if (this.#waiting.length === 0) return;
    const heads = JSON.stringify(this.#waiting.map(({ head }) => head));
    const batch = this.#encoder.encode(`${heads}\n${this.#lines.join('\n')}`);
    this.#sent.push(this.#waiting);
    [this.#waiting, this.#lines] = [[], []];
    this.#worker.postMessage(batch satisfies Request, [batch.buffer]);
  }

  #take(answer: Answer): void {
    switch (answer.kind) {
      case 'open':
        return;
      case 'written':
        this.#settle(answer.results);
        return;
      case 'failed':
        this.#sent.splice(0, answer.batches).flat().forEach(refusedWith(answer.failure));
        return;
      case 'closed':
        this.#ended.resolve(answer.clean);
    }
  }

  #settle(results: Float64Array): void {
    for (let n = 0; n < results.length;)
      for (const { head, resolve, reject } of this.#sent.shift() ?? []) {
        const result = results[n++]!;
        if (result > 0) resolve({ position: Math.floor(result), isNew: Number.isInteger(result) });
        else reject(new Conflict(head[0], head[1], -2 - result));
      }
  }

  /** Whatever was not answered may have been written. */
  #end(why: string): void {
    this.#why ||= why;
    const unanswered = [...this.#sent.splice(0), this.#waiting].flat();
    [this.#waiting, this.#lines] = [[], []];
    for (const { reject } of unanswered) reject(new OutcomeUnknown(why));
    this.#ended.resolve(false);
  }
}

const refusedWith =
  ({ reason, message, unknown }: Failure) =>
  ({ reject }: Command): void =>
    reject(unknown ? new OutcomeUnknown(message) : new StoreUnavailable(reason, message));
