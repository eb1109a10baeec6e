import { setTimeout as pause } from 'node:timers/promises';

import type { EventStore } from '@edict/runtime';

/** It was asked to leave before anything had begun. */
export class LeftEarly extends Error {
  override readonly name = 'LeftEarly';
}

/** Who is told that it waits, and what ends that. */
export type Waiting = Readonly<{ notice(text: string): void; stopped: Promise<unknown> }>;

const LOOK_MS = 200;
const WAITS = 'Edict waits: the log is begun by a process whose EDICT_ROLE is sagas.';
const FOR_EVER: Waiting = { notice: () => undefined, stopped: new Promise(() => undefined) };

/** The seal is there before the first event: who only answers writes nothing until whoever seals has begun. Throws `LeftEarly`. */
export const untilBegun = async (store: Pick<EventStore, 'head'>, waiting = FOR_EVER): Promise<void> => {
  const leaving = new AbortController();
  void waiting.stopped.then(() => leaving.abort());
  const { signal } = leaving;
  for (let looks = 0; (await store.head()) === ''; looks++) {
    if (looks === 0) waiting.notice(WAITS);
    await pause(LOOK_MS, undefined, { signal }).catch(() => undefined);
    if (signal.aborted) throw new LeftEarly('It was asked to leave.');
  }
};
