import type { paths } from './api.generated.ts';
import { ProblemAnswer, Unreachable, type Problem } from './problem.ts';
import type { AnswerOf, BodyOf, PathOf, QueryOf, RouteOf, Verb } from './shapes.ts';

/** Where the server is and who asks. `token`: left out where a session's cookie goes along. `language`: of what it says to people. */
export type Access = Readonly<{
  url: string;
  token?: string | undefined;
  unit?: string | undefined;
  capacity?: string | undefined;
  language?: string | undefined;
  /** How often a request is sent in all, when there was no answer or only "not now". */
  attempts?: number;
  fetch?: typeof fetch;
  pause?: (ms: number) => Promise<void>;
}>;

/** `key`: the Idempotency-Key of a command. `ifMatch`: the revision it was seen at. `after`: the position that must be visible. */
type Aside = Readonly<{ key?: string; ifMatch?: number; after?: string; unit?: string; capacity?: string }>;
type Field<Name extends string, T> = [T] extends [undefined] ? object : Readonly<Record<Name, T>>;
type Asked<T> = Exclude<T, undefined>;
type Maybe<Name extends string, T> = [Asked<T>] extends [never] ? object : Readonly<Partial<Record<Name, Asked<T>>>>;

/** What a route has to be told. */
export type Said<P extends keyof paths, V extends Verb> = Aside &
  Field<'path', PathOf<P, V>> &
  Maybe<'query', QueryOf<P, V>> &
  Field<'body', BodyOf<P, V>>;

type Loose = Aside & Readonly<{ path?: object; query?: object; body?: unknown; file?: File }>;

/** `about`: the stream of what it is attached to, `classification`: the level of that. */
type File = Readonly<{ name: string; classification: string; bytes: Uint8Array<ArrayBuffer> }>;
export type Attached = Aside & File & Readonly<{ about: string; key: string }>;
type Rest<P extends keyof paths, V extends Verb> = object extends Said<P, V> ? [said?: Said<P, V>] : [said: Said<P, V>];

export type Client = Readonly<{
  /** Throws `ProblemAnswer` and `Unreachable`, as `post` does. */
  get<P extends RouteOf<'get'>>(path: P, ...said: Rest<P, 'get'>): Promise<AnswerOf<P, 'get'>>;
  post<P extends RouteOf<'post'>>(path: P, ...said: Rest<P, 'post'>): Promise<AnswerOf<P, 'post'>>;
  delete<P extends RouteOf<'delete'>>(path: P, ...said: Rest<P, 'delete'>): Promise<AnswerOf<P, 'delete'>>;
  /** Attaches a file to a directive, a task or a matter. */
  attach(said: Attached): Promise<AnswerOf<'/attachments', 'post'>>;
  /** A file, as its bytes. */
  download<P extends RouteOf<'get'>>(path: P, ...said: Rest<P, 'get'>): Promise<Uint8Array>;
}>;

/** A client of the API: its paths, fields and answers are those of the description in docs/openapi.json. */
export const connect = (access: Access): Client => {
  const send = async (verb: string, path: string, said: Loose = {}, as = read): Promise<never> => {
    const request = requestFor(verb, said, access);
    const address = addressOf(access.url, path, said);
    return (await answerTo(async () => as(await (access.fetch ?? fetch)(address, request)), access)) as never;
  };
  return {
    get: (path, ...[said]) => send('GET', path, said as Loose | undefined),
    post: (path, ...[said]) => send('POST', path, said as Loose | undefined),
    delete: (path, ...[said]) => send('DELETE', path, said as Loose | undefined),
    attach: ({ about, name, classification, bytes, ...aside }) =>
      send('POST', '/attachments', { ...aside, query: { about }, file: { name, classification, bytes } }),
    download: (path, ...[said]) => send('GET', path, said as Loose | undefined, readBytes),
  };
};

