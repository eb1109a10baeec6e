import type { AllStreamResolvedEvent, AllStreamSubscription, KurrentDBClient } from '@kurrent/kurrentdb-client';
import type { Position } from '@edict/runtime';

import { reasonOf } from './failures.ts';
import { within } from './patience.ts';
import { placeOf } from './stored-event.ts';

/** Why a subscription is over. The client itself gives no reason, and never resumes one. */
export class Dropped extends Error {
  override readonly name = 'Dropped';
}

/** Events that are there already are handed out together, so many at most. */
const MOST = 512;

type Page = Readonly<{ events: readonly AllStreamResolvedEvent[]; live: boolean }>;
type Opening = Readonly<{ prefix: string; after: Position; confirmMs: number }>;

/** One subscription to the streams with a prefix. An error and an end without a word are both the end of it. */
export class Subscription {
  readonly #stream: AllStreamSubscription;
  #changed = Promise.withResolvers<void>();
  #caughtUp = false;
  #dropped: Dropped | undefined;

  private constructor(stream: AllStreamSubscription) {
    this.#stream = stream;
    const drop = (reason: string) => {
      this.#dropped ??= new Dropped(reason);
      this.#wake();
    };
    stream.on('error', (error: unknown) => drop(reasonOf(error)));
    stream.on('end', () => drop('the server ended it'));
    stream.on('close', () => drop('it was closed'));
    stream.on('caughtUp', () => {
      this.#caughtUp = true;
      this.#wake();
    });
    stream.on('readable', () => this.#wake());
  }

  /** The 101st of a connection waits for ever: only a confirmation tells. Throws `Dropped` or `NoAnswer`. */
  static async open(client: KurrentDBClient, { prefix, after, confirmMs }: Opening): Promise<Subscription> {
    const filter = { filterOn: 'streamName' as const, prefixes: [prefix], checkpointInterval: 1 };
    const stream = client.subscribeToAll({ fromPosition: placeOf(after) ?? 'start', filter });
    const subscription = new Subscription(stream);
    const confirmed = new Promise<void>((resolve) => stream.once('confirmation', () => resolve()));
    try {
      await within(confirmMs, 'a subscription', Promise.race([confirmed, subscription.#fall()]));
      return subscription;
    } catch (error) {
      subscription.close();
      throw error;
    }
  }

  /** Resolves when there may be something to take. */
  get changed(): Promise<void> {
    return this.#changed.promise;
  }

  /** What has arrived, in order; `live` where that is all there was when the server last said so. Throws `Dropped`. */
  take(): Page {
    const events: AllStreamResolvedEvent[] = [];
    for (let event = this.#next(); event; event = this.#next()) {
      events.push(event);
      if (events.length === MOST) return { events, live: false };
    }
    if (events.length === 0 && this.#dropped) throw this.#dropped;
    return { events, live: this.#caughtUp };
  }

  /** To be called before looking, so that nothing that comes in between is missed. */
  arm(): void {
    this.#changed = Promise.withResolvers<void>();
  }

  close(): void {
    this.#dropped ??= new Dropped('it was left');
    this.#stream.unsubscribe().catch(() => undefined);
    this.#stream.destroy();
    this.#wake();
  }

  #next(): AllStreamResolvedEvent | null {
    return this.#stream.read() as AllStreamResolvedEvent | null;
  }

  async #fall(): Promise<never> {
    while (!this.#dropped) {
      this.arm();
      await this.changed;
    }
    throw this.#dropped;
  }

  #wake(): void {
    this.#changed.resolve();
  }
}
