import { attended } from './attended.ts';

/** For whom the console asks and acts. */
export type Office = Readonly<{ unit: string; capacity: string }>;

/** A token that was pasted in is kept while the page is open, and nowhere else. */
let bearer: string | undefined;
export const bear = (token: string | undefined): void => {
  bearer = token;
  ahead.clear();
};

/** The position that this page has written last: what it reads afterwards is at least as new. */
let written = '';
export const hasWritten = (position: string): void => {
  if (!position.startsWith(AT_ONCE)) written = position;
};
/** Where a unit is told is read from the log itself, at once; and nobody is told where in it that stands. */
const AT_ONCE = 'subscription-';

/** Only administrators wait for what was written of accounts: for anybody else it is not there. */
const isFor = (position: string, capacity: string | undefined): boolean =>
  position !== '' && (capacity === 'administrator' || !/^(account|office)-/.test(position));

type Sent = Readonly<Record<string, string>>;

/** Where there is no page, as in a test, nobody asks but somebody. */
const isAttended = typeof window === 'undefined' ? () => true : attended(window);

/** `X-Edict` is what no form of another site can send. It says as well whether anybody is there, so that a session may go idle behind an open page. */
const send: typeof fetch = (address, init) => {
  const sent = init?.headers as Sent | undefined;
  const isReading = init?.method === 'GET' && isFor(written, sent?.['edict-capacity']);
  const isBearing = bearer !== undefined;
  const headers = {
    ...sent,
    'x-edict': isAttended() ? 'console' : 'unattended',
    ...(isBearing ? { authorization: `Bearer ${bearer}` } : {}),
    ...(isReading ? { 'if-position-at-least': written } : {}),
  };
  return fetch(address, { ...init, headers });
};

/** What was asked before the console was there to ask. Each answer is taken once, by the first that asks the same for the same office, before anything was written and while it is new. */
const ahead = new Map<string, Promise<Response>>();
const NEW_MS = 10_000;

const nameOf = (address: string, headers: Sent = {}): string =>
  [address, headers['edict-unit'], headers['edict-capacity']].join(' ');

export const askAhead = (address: string, headers: Sent): void => {
  const answer = send(address, { method: 'GET', redirect: 'error', headers });
  answer.catch(() => undefined); // whoever takes it says what went wrong
  ahead.set(nameOf(address, headers), answer);
  setTimeout(() => ahead.clear(), NEW_MS);
};

export const ask: typeof fetch = (address, init) => {
  if (init?.method !== 'GET') ahead.clear();
  const name = nameOf(String(address), init?.headers as Sent | undefined);
  const answer = ahead.get(name);
  ahead.delete(name);
  return answer ?? send(address, init);
};
