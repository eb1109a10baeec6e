import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A file for each export, in a folder that whoever makes them and whoever hands them out share. It is there as a whole or not at all. */
export class ExportFiles {
  readonly #dir: string;

  constructor(dir: string) {
    this.#dir = dir;
  }

  /** Made twice it is made once: the last one stays. */
  async put(id: string, content: Uint8Array): Promise<void> {
    await mkdir(this.#dir, { recursive: true, mode: 0o700 });
    const incoming = join(this.#dir, `${id}.${randomUUID()}`);
    await writeFile(incoming, content, { mode: 0o600, flush: true });
    await rename(incoming, join(this.#dir, id));
  }

  /** `undefined`: it is not there, or not any more. */
  async get(id: string): Promise<Buffer | undefined> {
    return readFile(join(this.#dir, id)).catch(absent);
  }

  async has(id: string): Promise<boolean> {
    return (await stat(join(this.#dir, id)).catch(absent)) !== undefined;
  }

  /** Forgets all but what is still wanted; what was left half written goes with its id. */
  async sweep(isWanted: (id: string) => Promise<boolean>): Promise<void> {
    for (const name of await readdir(this.#dir).catch(() => []))
      if (!(await isWanted(name.split('.')[0]!))) await rm(join(this.#dir, name), { force: true });
  }
}

const absent = (error: NodeJS.ErrnoException): undefined => {
  if (error.code === 'ENOENT') return undefined;
  throw error;
};
