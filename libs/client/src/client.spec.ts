import { describe, expect, it } from '@jest/globals';

import { connect, type Access } from './client.ts';
import { ProblemAnswer, Unreachable } from './problem.ts';

type Seen = Readonly<{ url: string; init: RequestInit }>;

const json = (status: number, body: object, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json', ...headers } });
const problem = (status: number, code: string, headers: Record<string, string> = {}) =>
  json(status, { type: 'about:blank', title: 'No', status, code, detail: 'No.' }, headers);

/** A server that gives these answers, one after the other, and what it was asked. */
const against = (answers: readonly (Response | Error)[], access: Partial<Access> = {}) => {
  const seen: Seen[] = [];
  const pauses: number[] = [];
  const client = connect({
    url: 'http://edict.test/',
    token: 't',
    fetch: async (url, init = {}) => {
      seen.push({ url: url instanceof Request ? url.url : url.toString(), init });
      const answer = answers[seen.length - 1]!;
      if (answer instanceof Error) throw answer;
      return answer;
    },
    pause: async (ms) => void pauses.push(ms),
    ...access,
  });
  return { client, seen, pauses };
};

const TASK = { path: { id: 'a/b' }, body: { assignment: 1 }, key: 'k', ifMatch: 3 } as const;
const acknowledge = ({ client }: ReturnType<typeof against>) => client.post('/tasks/{id}/acknowledge', TASK);
const OUTCOME = { stream: 's', revision: 1, position: 'p' };

describe('The client', () => {
  it('puts each thing in its place: path, query, body, and headers', async () => {
    const scene = against([json(200, OUTCOME), json(200, [])], { unit: 'u', language: 'vi' });
    expect(await acknowledge(scene)).toStrictEqual(OUTCOME);
    await scene.client.get('/matters', { query: { unit: 'x y' }, after: 'p' });
    const [posted, got] = scene.seen;
    expect(posted?.url).toBe('http://edict.test/tasks/a%2Fb/acknowledge');
    expect(posted?.init).toMatchObject({ method: 'POST', body: '{"assignment":1}' });
    expect(posted?.init.headers).toStrictEqual({
      authorization: 'Bearer t',
      accept: 'application/json',
      'accept-language': 'vi',
      'content-type': 'application/json',
      'edict-unit': 'u',
      'idempotency-key': 'k',
      'if-match': '"3"',
    });
    expect(got?.url).toBe('http://edict.test/matters?unit=x+y');
    expect(got?.init.headers).toMatchObject({ 'if-position-at-least': 'p' });
  });

  it('sends a file as its bytes, with its name and level', async () => {
    const scene = against([json(201, {})]);
    const bytes = new Uint8Array([1, 2]);
    await scene.client.attach({ about: 'task-1', name: 'danh sách.csv', classification: 'open', bytes, key: 'k' });
    const [{ url, init }] = scene.seen as [Seen];
    expect(url).toBe('http://edict.test/attachments?about=task-1');
    expect(init.body).toBe(bytes);
    expect(init.headers).toMatchObject({
      'content-type': 'application/octet-stream',
      'edict-file-name': 'danh%20s%C3%A1ch.csv',
      'edict-classification': 'open',
      'idempotency-key': 'k',
    });
  });

  it('throws a no with its code, and does not send it again', async () => {
    const scene = against([problem(409, 'task/accepted')]);
    await expect(acknowledge(scene)).rejects.toThrow(ProblemAnswer);
    await expect(acknowledge(against([problem(409, 'task/accepted')]))).rejects.toMatchObject({
      code: 'task/accepted',
    });
    expect(scene.seen.length).toBe(1);
  });

  it('sends again, under the same key, what got no answer or "not now"', async () => {
    const scene = against([
      new TypeError('cut'),
      problem(503, 'views/behind', { 'retry-after': '2' }),
      json(200, OUTCOME),
    ]);
    expect(await acknowledge(scene)).toStrictEqual(OUTCOME);
    expect(scene.pauses).toStrictEqual([100, 2000]);
    expect(new Set(scene.seen.map(({ init }) => JSON.stringify(init))).size).toBe(1);
  });

  it('gives up after three times, and at once where it would have to wait for long', async () => {
    const cut = new TypeError('fetch failed', { cause: { code: 'ECONNREFUSED' } });
    const scene = against([cut, cut, cut, cut]);
    await expect(acknowledge(scene)).rejects.toMatchObject({
      name: 'Unreachable',
      message: 'http://edict.test/ does not answer: ECONNREFUSED',
    });
    expect(scene.seen.length).toBe(3);
    const patient = against([problem(429, 'request/too-many', { 'retry-after': '60' })]);
    await expect(acknowledge(patient)).rejects.toMatchObject({ status: 429, retryAfter: 60 });
  });

  it('says when what answers is not Edict', async () => {
    const page = new Response('<html>', { status: 200, headers: { 'content-type': 'text/html' } });
    await expect(acknowledge(against([page]))).rejects.toThrow(Unreachable);
  });
});
