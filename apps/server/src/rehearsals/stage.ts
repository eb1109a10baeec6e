import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';

import { Rejection } from '@edict/kernel';

import { HttpProblem } from '../http/problem.ts';
import type { Play, Played } from './play.ts';
import type { Said } from './play.worker.ts';

/** What a rehearsal may take. */
export type StageLimits = Readonly<{ ms: number; megabytes: number }>;

const LIMITS: StageLimits = { ms: 30_000, megabytes: 512 };
const BUSY_S = 3;

/** A thread for each rehearsal, one at a time: whatever is played, requests are answered meanwhile. */
export class Stage {
  readonly #limits: StageLimits;
  #isTaken = false;
  constructor(limits = LIMITS) {
    this.#limits = limits;
  }

  /** Throws what the directive is refused with, and `HttpProblem` where the stage is taken, or the play takes too much. */
  async play(what: Play): Promise<Played> {
    if (this.#isTaken)
      throw new HttpProblem('rehearsal/busy', 'Another rehearsal is being played.', { retryAfter: BUSY_S });
    this.#isTaken = true;
    try {
      const said = await this.#heard(what);
      if ('refused' in said) throw new Rejection(said.refused.code, said.refused.message);
      return said.played;
    } finally {
      this.#isTaken = false;
    }
  }

  async #heard(what: Play): Promise<Said> {
    const { ms, megabytes } = this.#limits;
    const { promise, resolve, reject } = Promise.withResolvers<Said>();
    const thread = new Worker(new URL(`./play.worker${extname(import.meta.url)}`, import.meta.url), {
      workerData: what,
      resourceLimits: { maxOldGenerationSizeMb: megabytes },
      execArgv: asSources(),
    });
    const isOver = setTimeout(() => reject(tooMuch()), ms);
    thread.once('message', resolve);
    thread.once('error', (error) => reject(isOutOfMemory(error) ? tooMuch() : error));
    thread.once('exit', () => reject(new Error('The rehearsal ended without a word.')));
    try {
      return await promise;
    } finally {
      clearTimeout(isOver);
      await thread.terminate();
    }
  }
}

/** Where this runs from its sources, so does the thread. */
const asSources = (): string[] =>
  extname(import.meta.url) === '.ts' ? ['--conditions=@edict/source', '--disable-warning=ExperimentalWarning'] : [];

const tooMuch = (): HttpProblem =>
  new HttpProblem('rehearsal/too-much', 'That takes longer, or more memory, than a rehearsal may.');

const isOutOfMemory = (error: unknown): boolean =>
  (error as NodeJS.ErrnoException | null)?.code === 'ERR_WORKER_OUT_OF_MEMORY';
