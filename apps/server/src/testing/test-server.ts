import { setTimeout as pause } from 'node:timers/promises';

import {
  MemoryAccessLog,
  MemoryAccessStore,
  MemoryAnchor,
  MemoryBlobs,
  MemoryEventStore,
  MemoryLeases,
  MemoryTimers,
  MemoryViews,
} from '@edict/adapter-memory';
import type { Level } from '@edict/directives';
import { STANDARD_CEILING, type Channels } from '@edict/engine';
import { instant } from '@edict/kernel';
import type { AccessLog, Anchor, EventStore } from '@edict/runtime';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

import { Access, type AccessOptions, type Report } from '../access/access.ts';
import type { OidcSettings } from '../access/oidc-settings.ts';
import type { Principal, Shown, SignedIn } from '../access/principal.ts';
import { createApp } from '../create-app.ts';
import { LIMITS, type Limits } from '../http/limits.ts';
import { example, exampleSeed } from '../examples.ts';
import { startInstallation, type Installation } from '../installation.ts';
import { assertDescribed } from './described.ts';
import { withToken } from './with-token.ts';

export const TOKEN = 'token-of-the-tests';

type Headers = Readonly<Record<string, string>>;
export type Answer = Readonly<{ status: number; headers: Readonly<Record<string, unknown>>; body: unknown }>;

export type TestServer = Readonly<{
  app: NestFastifyApplication;
  access: Access;
  store: EventStore;
  setTime(text: string): void;
  /** A position as only this server can say it. */
  sealed(position: string): string;
  get(url: string, headers?: Headers): Promise<Answer>;
  /** Every item of a list, page by page. */
  all(url: string, headers?: Headers): Promise<readonly unknown[]>;
  /** As the unit, under a key of its own unless one is given. */
  post(url: string, payload: unknown, headers?: Headers): Promise<Answer>;
  close(): Promise<void>;
}>;

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
};

/** `principals`: who else signs in, with their id for a token. */
type Options = Readonly<{
  ceiling?: Level;
  principals?: readonly Principal[];
  limits?: Limits;
  oidc?: OidcSettings;
  accessLog?: AccessLog;
  channels?: Channels;
  report?: Report;
}>;

/** Whoever tests what is bad asks badly, and often. */
const PATIENT: Limits = { ...LIMITS, perPrincipal: 1e6, perAddress: 1e6, failuresPerAddress: 1e6 };

type Send = (method: 'GET' | 'POST', url: string, headers: Headers, payload?: unknown) => Promise<Answer>;

const sendTo =
  (app: NestFastifyApplication): Send =>
  async (method, url, headers, payload) => {
    const body = payload === undefined ? {} : { payload: payload as string };
    const all = { authorization: `Bearer ${TOKEN}`, ...headers };
    const answer = await app.inject({ method, url, headers: all, ...body });
    const told = { status: answer.statusCode, headers: answer.headers, body: parsed(answer.body) };
    assertDescribed({ method, url, ...told });
    return told;
  };

/** The whole server on the memory adapter, on a clock of its own, with the units, the policy and the calendar of the examples. */
export const openTestServer = async (
  store: EventStore = new MemoryEventStore(),
  anchor: Anchor = new MemoryAnchor(),
  options: Options = {},
): Promise<TestServer> => {
  const { ceiling = STANDARD_CEILING, principals = [], limits = PATIENT, oidc, report = () => undefined } = options;
  let now = instant('2025-05-16T02:00:00Z');
  const ports = { store, anchor, clock: () => now, ceiling, ...inMemory(), ...outsideOf(options) };
  const installation = await startInstallation(ports, async () => undefined, {
    seed: await exampleSeed(),
    cursorKey: Buffer.alloc(32, 'tests'),
    webhookKey: 'whpk_11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=',
    ...{ accessStore: new MemoryAccessStore(), ...accessLogOf(options) },
  });
  const access = new OpenAccess(installation, { ceiling, localToken: true, oidc, report }, principals);
  await withToken(access, TOKEN);
  const app = await createApp(installation, access, limits);
  await ready(app);

  const send = sendTo(app);
  const all = pagesBy((url, headers) => send('GET', url, headers));
  let keys = 0;
  return {
    all,
    access,
    app,
    store,
    setTime: (text) => (now = instant(text)),
    sealed: (position) => installation.positions.seal(position),
    get: (url, headers = {}) => send('GET', url, headers),
    post: (url, payload, headers = {}) =>
      send('POST', url, { 'idempotency-key': `key-${keys++}`, ...headers }, payload),
    close: async () => {
      await app.close();
      await installation.close();
    },
  };
};

