import { describe, expect, it } from '@jest/globals';
import { fastify } from 'fastify';

import { takeOnlyJson } from './json-body.ts';

const taken = async (payload: string, type = 'application/json'): Promise<unknown> => {
  const app = fastify();
  takeOnlyJson(app);
  app.post('/', ({ body }) => body);
  const answer = await app.inject({ method: 'POST', url: '/', payload, headers: { 'content-type': type } });
  return answer.statusCode === 200 ? answer.json() : answer.json<{ message: string }>().message;
};

describe('A body', () => {
  it.each([
    { document: 'id: "a"\n"b": {"c": 1}\n\\"d\\": \\' },
    { a: { a: 1 }, b: [{ a: 1 }, { a: 2 }], c: ['a', 'a'], '': ':' },
    {},
  ])('is taken as it is, whatever its texts look like: %j', async (value) => {
    expect(await taken(JSON.stringify(value))).toStrictEqual(value);
    expect(await taken(JSON.stringify(value, null, 2))).toStrictEqual(value);
  });

  it.each(['{"a":1,"a":2}', '{"b":[{"a":1,"a":1}]}', '{"a":1,"\\u0061":2}'])('has no key twice: %s', async (text) =>
    expect(await taken(text)).toBe('A key stands twice in one object.'),
  );

  it('is UTF-8', async () => {
    for (const charset of ['utf-8', 'UTF-8', '"utf-8"', 'utf8'])
      expect(await taken('{"a":1}', `application/json; charset=${charset}`)).toStrictEqual({ a: 1 });
    expect(await taken('{"a":1}', 'application/json; charset=latin1')).toBe('JSON is sent as UTF-8.');
  });
});
