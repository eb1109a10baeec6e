import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { connect, ProblemAnswer, type Client } from '@edict/client';

import { walkThrough } from './testing/client-walk.ts';
import { eventually, openTestServer, TOKEN, type TestServer } from './testing/test-server.ts';

const FILE = join(import.meta.dirname, 'http/answers.generated.ts');

/** Different each time it is made, or told to one person only; and where the log ended by then. */
const ELSE: Readonly<Record<string, string>> = {
  secret: 'edict_Zt5…',
  invitation: 'jX3…',
  next: 'WyJ0…',
  head: '0000000000000099',
  reached: '0000000000000099',
};
/** Of a lease: whose it is, and until when by the clock on the wall. */
const LEASE = { holder: 'sagas-1/7', until: '2025-05-16T02:00:30.000Z' };

/** As an example shows it: one of each list, and no secret. */
const shortened = (value: unknown, key = ''): unknown => {
  if (typeof value === 'string' && Object.hasOwn(ELSE, key)) return ELSE[key];
  if (Array.isArray(value)) return value.slice(0, 1).map((each) => shortened(each));
  if (value === null || typeof value !== 'object') return value;
  const all = 'epoch' in value ? { ...value, ...LEASE } : value;
  return Object.fromEntries(Object.entries(all).map(([name, each]) => [name, shortened(each, name)]));
};

describe('A program that goes through the API by the typed client', () => {
  let server: TestServer;
  let url: string;
  const answers: Record<string, unknown> = {};

  beforeAll(async () => {
    server = await openTestServer();
    await server.app.listen(0, '127.0.0.1');
    url = await server.app.getUrl();
  });
  afterAll(() => server.close());

  /** Keeps what each route answers first. */
  const keeping = (client: Client): Client => {
    const kept = (verb: 'get' | 'post' | 'delete') => async (path: string, said: never) => {
      const answer: unknown = await (client[verb] as (path: string, said: never) => Promise<unknown>)(path, said);
      answers[`${verb} ${path}`] ??= shortened(answer);
      return answer;
    };
    return { get: kept('get'), post: kept('post'), delete: kept('delete') } as unknown as Client;
  };
  const settled = async (): Promise<void> => {
    type Told = Readonly<{ head: string; subscribers: readonly Readonly<{ reached: string }>[] }>;
    await eventually(
      async () => (await server.get('/health')).body as Told,
      ({ head, subscribers }) => subscribers.every(({ reached }) => reached === head),
    );
  };

  const made = async (id: string): Promise<void> => {
    await eventually(
      async () => (await server.get(`/exports/${id}`)).body as Readonly<{ state: string }>,
      ({ state }) => state === 'made',
    );
  };

  /** To another moment, with what is due by then. */
  const next = async (moment: string): Promise<void> => {
    server.setTime(moment);
    await server.access.engine.ring();
    await settled();
  };

  it('is answered as the description shows it: EDICT_WRITE=1 writes the answers, and node tools/openapi.js the rest', async () => {
    const client = keeping(connect({ url, token: TOKEN }));
    await walkThrough({ client, settled, next, made });
    const sorted = Object.fromEntries(Object.entries(answers).toSorted(([a], [b]) => (a < b ? -1 : 1)));
    const text = `// Made by client-walk.int.spec.ts. Do not edit.\nexport const answers: Readonly<Record<string, unknown>> = ${JSON.stringify(sorted, null, 2)};\n`;
    if (process.env['EDICT_WRITE'] === '1') writeFileSync(FILE, text);
    expect(text).toBe(readFileSync(FILE, 'utf8'));
  });

  it('is told what was wrong, with the code to branch on', async () => {
    const client = connect({ url, token: TOKEN, unit: 'politburo', language: 'uk', attempts: 1 });
    const unknown = { path: { id: '377382a2-872e-52f5-a595-b42487faf286' }, body: { submission: 1 }, key: 'x' };
    const refused = await client.post('/tasks/{id}/accept', unknown).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(ProblemAnswer);
    expect(refused).toMatchObject({ code: 'task/unknown', status: 404 });
    const late = client.get('/tasks', { after: server.sealed('9999999999999999') });
    await expect(late).rejects.toMatchObject({ code: 'views/behind', status: 503, retryAfter: 2 });
  });
});