const requestFor = (method: string, said: Loose, access: Access): RequestInit => ({
  method,
  redirect: 'error',
  headers: headersFor(said, access),
  ...bodyIn(said),
});

const bodyIn = ({ body, file }: Loose): Pick<RequestInit, 'body'> => {
  if (file !== undefined) return { body: file.bytes };
  return body === undefined ? {} : { body: JSON.stringify(body) };
};

const typeIn = ({ body, file }: Loose): string | undefined => {
  if (file !== undefined) return 'application/octet-stream';
  return body === undefined ? undefined : 'application/json';
};

const headersFor = (said: Loose, access: Access): Record<string, string> => {
  const { key, ifMatch, after, unit = access.unit, capacity = access.capacity, file } = said;
  const all = {
    authorization: access.token === undefined ? undefined : `Bearer ${access.token}`,
    accept: 'application/json',
    'accept-language': access.language,
    'content-type': typeIn(said),
    'edict-file-name': file && encodeURIComponent(file.name),
    'edict-classification': file?.classification,
    'edict-unit': unit,
    'edict-capacity': capacity,
    'idempotency-key': key,
    'if-match': ifMatch === undefined ? undefined : `"${ifMatch}"`,
    'if-position-at-least': after,
  };
  const set = Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return Object.fromEntries(set);
};

const addressOf = (url: string, path: string, { path: parts = {}, query = {} }: Loose): URL => {
  const filled = Object.entries(parts).reduce(
    (text, [name, value]) => text.replace(`{${name}}`, encodeURIComponent(String(value))),
    path,
  );
  const address = new URL(`${url.replace(/\/$/, '')}${filled}`);
  for (const [name, value] of Object.entries(query))
    if (value !== undefined) address.searchParams.set(name, String(value));
  return address;
};

/** Longer than this nobody waits without being asked. */
const LONGEST_PAUSE_S = 5;

/** Sends again what got no answer or only "not now": with the same Idempotency-Key a command is obeyed once. */
const answerTo = async (
  send: () => Promise<unknown>,
  { url, attempts = 3, pause = sleep }: Access,
): Promise<unknown> => {
  for (let left = attempts; ; left--) {
    try {
      return await send();
    } catch (error) {
      const seconds = waitFor(error);
      if (left <= 1 || seconds === undefined) throw asUnreachable(error, url);
      await pause(seconds * 1000);
    }
  }
};

const waitFor = (error: unknown): number | undefined => {
  if (!(error instanceof ProblemAnswer)) return error instanceof TypeError ? 0.1 : undefined;
  const { retryAfter } = error;
  return retryAfter !== undefined && retryAfter <= LONGEST_PAUSE_S ? retryAfter : undefined;
};

const asUnreachable = (error: unknown, url: string): unknown =>
  error instanceof TypeError ? new Unreachable(`${url} does not answer: ${reasonOf(error)}`, { cause: error }) : error;

const reasonOf = (error: TypeError): string => {
  const { code } = (error.cause ?? {}) as { code?: string };
  return code ?? error.message;
};

const read = async (response: Response): Promise<unknown> => {
  const text = await response.text();
  if (response.status === 204) return undefined;
  const body = parsed(text, response);
  if (response.ok) return body;
  const retryAfter = response.headers.get('retry-after');
  throw new ProblemAnswer(body as Problem, retryAfter === null ? undefined : Number(retryAfter));
};

/** What is no file is a no, and says so as always. */
const readBytes = async (response: Response): Promise<unknown> =>
  response.ok ? new Uint8Array(await response.arrayBuffer()) : read(response);

const parsed = (text: string, { status, headers }: Response): unknown => {
  try {
    if (/^application\/(\w+\+)?json\b/.test(headers.get('content-type') ?? '')) return JSON.parse(text);
  } catch {
    // said below
  }
  throw new Unreachable(`What answers there (${status}) does not speak as Edict does.`);
};

const sleep = (ms: number): Promise<void> => new Promise((resolve) => void setTimeout(resolve, ms));
