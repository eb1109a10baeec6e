import { cpSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';

import { measured } from '../child.ts';
import { quiet } from '../machine.ts';
import type { Options } from '../options.ts';
import { progress } from '../progress.ts';
import type { Recorder } from '../recorder.ts';
import { inFolder } from '../work-folder.ts';
import type { CatchUpAnswer } from './catch-up.child.ts';
import type { CommandAnswer } from './command.child.ts';
import { buildInterleaved } from './narrow-view.ts';
import type { RehearsalAnswer } from './rehearsal.child.ts';

const PATIENCE_MS = 4_000;
const LOG_OF = { task: 'catch-up-log', narrow: 'narrow-log' };

/** What the engine takes for a directive, and what a command costs when the log is long. */
export const runEngine = (options: Options, recorder: Recorder): Promise<void> =>
  inFolder(options.dir, async (dir) => {
    const run = new Run(options, recorder, dir);
    await run.stories();
    await run.longLogs();
  });

class Run {
  readonly #rounds: readonly number[];
  readonly #lengths: Options['lengths'];
  readonly #recorder: Recorder;
  readonly #dir: string;

  constructor({ rounds, lengths }: Options, recorder: Recorder, dir: string) {
    this.#rounds = Array.from({ length: rounds }, (_, round) => round);
    this.#lengths = lengths;
    this.#recorder = recorder;
    this.#dir = dir;
  }

  async stories(): Promise<void> {
    for (const round of this.#rounds) {
      await this.#attempt('issue', round, () => this.#issue(round));
      await this.#attempt('rehearsal', round, () => this.#rehearsal(round));
    }
  }

  /** Rounds go through all lengths in turn; the shortest log is the measure of the others. */
  async longLogs(): Promise<void> {
    for (const events of this.#lengths) await this.#attempt(`a log of ${events}`, 0, () => this.#build(events));
    const [, middle] = this.#lengths;
    await this.#attempt('start without views', 0, () => this.#start('start without views', middle, 0));
    for (const round of this.#rounds) await this.#attempt('start', round, () => this.#start('start', middle, round));
    await this.#attempt('copy of the log', 0, async () => this.#copy(middle));
    await this.#attempt('an interleaved log', 0, () => this.#interleave());
    for (const round of this.#rounds)
      for (const view of ['task', 'narrow'] as const)
        await this.#attempt(`catch-up of ${view}`, round, () => this.#catchUp(view, round));
    for (const round of this.#rounds)
      for (const events of this.#lengths)
        await this.#attempt(`command on ${events}`, round, () => this.#command(events, round));
  }

  async #issue(round: number): Promise<void> {
    const asked = { dir: this.#folder(`issue-${round}`) };
    this.#recorder.add('issue', round, await measured<number>('engine/issue.child.ts', asked));
  }

  async #rehearsal(round: number): Promise<void> {
    const asked = { dir: this.#folder(`rehearsal-${round}`) };
    const { memory, embedded } = await measured<RehearsalAnswer>('engine/rehearsal.child.ts', asked);
    this.#recorder.add('rehearsal', round, memory);
    this.#recorder.add('rehearsal, embedded', round, embedded);
  }

  async #build(events: number): Promise<void> {
    const asked = { dir: this.#folder(`log-${events}`), events };
    this.#recorder.add(`build, ${events}`, 0, await measured<number>('engine/build.child.ts', asked));
  }

  /** The first one builds the views; the others find them there, as after a kill. */
  async #start(cell: string, events: number, round: number): Promise<void> {
    const asked = { dir: this.#log(events) };
    this.#recorder.add(`${cell}, ${events}`, round, await measured<number>('engine/start.child.ts', asked));
  }

  async #command(events: number, round: number): Promise<void> {
    const asked = { dir: this.#log(events), round };
    const { milliseconds, cpu } = await measured<CommandAnswer>('engine/command.child.ts', asked);
    this.#recorder.add(`command ms, ${events}`, round, milliseconds);
    this.#recorder.add(`command cpu ms, ${events}`, round, cpu);
  }

  #copy(events: number): void {
    const log = this.#folder('catch-up-log');
    for (const name of ['events.db', 'events.db-wal'])
      if (existsSync(join(this.#log(events), name))) cpSync(join(this.#log(events), name), join(log, name));
  }

  #interleave(): Promise<void> {
    return buildInterleaved(join(this.#folder('narrow-log'), 'events.db'), this.#lengths[2]);
  }

  async #catchUp(name: 'task' | 'narrow', round: number): Promise<void> {
    const dir = this.#folder(`catch-up-${name}-${round}`);
    const asked = { log: join(this.#dir, LOG_OF[name]), dir, round, view: name };
    const { view, fold } = await measured<CatchUpAnswer>('engine/catch-up.child.ts', asked);
    this.#recorder.add(`catch-up of ${name}`, round, view);
    this.#recorder.add(`fold of ${name}`, round, fold);
  }

  async #attempt(what: string, round: number, work: () => Promise<void>): Promise<void> {
    progress(`round ${round + 1}: ${what}`);
    await quiet(PATIENCE_MS);
    await this.#recorder.attempt(what, work);
  }

  #log(events: number): string {
    return join(this.#dir, `log-${events}`);
  }

  #folder(name: string): string {
    const dir = join(this.#dir, name);
    mkdirSync(dir, { recursive: true });
    return dir;
  }
}
