import { setTimeout as pause } from 'node:timers/promises';

import { Inject, Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import type { Change } from '@edict/engine';
import type { Position } from '@edict/runtime';

import { INSTALLATION } from '../injected.ts';
import type { Installation } from '../installation.ts';

/** A change, and for each sort of reader whether it is for them: asked once, however many of them listen. */
export type Entry = Change & Readonly<{ isFor: Map<string, Promise<boolean>> }>;

/** What ends a wait: more has happened, nothing has for a while, or the server ends. */
export type Wake = 'more' | 'beat' | 'end';

/** The last changes that are kept at hand. Whoever is further behind reads the log. */
export const KEPT = 1_024;
const BEAT_MS = 15_000;
const PAUSE_MS = 1_000;

/** Reads the log once for everybody in this process who follows it. It holds the last changes and nothing for anybody. */
@Injectable()
export class EventHub implements OnModuleInit, OnModuleDestroy {
  /** Everything after `start`, up to `end`, is in `recent`. */
  start: Position = '';
  end: Position = '';
  recent: readonly Entry[] = [];
  readonly #stop = new AbortController();
  readonly #beats = setInterval(() => this.wake('beat'), BEAT_MS).unref();
  #next = Promise.withResolvers<Wake>();
  #following = Promise.resolve();

  constructor(@Inject(INSTALLATION) private readonly installation: Installation) {}

  async onModuleInit(): Promise<void> {
    this.start = this.end = await this.installation.engine.head();
    this.#following = this.#follow();
  }

  /** Before connections are closed: whoever listens hears the end. */
  async onModuleDestroy(): Promise<void> {
    clearInterval(this.#beats);
    this.#stop.abort();
    this.wake('end');
    await this.#following;
  }

  get hasEnded(): boolean {
    return this.#stop.signal.aborted;
  }

  /** One promise for all who wait. */
  next(): Promise<Wake> {
    return this.hasEnded ? Promise.resolve('end') : this.#next.promise;
  }

  wake(why: Wake): void {
    const { resolve } = this.#next;
    this.#next = Promise.withResolvers();
    resolve(why);
  }

  /** A store that fails is asked again; nothing is left out meanwhile. One that is closed has an end, and nothing comes after it. */
  async #follow(): Promise<void> {
    while (!this.hasEnded) {
      try {
        for await (const { changes, position } of this.installation.engine.changes(this.end, this.#stop.signal))
          this.#take(changes, position);
        return;
      } catch {
        await pause(PAUSE_MS, undefined, { signal: this.#stop.signal }).catch(() => undefined);
      }
    }
  }

  #take(changes: readonly Change[], position: Position): void {
    this.end = position;
    if (changes.length === 0) return;
    const all = [
      ...this.recent,
      ...changes.map((change) => ({ ...change, isFor: new Map<string, Promise<boolean>>() })),
    ];
    const gone = Math.max(0, all.length - KEPT);
    if (gone > 0) this.start = all[gone - 1]!.position;
    this.recent = all.slice(gone);
    this.wake('more');
  }
}
