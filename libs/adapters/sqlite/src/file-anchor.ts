import type { Anchor } from '@edict/runtime';

import { readIfThere, replaceDurably, replaceFile } from './durable-file.ts';

const SYNC_EVERY_MS = 1_000;

/**
 * A small file beside the database. What was written outlives the process at once, and a power cut after a second: it is synced that
 * often and not more, as writes may come many times a second. The last synced text is kept by itself (`.synced`), for file systems that
 * a power cut leaves with an empty file; an end mark tells a whole one.
 */
export class FileAnchor implements Anchor {
  readonly #file: string;
  readonly #synced: string;
  #timer: NodeJS.Timeout | undefined;
  #writing = Promise.resolve();
  #syncing = Promise.resolve();

  constructor(file: string) {
    this.#file = file;
    this.#synced = `${file}.synced`;
  }

  async read(): Promise<string | undefined> {
    return (wholeText(this.#file) ?? wholeText(this.#synced))?.slice(0, -END.length);
  }

  async write(text: string): Promise<void> {
    const written = this.#writing.then(() => replaceFile(this.#file, text + END));
    this.#writing = written.catch(() => undefined);
    await written;
    this.#syncSoon();
  }

  /** Resolves when the last text will outlive a power cut too. */
  async close(): Promise<void> {
    await this.#syncing;
    if (this.#timer) await this.#sync().finally(() => this.#forget());
  }

  #syncSoon(): void {
    this.#timer ??= setTimeout(() => void this.#sync().catch(() => undefined), SYNC_EVERY_MS).unref();
  }

  /** One that fails, as on a full disk, is tried again. */
  #sync(): Promise<void> {
    this.#forget();
    const synced = this.#syncing.then(() => replaceDurably(this.#synced, readIfThere(this.#file) ?? ''));
    this.#syncing = synced.catch(() => this.#syncSoon());
    return synced;
  }

  #forget(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}

const END = '\n';

const wholeText = (file: string): string | undefined => {
  const text = readIfThere(file);
  return text?.endsWith(END) ? text : undefined;
};
