import type { Report } from '../access/access.ts';
import type { OidcSettings } from '../access/oidc-settings.ts';
import { assertDescribed } from './described.ts';
import { openTestServer, type Answer, type TestServer } from './test-server.ts';

export const ADMIN = { 'edict-capacity': 'administrator' };
/** What the page of this server sends along by itself. */
export const OWN_PAGE = { 'x-edict': 'console', origin: 'http://localhost', host: 'localhost' };
export const PASSWORD = 'three words and a half';

export type Sent = Readonly<{
  method?: 'GET' | 'POST' | 'DELETE';
  body?: object;
  /** In place of a body that is JSON. */
  text?: string;
  headers?: Readonly<Record<string, string>>;
}>;

/** A server with people who sign in. */
export type People = Readonly<{
  server: TestServer;
  now(): number;
  later(minutes: number): void;
  setNow(ms: number): void;
  /** As nobody, unless a header says as whom. */
  ask(url: string, sent?: Sent): Promise<Answer>;
  /** Opens an account, and takes up its invitation; its id. */
  openPerson(login: string): Promise<string>;
  signIn(login: string, more?: object): Promise<Answer>;
  grant(id: string, capacity: string, unit: string): Promise<Answer>;
}>;

export const cookieOf = ({ headers }: Answer): string => (headers['set-cookie'] as string).split(';')[0]!;

const payloadOf = (payload: object | string | undefined) => (payload === undefined ? {} : { payload });

type Options = Readonly<{ oidc?: OidcSettings; from?: number; report?: Report }>;

/** `from`: when it is, in milliseconds, to begin with. */
const textIn = (body: string): unknown => (body === '' ? null : (JSON.parse(body) as unknown));

export const openPeople = async ({ from, ...options }: Options = {}): Promise<People> => {
  const server = await openTestServer(undefined, undefined, options);
  let clock = Date.parse('2025-05-16T02:00:00Z');
  const setNow: People['setNow'] = (ms) => {
    clock = ms;
    server.setTime(new Date(clock).toISOString());
  };
  if (from !== undefined) setNow(from);
  let keys = 0;

  const ask: People['ask'] = async (url, { body, text, headers = {}, ...sent } = {}) => {
    const { method = body ? 'POST' : 'GET' } = sent;
    const answer = await server.app.inject({
      method,
      url,
      headers: { 'idempotency-key': `own-${keys++}`, ...headers },
      ...payloadOf(body ?? text),
    });
    const told = { status: answer.statusCode, headers: answer.headers, body: textIn(answer.body) };
    assertDescribed({ method, url, ...told });
    return told;
  };
  const openPerson: People['openPerson'] = async (login) => {
    const opened = await server.post('/accounts', { kind: 'person', name: login, login }, ADMIN);
    const { id, invitation } = opened.body as { id: string; invitation: string };
    const taken = await ask('/accounts/invited', { body: { invitation, password: PASSWORD }, headers: OWN_PAGE });
    if (taken.status !== 204) throw new Error(`${login} was not let in: ${JSON.stringify([opened, taken])}`);
    return id;
  };
  return {
    server,
    now: () => clock,
    setNow,
    later: (minutes) => setNow(clock + minutes * 60_000),
    ask,
    openPerson,
    signIn: (login, more = {}) => ask('/sessions', { body: { login, password: PASSWORD, ...more }, headers: OWN_PAGE }),
    grant: (id, capacity, unit) => server.post(`/accounts/${id}/grants`, { capacity, unit, basis: 'Order 12' }, ADMIN),
  };
};
