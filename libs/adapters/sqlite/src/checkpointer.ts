import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';

import type { CheckpointerData } from './checkpoint-thread.ts';

/** So many transactions are taken over into the file at once. */
const EVERY = 200;

/**
 * Takes over into the file what its write-ahead log has, on a thread of its own: syncing the file takes tens of milliseconds, and whoever
 * writes would hold up the whole process for it. Begins once there is something to take over.
 */
export class Checkpointer {
  readonly #file: string;
  #worker: Worker | undefined;
  #written = 0;
  #isBusy = false;

  constructor(file: string) {
    this.#file = file;
  }

  /** To be told of every transaction. */
  written(): void {
    if (++this.#written < EVERY || this.#isBusy) return;
    this.#written = 0;
    this.#isBusy = true;
    this.#worker ??= this.#begun();
    this.#worker.postMessage('takeOver');
  }

  async close(): Promise<void> {
    this.#isBusy = true;
    await this.#worker?.terminate();
  }

  /** One that fails stays busy: SQLite itself takes over what has become long. */
  #begun(): Worker {
    const code = new URL(`./checkpoint-thread${extname(import.meta.url)}`, import.meta.url);
    const worker = new Worker(code, { workerData: { file: this.#file } satisfies CheckpointerData });
    worker.on('message', () => (this.#isBusy = false));
    worker.on('error', () => (this.#isBusy = true));
    worker.unref();
    return worker;
  }
}
