import { createPublicKey, generateKeyPairSync, sign } from 'node:crypto';
import { lookup, type LookupAddress } from 'node:dns';
import { request as requestHttp, type ClientRequest, type RequestOptions } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

import { Undeliverable, type Barred, type Channel, type Outgoing } from '@edict/runtime';

import { isListed, isPublic } from './addresses.ts';
import type { WebhookSettings } from './settings.ts';

const ANSWER_MS = 15_000;
/** A name server that says nothing is given up before a receiver is: nothing has been sent yet. */
const LOOKUP_MS = 5_000;
const GONE = 410;

const SAID: Readonly<Record<Barred, string>> = {
  notPublic: 'The address of the receiver is not public, and is not listed.',
  withoutTls: 'Without TLS only listed addresses are called.',
};

type Resolve = (host: string) => Promise<readonly LookupAddress[]>;
type Options = Readonly<{ now?: () => number; resolve?: Resolve; lookupMs?: number; answerMs?: number }>;

/**
 * Standard Webhooks 1.0, signed with Ed25519 (`v1a`). What is called is the very address that was looked at, so that a name cannot answer
 * one way when it is asked and another way when it is called; nobody is followed to another address.
 */
export class WebhookChannel implements Channel {
  readonly #settings: WebhookSettings;
  readonly #now: () => number;
  readonly #resolve: Resolve;
  readonly #lookupMs: number;
  readonly #answerMs: number;

  constructor(
    settings: WebhookSettings,
    { now = Date.now, resolve = resolved, lookupMs = LOOKUP_MS, answerMs = ANSWER_MS }: Options = {},
  ) {
    this.#settings = settings;
    this.#now = now;
    this.#resolve = resolve;
    this.#lookupMs = lookupMs;
    this.#answerMs = answerMs;
  }

  /** By which receivers know that it comes from here: `whpk_` and the key in base64. */
  get publicKey(): string {
    const { x = '' } = createPublicKey(this.#settings.key()).export({ format: 'jwk' });
    return `whpk_${Buffer.from(x, 'base64url').toString('base64')}`;
  }

  async send({ key, address, language: _, ...data }: Outgoing): Promise<void> {
    const url = new URL(address);
    const to = await this.#placeOf(url);
    const seconds = Math.floor(this.#now() / 1_000);
    const timestamp = new Date(seconds * 1_000).toISOString();
    const body = JSON.stringify({ type: 'edict.notice', timestamp, data: { id: key, ...data } });
    const status = await post(url, to, { body, answerMs: this.#answerMs, headers: this.#headers(key, seconds, body) });
    if (status === GONE) throw new Undeliverable('The receiver is gone (410).');
    if (status < 200 || status > 299) throw new Error(`The receiver said ${status}.`);
  }

  /** A name that is not known now may be known when something is sent. */
  async barred(address: string): Promise<Barred | undefined> {
    const url = new URL(address);
    return this.#barred(url, await this.#addressesOf(url).catch(() => []));
  }

  /** The one address that is called. */
  async #placeOf(url: URL): Promise<LookupAddress> {
    const found = await this.#addressesOf(url);
    const [first] = found;
    if (!first) throw new Error('The name of the receiver has no address.');
    const barred = this.#barred(url, found);
    if (barred) throw new Undeliverable(SAID[barred]);
    return first;
  }

  async #addressesOf({ hostname }: URL): Promise<readonly LookupAddress[]> {
    const host = hostname.replace(/^\[|\]$/g, '');
    return isIP(host) ? [{ address: host, family: isIP(host) }] : inTime(this.#resolve(host), this.#lookupMs);
  }

  #barred({ protocol }: URL, found: readonly LookupAddress[]): Barred | undefined {
    if (found.every(({ address }) => isListed(address, this.#settings.allowed))) return undefined;
    if (protocol === 'http:') return 'withoutTls';
    return found.every(({ address }) => isPublic(address)) ? undefined : 'notPublic';
  }

  #headers(key: string, seconds: number, body: string): Readonly<Record<string, string>> {
    const signature = sign(null, Buffer.from(`${key}.${seconds}.${body}`), this.#settings.key()).toString('base64');
    return {
      'content-type': 'application/json',
      'user-agent': 'Edict',
      'webhook-id': key,
      'webhook-timestamp': String(seconds),
      'webhook-signature': `v1a,${signature}`,
    };
  }
}

/** A private key for signing, as the file of it. */
export const newSigningKey = (): string =>
  (generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }) as string | Buffer).toString();

const resolved: Resolve = (host) =>
  new Promise((resolve, reject) =>
    lookup(host, { all: true }, (error, addresses) => (error ? reject(error) : resolve(addresses))),
  );

const inTime = async <T>(answer: Promise<T>, ms: number): Promise<T> => {
  const late = new AbortController();
  const over = pause(ms, undefined, { signal: late.signal }).then(() => {
    throw new Error('The name of the receiver was not found in time.');
  });
  over.catch(() => undefined); // there was an answer
  try {
    return await Promise.race([answer, over]);
  } finally {
    late.abort();
  }
};

type Letter = Readonly<{ body: string; answerMs: number; headers: Readonly<Record<string, string>> }>;

/** What the receiver answers beside its status is nobody's business here. */
const post = (url: URL, { address, family }: LookupAddress, { body, answerMs, headers }: Letter): Promise<number> =>
  new Promise((resolve, reject) => {
    const options: RequestOptions = {
      ...{ method: 'POST', agent: false, headers: { ...headers, 'content-length': Buffer.byteLength(body) } },
      signal: AbortSignal.timeout(answerMs),
      lookup: (_host, { all }, done) => (all ? done(null, [{ address, family }]) : done(null, address, family)),
    };
    const request: ClientRequest = (url.protocol === 'https:' ? requestHttps : requestHttp)(url, options, (answer) => {
      answer.destroy();
      resolve(answer.statusCode ?? 0);
    });
    request.on('error', ({ name, message }) =>
      reject(new Error(name === 'AbortError' ? 'No answer in time.' : message)),
    );
    request.end(body);
  });
