import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { openEmbedded, type Embedded } from '@edict/adapter-sqlite';
import { genesisOf } from '@edict/kernel';
import { chain, type NewEvent, type Recorded } from '@edict/runtime';
import { originOf, sealer, type Checkpoint, type Head } from '@edict/seal';

import { copyOf, templateOf155, type Act, type OpenTask } from './template.ts';

/** Beside the data folder's own files: tasks all over the log that can still be acted on. */
export const OPEN_TASKS = 'bench-open-tasks.json';
const MOST_TASKS = 4_000;

/** Writes a log of about so many events into an empty folder, chained and sealed as the engine does it. */
export const buildLog = async (dir: string, events: number): Promise<void> => {
  const { common, copied, open } = await templateOf155();
  const embedded = await openEmbedded(dir);
  const builder = new Builder(embedded);
  await builder.write(common);
  const tasks: OpenTask[] = [];
  for (let n = 0; builder.events < events; n++) {
    await builder.write(copyOf(n, copied));
    tasks.push(...copyOf(n, open));
  }
  await embedded.anchor.write(builder.checkpoint);
  await embedded.close();
  const every = Math.ceil(tasks.length / MOST_TASKS);
  await writeFile(join(dir, OPEN_TASKS), JSON.stringify(tasks.filter((_, n) => n % every === 0)));
};

/** Writes acts to the end of a log, chained and sealed. */
export class Builder {
  events = 0;
  #seal: Checkpoint;
  readonly #store: Embedded['store'];
  readonly #genesis: string;

  constructor({ store, installation }: Pick<Embedded, 'store' | 'installation'>) {
    this.#store = store;
    this.#genesis = genesisOf(installation);
    this.#seal = sealer.begin(undefined, originOf(installation));
  }

  get checkpoint(): string {
    return sealer.text(this.#seal);
  }

  /** The store takes appends in the order in which they are asked for, so that nobody waits for the one before. */
  async write(acts: readonly Act[]): Promise<void> {
    const ends = new Map<string, Recorded>();
    const heads = await Promise.all(acts.map((act) => this.#append(act, ends)));
    this.#seal = sealer.append(this.#seal, heads.flat());
    this.events += heads.flat().length;
  }

  async #append({ stream, meta, messages }: Act, ends: Map<string, Recorded>): Promise<readonly Head[]> {
    const last = ends.get(stream);
    const after = last?.revision ?? -1;
    const events = chain({ stream, last, genesis: this.#genesis }, messages, meta);
    ends.set(stream, { ...events.at(-1)!, stream, revision: after + events.length, position: '' });
    const position = Number(await this.#store.append(stream, after, events));
    return events.map((event, n) => headOf(event, stream, after + 1 + n, position - events.length + 1 + n));
  }
}

const headOf = ({ meta }: NewEvent, stream: string, revision: number, position: number): Head => ({
  position: String(position).padStart(16, '0'),
  stream,
  revision,
  hash: meta['hash']!,
});
