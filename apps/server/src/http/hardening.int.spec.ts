import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { openTestServer, TOKEN, type TestServer } from '../testing/test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await openTestServer();
});
afterAll(() => server.close());

describe('What is not offered', () => {
  it.each(['TRACE', 'CONNECT', 'PROPFIND'])('is no method of any route: %s', async (method) => {
    const headers = { authorization: `Bearer ${TOKEN}` };
    const answer = await server.app.inject({ method: method as 'GET', url: '/directives', headers });
    expect(answer.statusCode).toBeGreaterThanOrEqual(400);
    expect(answer.statusCode).toBeLessThan(500);
    expect(answer.body).not.toContain(TOKEN);
  });

  it.each(['/.git/config', '/package.json', '/dist/', '/debug', '/api/'])(
    'is no list of files, and nothing of how it is built or runs: %s',
    async (path) => expect([401, 404]).toContain((await server.get(path)).status),
  );
});