const ready = async (app: NestFastifyApplication): Promise<void> => {
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
};

/** Beside whom it knows it lets in who is named, by the token that their id is. */
class OpenAccess extends Access {
  readonly #others: ReadonlyMap<string, Principal>;

  constructor({ engine, accessStore }: Installation, options: AccessOptions, others: readonly Principal[]) {
    super(engine, accessStore, options);
    this.#others = new Map(others.map((principal) => [`Bearer ${principal.id}`, principal]));
  }

  override async authenticate(shown: Shown): Promise<SignedIn | undefined> {
    return this.#other(shown) ?? super.authenticate(shown);
  }

  override async stillSignedIn(shown: Shown): Promise<SignedIn | undefined> {
    return this.#other(shown) ?? super.stillSignedIn(shown);
  }

  override async isKnown(shown: Shown): Promise<boolean> {
    return this.#other(shown) !== undefined || super.isKnown(shown);
  }

  #other({ authorization = '' }: Shown): SignedIn | undefined {
    const principal = this.#others.get(authorization);
    return principal && { principal };
  }
}

const outsideOf = ({ channels }: Options) => (channels ? { channels } : {});

const accessLogOf = ({ accessLog = new MemoryAccessLog('tests') }: Options) => ({
  accessLog,
  accessAnchor: new MemoryAnchor(),
});

const inMemory = () => {
  const views = new MemoryViews();
  const blobs = new MemoryBlobs();
  return {
    views,
    blobs,
    timers: new MemoryTimers(views),
    leases: new MemoryLeases(Date.now, views),
    installation: 'tests',
  };
};

/** Every item of a list, page by page. */
const pagesBy =
  (get: (url: string, headers: Headers) => Promise<Answer>): TestServer['all'] =>
  async (url, headers = {}) => {
    const items: unknown[] = [];
    const path = `${url}${url.includes('?') ? '&' : '?'}limit=500`;
    for (let cursor = ''; ;) {
      const { status, body } = await get(path + cursor, headers);
      if (status !== 200) throw new Error(`${url}: ${status} ${JSON.stringify(body)}`);
      const page = body as Readonly<{ items: readonly unknown[]; next: string | null }>;
      items.push(...page.items);
      if (page.next === null) return items;
      cursor = `&cursor=${page.next}`;
    }
  };

export const textOf = async (name: string): Promise<string> => Buffer.from((await example(name)).text).toString();

/** What is asked should get room to happen. */
const POLL_MS = 20;

/** Asks until it is so. For what follows from an act by itself, and a little later. */
export const eventually = async <T>(ask: () => Promise<T>, holds: (answer: T) => boolean, ms = 20_000): Promise<T> => {
  for (const until = Date.now() + ms; ;) {
    const answer = await ask();
    if (holds(answer)) return answer;
    if (Date.now() > until) throw new Error(`It did not come to pass: ${JSON.stringify(answer).slice(0, 500)}`);
    await pause(POLL_MS);
  }
};

/** Issues 155-KL/TW on its day, and gives its id when all its tasks are assigned. */
export const issued155 = async (server: TestServer): Promise<string> => {
  const document = await textOf('conclusion-155-kl-tw.yaml');
  const said = { document, policyId: 'vn-party', calendarId: 'vn-working-days', issuedOn: '2025-05-16' };
  const { body } = await server.post('/directives', said, { 'edict-unit': 'politburo' });
  const directive = (body as { stream: string }).stream.replace('directive-', '');
  await eventually(
    () => server.all(`/directives/${directive}/tasks`),
    ({ length }) => length === 512,
  );
  return directive;
};
