import { join } from 'node:path';

import { measured } from '../child.ts';
import { quiet } from '../machine.ts';
import type { Options } from '../options.ts';
import { progress } from '../progress.ts';
import type { Sample } from '../statistics.ts';
import { inFolder } from '../work-folder.ts';
import { CANDIDATES, type CandidateName } from './candidates/index.ts';
import { MATRIX, WRITING, type WriteCellName } from './cells.ts';
import { install, type Missing } from './install.ts';
import { startPostgres, type Server } from './postgres.ts';
import type { ReadAnswer, ReadQuestion } from './read.child.ts';
import type { WriteAnswer, WriteQuestion } from './write.child.ts';

export type StoreRun = Readonly<{
  samples: readonly Sample[];
  missing: Readonly<Record<string, string>>;
  /** Cells before which the machine did not become quiet. */
  disturbed: number;
  cells: number;
}>;

/** How long a cell waits for a quiet machine before it is measured all the same. */
const PATIENCE_MS = 4_000;
const STREAMS = 500;

/** All candidates in every cell of a round, each in a process of its own; the next round begins with another candidate. */
export const runStore = (options: Options): Promise<StoreRun> =>
  inFolder(options.dir, async (dir) => {
    const missing: Record<string, string> = await install();
    const server = await startServer(join(dir, 'postgres'), missing);
    try {
      const run = new Run(options, dir, server?.url ?? '', missing);
      for (let round = 0; round < options.rounds; round++) await run.round(round);
      return { samples: run.samples, missing, disturbed: run.disturbed, cells: run.cells };
    } finally {
      await server?.stop();
    }
  });

const startServer = async (dir: string, missing: Missing): Promise<Server | undefined> => {
  if (missing['emmett-postgresql']) return undefined;
  try {
    return await startPostgres(dir);
  } catch (error) {
    missing['emmett-postgresql'] = `PostgreSQL did not start: ${String(error)}`;
    return undefined;
  }
};

class Run {
  readonly samples: Sample[] = [];
  disturbed = 0;
  cells = 0;
  readonly #options: Options;
  readonly #dir: string;
  readonly #server: string;
  readonly #missing: Record<string, string>;

  constructor(options: Options, dir: string, server: string, missing: Record<string, string>) {
    this.#options = options;
    this.#dir = dir;
    this.#server = server;
    this.#missing = missing;
  }

  async round(round: number): Promise<void> {
    await this.#probe(round);
    for (const cell of Object.keys(WRITING) as WriteCellName[])
      for (const candidate of this.#inTurn(round, (name) => MATRIX[name].writing.includes(cell)))
        await this.#attempt(candidate, cell, round, (dir) => this.#write(candidate, cell, round, dir));
    for (const candidate of this.#inTurn(round, (name) => MATRIX[name].reading))
      await this.#attempt(candidate, 'read', round, (dir) => this.#read(candidate, round, dir));
  }

  #inTurn(round: number, takesPart: (name: CandidateName) => boolean): readonly CandidateName[] {
    const names = (Object.keys(CANDIDATES) as CandidateName[]).filter(
      (name) => takesPart(name) && !this.#missing[name],
    );
    const first = round % names.length;
    return [...names.slice(first), ...names.slice(0, first)];
  }

  /** A candidate that fails is left out from then on, and the report says why. */
  async #attempt(candidate: string, cell: string, round: number, work: (dir: string) => Promise<void>): Promise<void> {
    progress(`round ${round + 1} of ${this.#options.rounds}: ${cell}, ${candidate}`);
    this.cells++;
    if ((await quiet(PATIENCE_MS)) > 0.15) this.disturbed++;
    try {
      await inFolder(this.#dir, work);
    } catch (error) {
      this.#missing[candidate] = `failed in ${cell}: ${String(error).split('\n').slice(0, 8).join(' ')}`;
    }
  }

  #probe(round: number): Promise<void> {
    return this.#attempt('fdatasync', 'B1', round, async (dir) =>
      this.#add('fdatasync', 'B1', round, await measured<number>('store/probe.child.ts', { dir, seconds: 1 })),
    );
  }

  async #write(candidate: CandidateName, cell: WriteCellName, round: number, dir: string): Promise<void> {
    const asked: WriteQuestion = { candidate, cell, seconds: this.#options.seconds, dir, server: this.#server };
    const { eventsPerSecond, p50, p99 } = await measured<WriteAnswer>('store/write.child.ts', asked);
    this.#add(candidate, cell, round, eventsPerSecond);
    this.#add(candidate, `${cell} p50`, round, p50);
    this.#add(candidate, `${cell} p99`, round, p99);
  }

  async #read(candidate: CandidateName, round: number, dir: string): Promise<void> {
    const { seconds } = this.#options;
    const asked: ReadQuestion = { candidate, seconds, dir, server: this.#server, streams: STREAMS };
    const { stream, replay, size, parse } = await measured<ReadAnswer>('store/read.child.ts', asked);
    this.#add(candidate, 'S1', round, stream);
    this.#add(candidate, 'replay', round, replay);
    this.#add(candidate, 'size', round, size);
    if (candidate === 'edict') this.#add('JSON.parse', 'replay', round, parse);
  }

  #add(candidate: string, cell: string, round: number, value: number): void {
    this.samples.push({ candidate, cell, round, value });
  }
}
