import { Inject, Injectable } from '@nestjs/common';
import type { Position } from '@edict/runtime';

import { INSTALLATION } from '../injected.ts';
import type { Installation } from '../installation.ts';

/** A store that does not answer in this time takes no traffic. */
const ANSWER_MS = 2_000;

/** What is missing to take requests. It names a part of the house, and nothing in it. */
export type Missing = 'log' | 'views' | 'followers';

/**
 * Whether requests may be sent here: the log answers, the views have once got to where it ended at the first question (so that nobody is
 * answered from half of them), and it is still being followed. That something stands still is another question: whoever is degraded is ready.
 */
@Injectable()
export class Readiness {
  #goal: Position | undefined;
  #hasCaughtUp = false;
  #isFollowed = true;

  constructor(@Inject(INSTALLATION) private readonly installation: Installation) {
    const over = () => void (this.#isFollowed = false);
    installation.running.then(over, over);
  }

  /** `null`: nothing. */
  async missing(): Promise<Missing | null> {
    if (!this.#isFollowed) return 'followers';
    const head = await inTime(this.installation.engine.head());
    if (head === undefined) return 'log';
    return (await this.#caughtUp(head)) ? null : 'views';
  }

  async #caughtUp(head: Position): Promise<boolean> {
    this.#goal ??= head;
    this.#hasCaughtUp ||= (await inTime(this.installation.seen(this.#goal, 0))) ?? false;
    return this.#hasCaughtUp;
  }
}

/** `undefined`: no answer, or a bad one. */
const inTime = async <T>(answer: Promise<T>): Promise<T | undefined> => {
  const { promise, resolve } = Promise.withResolvers<undefined>();
  const late = setTimeout(() => resolve(undefined), ANSWER_MS);
  const good = answer.catch(() => undefined);
  return Promise.race([good, promise]).finally(() => clearTimeout(late));
};
