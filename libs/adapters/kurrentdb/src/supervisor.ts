import type { KurrentDBClient } from '@kurrent/kurrentdb-client';
import { StoreUnavailable } from '@edict/runtime';

import type { Failure } from './failures.ts';
import { within } from './patience.ts';
import { connectionString, type KurrentSettings, type Preference } from './settings.ts';

/** One client, as long as it is any good. `gone` fires when another has taken its place. */
export type Connection = Readonly<{ client: KurrentDBClient; generation: number; gone: AbortSignal }>;

/** Told of what an operator may want to know; never of a secret. */
export type Notice = (text: string) => void;

/** A client that could not reach the server this often in a row is not given another chance. */
const STRIKES = 2;
/** Nobody waits longer for the client to let go of its calls. */
const CLOSE_MS = 2_000;

/**
 * Owns the client and replaces it. Several failures are for good: a first read that finds the node down, reads after the death of a
 * leader, a first discovery that fails, appends after their stream has ended. Whoever calls takes the client anew each time.
 */
export class Supervisor {
  readonly #settings: KurrentSettings;
  readonly #preference: Preference;
  readonly #notice: Notice;
  #current: Promise<Connection> | undefined;
  #abort = new AbortController();
  #generation = 0;
  #strikes = 0;
  #closed = false;

  constructor(settings: KurrentSettings, preference: Preference, notice: Notice) {
    this.#settings = settings;
    this.#preference = preference;
    this.#notice = notice;
  }

  get generation(): number {
    return this.#generation;
  }

  connection(): Promise<Connection> {
    if (this.#closed) return Promise.reject(new StoreUnavailable('closed', 'The store is closed.'));
    if (!this.#current) {
      this.#current = this.#connect();
      this.#current.catch(() => (this.#current = undefined));
    }
    return this.#current;
  }

  /** The call with it succeeded. */
  praise({ generation }: Connection): void {
    if (generation === this.#generation) this.#strikes = 0;
  }

  blame(connection: Connection, failure: Extract<Failure, { kind: 'passing' }>): void {
    if (connection.generation !== this.#generation) return;
    if (failure.spoilt || ++this.#strikes >= STRIKES) this.replace(connection, failure.reason);
  }

  /** Whoever still waits for an answer of the old one gets an error, and comes again. */
  replace({ client, generation }: Connection, why: string): void {
    if (generation !== this.#generation) return;
    this.#notice(`KurrentDB: client ${generation} (${this.#preference}) is replaced: ${why}`);
    this.#current = undefined;
    this.#strikes = 0;
    this.#generation++;
    const gone = this.#abort;
    this.#abort = new AbortController();
    gone.abort();
    client.dispose().catch(() => undefined);
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#abort.abort();
    const connection = await this.#current?.catch(() => undefined);
    if (connection) await within(CLOSE_MS, 'the end', connection.client.dispose()).catch(() => undefined);
  }

  async #connect(): Promise<Connection> {
    const { default: kurrent } = await import('@kurrent/kurrentdb-client'); // loads native code: only those who use it
    const client = kurrent.KurrentDBClient.connectionString(connectionString(this.#settings, this.#preference));
    if (this.#settings.credentials) client.setCredentialsProvider(this.#settings.credentials);
    return { client, generation: this.#generation, gone: this.#abort.signal };
  }
}
