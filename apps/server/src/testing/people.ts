import { openTestServer, type Answer, type TestServer } from './test-server.ts';

export const ADMIN = { 'edict-capacity': 'administrator' };
/** What the page of this server sends along by itself. */
export const OWN_PAGE = { 'x-edict': 'console', origin: 'http://localhost', host: 'localhost' };
export const PASSWORD = 'three words and a half';

export type Sent = Readonly<{
  method?: 'GET' | 'POST' | 'DELETE';
  body?: object;
  headers?: Readonly<Record<string, string>>;
}>;

/** A server with people who sign in. */
export type People = Readonly<{
  server: TestServer;
  now(): number;
  later(minutes: number): void;
  /** As nobody, unless a header says as whom. */
  ask(url: string, sent?: Sent): Promise<Answer>;
  /** Opens an account, and takes up its invitation; its id. */
  openPerson(login: string): Promise<string>;
  signIn(login: string, more?: object): Promise<Answer>;
  grant(id: string, capacity: string, unit: string): Promise<Answer>;
}>;

export const cookieOf = ({ headers }: Answer): string => (headers['set-cookie'] as string).split(';')[0]!;

export const openPeople = async (): Promise<People> => {
  const server = await openTestServer();
  let clock = Date.parse('2025-05-16T02:00:00Z');
  let keys = 0;

  const ask: People['ask'] = async (url, { method, body, headers = {} } = {}) => {
    const answer = await server.app.inject({
      method: method ?? (body ? 'POST' : 'GET'),
      url,
      headers: { 'idempotency-key': `own-${keys++}`, ...headers },
      ...(body ? { payload: body } : {}),
    });
    const parsed = answer.body === '' ? null : (JSON.parse(answer.body) as unknown);
    return { status: answer.statusCode, headers: answer.headers, body: parsed };
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
    later: (minutes) => {
      clock += minutes * 60_000;
      server.setTime(new Date(clock).toISOString());
    },
    ask,
    openPerson,
    signIn: (login, more = {}) => ask('/sessions', { body: { login, password: PASSWORD, ...more }, headers: OWN_PAGE }),
    grant: (id, capacity, unit) => server.post(`/accounts/${id}/grants`, { capacity, unit, basis: 'Order 12' }, ADMIN),
  };
};
