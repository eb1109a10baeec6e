import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';

import { measured } from '../child.ts';
import type { Options } from '../options.ts';
import { progress } from '../progress.ts';
import type { Sample } from '../statistics.ts';
import { inFolder } from '../work-folder.ts';
import type { CatchUpAnswer } from './catch-up.child.ts';
import type { CommandAnswer } from './command.child.ts';
import type { RehearsalAnswer } from './rehearsal.child.ts';

/** What the engine takes for a directive, and what a command costs when the log is long. */
export const runEngine = (options: Options): Promise<readonly Sample[]> =>
  inFolder(options.dir, async (dir) => {
    const run = new Run(options, dir);
    await run.stories();
    await run.longLogs();
    return run.samples;
  });

class Run {
  readonly samples: Sample[] = [];
  readonly #options: Options;
  readonly #dir: string;

  constructor(options: Options, dir: string) {
    this.#options = options;
    this.#dir = dir;
  }

  async stories(): Promise<void> {
    for (let round = 0; round < this.#options.rounds; round++) {
      progress(`round ${round + 1}: issue and rehearsal`);
      this.#add(
        'issue',
        round,
        await measured<number>('engine/issue.child.ts', { dir: this.#folder(`issue-${round}`) }),
      );
      const asked = { dir: this.#folder(`rehearsal-${round}`) };
      const { memory, embedded } = await measured<RehearsalAnswer>('engine/rehearsal.child.ts', asked);
      this.#add('rehearsal', round, memory);
      this.#add('rehearsal, embedded', round, embedded);
    }
  }

  /** The shortest log is the measure of the others; rounds go through all of them in turn. */
  async longLogs(): Promise<void> {
    const sizes = [0.01, 0.1, 1].map((share) => Math.round(this.#options.events * share));
    for (const events of sizes) {
      progress(`a log of ${events} events`);
      await measured<number>('engine/build.child.ts', { dir: this.#folder(`log-${events}`), events });
    }
    await this.#start(sizes[1]!);
    for (let round = 0; round < this.#options.rounds; round++)
      for (const events of sizes) await this.#command(events, round);
    await this.#catchUp(sizes[1]!);
  }

  /** The first start builds the views; the others find them there, as after a kill. */
  async #start(events: number): Promise<void> {
    const asked = { dir: join(this.#dir, `log-${events}`) };
    this.#add(`start without views, ${events}`, 0, await measured<number>('engine/start.child.ts', asked));
    for (let round = 0; round < this.#options.rounds; round++)
      this.#add(`start, ${events}`, round, await measured<number>('engine/start.child.ts', asked));
  }

  async #command(events: number, round: number): Promise<void> {
    progress(`round ${round + 1}: commands on ${events} events`);
    const asked = { dir: join(this.#dir, `log-${events}`), round };
    const { milliseconds, cpu } = await measured<CommandAnswer>('engine/command.child.ts', asked);
    this.#add(`command ms, ${events}`, round, milliseconds);
    this.#add(`command cpu ms, ${events}`, round, cpu);
  }

  async #catchUp(events: number): Promise<void> {
    const log = this.#folder('catch-up-log');
    cpSync(join(this.#dir, `log-${events}`, 'events.db'), join(log, 'events.db'));
    for (let round = 0; round < this.#options.rounds; round++) {
      const asked = { log, dir: this.#folder(`catch-up-${round}`), round };
      const { view, fold } = await measured<CatchUpAnswer>('engine/catch-up.child.ts', asked);
      this.#add('catch-up', round, view);
      this.#add('fold', round, fold);
    }
  }

  #folder(name: string): string {
    const dir = join(this.#dir, name);
    mkdirSync(dir);
    return dir;
  }

  #add(cell: string, round: number, value: number): void {
    this.samples.push({ candidate: 'edict', cell, round, value });
  }
}
