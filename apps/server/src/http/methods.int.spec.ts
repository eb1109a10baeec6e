import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { ROUTES } from '../access/routes.ts';
import { openTestServer, TOKEN, type TestServer } from '../testing/test-server.ts';

const ID = '377382a2-872e-52f5-a595-b42487faf286';

let server: TestServer;
beforeAll(async () => {
  server = await openTestServer();
});
afterAll(() => server.close());

type Headers = Readonly<Record<string, string>>;
const ask = async (method: string, url: string, headers: Headers = { authorization: `Bearer ${TOKEN}` }) => {
  const answer = await server.app.inject({ method: method as 'GET', url, headers });
  return {
    status: answer.statusCode,
    allow: answer.headers['allow'],
    body: answer.body,
    type: answer.headers['content-type'],
  };
};

/** Every path that there is, with its methods; where another has the same form, those of both. */
const paths = (): ReadonlyMap<string, readonly string[]> => {
  const lines = Object.keys(ROUTES).map((line) => line.split(' ') as [string, string]);
  const names = lines.map(([, path]) => path).filter((path) => !path.includes('*'));
  return new Map(
    names.map((path) => [path.replaceAll(/:\w+/g, ID), lines.filter(([, each]) => each === path).map(([m]) => m)]),
  );
};

describe('A method that a path does not know', () => {
  it('is told apart from a path that there is not, with those that it knows, on every path', async () => {
    const wrong: unknown[] = [];
    expect(paths().size).toBeGreaterThan(100);
    for (const [path, methods] of paths())
      for (const method of ['PUT', 'PATCH', 'OPTIONS', 'PROPFIND', 'TRACE']) {
        const { status, allow = '', body } = await ask(method, path);
        const known = allow.split(', ');
        const isTold =
          status === 405 && methods.every((each) => known.includes(each)) && body.includes('"route/method"');
        if (!isTold) wrong.push([method, path, status, allow]);
      }
    expect(wrong).toStrictEqual([]);
  });

  it('is a problem like every other, in the language that is asked for', async () => {
    const headers = { authorization: `Bearer ${TOKEN}`, 'accept-language': 'uk' };
    const { status, allow, body, type } = await ask('DELETE', '/tasks?limit=3', headers);
    expect([status, allow, type]).toStrictEqual([405, 'GET, HEAD', 'application/problem+json; charset=utf-8']);
    expect(JSON.parse(body)).toStrictEqual({
      ...{ type: 'urn:edict:problem:route/method', status: 405, code: 'route/method' },
      title: 'Немає такого методу',
      detail: expect.stringMatching(/[а-яі]/),
    });
  });

  it('is told by all the methods of a path that two routes fit', async () => {
    expect(await ask('PUT', '/accounts/me')).toMatchObject({ status: 405, allow: 'GET, HEAD' });
    expect(await ask('POST', '/sessions/current')).toMatchObject({ status: 405, allow: 'DELETE' });
    expect(await ask('GET', `/tasks/${ID}/acknowledge`)).toMatchObject({ status: 405, allow: 'POST' });
  });

  it.each(['/nothing', `/tasks/${ID}/forget`, '/Tasks', '/tasks/', '//tasks', '/tasks%2f'])(
    'is nothing of a path that there is not: %s',
    async (path) => expect(await ask('DELETE', path)).toMatchObject({ status: 404, allow: undefined }),
  );

  it('is told to nobody who is not let in', async () => {
    const [there, not] = [await ask('DELETE', '/tasks', {}), await ask('DELETE', '/nothing', {})];
    expect([there.status, there.allow, there.body]).toStrictEqual([401, undefined, not.body]);
    expect((await ask('DELETE', '/sessions', {})).body).toBe(not.body);
  });
});
