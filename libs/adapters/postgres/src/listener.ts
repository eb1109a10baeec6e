import { Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

import type { Client } from 'pg';

import type { Connecting } from './connecting.ts';

export type Heard = (payload: string | undefined) => void;

const CONNECT_MS = 10_000;
/** Nobody waits longer for a server to say that it is over. */
const END_MS = 2_000;
const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 10_000;

/** A connection of its own for what others announce. Lost, it is made again; whoever listens is then told to look for themselves. */
export class Listener {
  readonly #Client: Connecting;
  readonly #heard = new Map<string, Heard>();
  readonly #stop = new AbortController();
  #running: Promise<void> | undefined;

  constructor(Client: Connecting) {
    this.#Client = Client;
  }

  /** Before anything is announced that must be heard: there is one set of channels for the life of the listener. */
  listen(channel: string, heard: Heard): void {
    this.#heard.set(channel, heard);
    this.#running ??= this.#run();
  }

  async close(): Promise<void> {
    this.#stop.abort();
    await this.#running;
  }

  async #run(): Promise<void> {
    const { signal } = this.#stop;
    const stopped = new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()));
    for (let pause = FIRST_PAUSE_MS; !signal.aborted; pause = Math.min(2 * pause, LONGEST_PAUSE_MS)) {
      const socket = new Socket();
      const within = { connectionTimeoutMillis: CONNECT_MS, query_timeout: CONNECT_MS };
      const client = new this.#Client({ ...within, stream: () => socket });
      const lost = new Promise<void>((resolve) => client.on('error', () => resolve()).on('end', resolve));
      try {
        await Promise.race([this.#connect(client), stopped]);
        pause = FIRST_PAUSE_MS;
        await Promise.race([lost, stopped]);
      } catch {
        // as if it had been lost at once
      }
      await Promise.race([client.end().catch(() => undefined), sleep(END_MS, undefined, { ref: false })]);
      socket.destroy();
      await sleep(pause * (0.5 + Math.random()), undefined, { signal }).catch(() => undefined);
    }
  }

  async #connect(client: Client): Promise<void> {
    client.on('notification', ({ channel, payload }) => this.#heard.get(channel)?.(payload));
    await client.connect();
    for (const channel of this.#heard.keys()) await client.query(`LISTEN "${channel}"`);
    for (const heard of this.#heard.values()) heard(undefined);
  }
}
