import { join } from 'node:path';

import { measured } from '../child.ts';
import { quiet } from '../machine.ts';
import type { Options } from '../options.ts';
import { progress } from '../progress.ts';
import { reasonOf, type Recorder } from '../recorder.ts';
import { inFolder } from '../work-folder.ts';
import { CANDIDATES, type CandidateName } from './candidates/index.ts';
import { MATRIX, WRITING, type WriteCellName } from './cells.ts';
import { install, withoutPostgres, type Missing } from './install.ts';
import { startPostgres, type Server } from './postgres.ts';
import type { ReadAnswer, ReadQuestion } from './read.child.ts';
import type { WriteAnswer, WriteQuestion } from './write.child.ts';

/** How long a cell waits for a quiet machine before it is measured all the same. */
const PATIENCE_MS = 4_000;
const STREAMS = 500;

/** All candidates in every cell of a round, each in a process of its own; the next round begins with another candidate. */
export const runStore = (options: Options, recorder: Recorder): Promise<void> =>
  inFolder(options.dir, async (dir) => {
    const missing: Record<string, string> = await install();
    const server = await startServer(join(dir, 'postgres'), missing);
    const run = new Run(options, recorder, { dir, server: server?.url ?? '', missing });
    try {
      for (let round = 0; round < options.rounds; round++) await run.round(round);
    } finally {
      await server?.stop();
      run.report();
    }
  });

type Place = Readonly<{ dir: string; server: string; missing: Record<string, string> }>;

const startServer = async (dir: string, missing: Missing): Promise<Server | undefined> => {
  if (missing['emmett-postgresql']) return undefined;
  try {
    return await startPostgres(dir);
  } catch (error) {
    Object.assign(missing, withoutPostgres(`PostgreSQL did not start: ${String(error)}`));
    return undefined;
  }
};

class Run {
  readonly #options: Options;
  readonly #recorder: Recorder;
  readonly #place: Place;
  #cells = 0;
  #disturbed = 0;

  constructor(options: Options, recorder: Recorder, place: Place) {
    this.#options = options;
    this.#recorder = recorder;
    this.#place = place;
  }

  report(): void {
    for (const [name, reason] of Object.entries(this.#place.missing))
      this.#recorder.notes.push(`- not measured: ${name}: ${reason}`);
    if (this.#disturbed > 0)
      this.#recorder.notes.push(
        `- ${this.#disturbed} of ${this.#cells} cells of the store began while others used the machine`,
      );
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
      (name) => takesPart(name) && !this.#place.missing[name],
    );
    const first = round % names.length;
    return [...names.slice(first), ...names.slice(0, first)];
  }

  /** A candidate that fails is left out from then on, and the report says why. */
  async #attempt(candidate: string, cell: string, round: number, work: (dir: string) => Promise<void>): Promise<void> {
    progress(`round ${round + 1} of ${this.#options.rounds}: ${cell}, ${candidate}`);
    this.#cells++;
    if ((await quiet(PATIENCE_MS)) > 0.15) this.#disturbed++;
    try {
      await inFolder(this.#place.dir, work);
    } catch (error) {
      this.#place.missing[candidate] = `failed in ${cell}: ${reasonOf(error)}`;
    }
  }

  #probe(round: number): Promise<void> {
    return this.#attempt('fdatasync', 'B1', round, async (dir) =>
      this.#add('fdatasync', 'B1', round, await measured<number>('store/probe.child.ts', { dir, seconds: 1 })),
    );
  }

  async #write(candidate: CandidateName, cell: WriteCellName, round: number, dir: string): Promise<void> {
    const asked: WriteQuestion = { candidate, cell, seconds: this.#options.seconds, dir, server: this.#place.server };
    const { eventsPerSecond, p50, p99 } = await measured<WriteAnswer>('store/write.child.ts', asked);
    this.#add(candidate, cell, round, eventsPerSecond);
    this.#add(candidate, `${cell} p50`, round, p50);
    this.#add(candidate, `${cell} p99`, round, p99);
  }

  async #read(candidate: CandidateName, round: number, dir: string): Promise<void> {
    const { seconds } = this.#options;
    const asked: ReadQuestion = { candidate, seconds, dir, server: this.#place.server, streams: STREAMS };
    const { stream, replay, size, parse } = await measured<ReadAnswer>('store/read.child.ts', asked);
    this.#add(candidate, 'S1', round, stream);
    this.#add(candidate, 'replay', round, replay);
    this.#add(candidate, 'size', round, size);
    if (candidate === 'edict') this.#add('JSON.parse', 'replay', round, parse);
  }

  #add(candidate: string, cell: string, round: number, value: number): void {
    this.#recorder.samples.push({ candidate, cell, round, value });
  }
}
