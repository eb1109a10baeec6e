import { once } from 'node:events';
import { connect, type AddressInfo } from 'node:net';
import { request, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';

import { afterEach, describe, expect, it } from '@jest/globals';
import { MemoryAnchor, MemoryEventStore } from '@edict/adapter-memory';

import { openTestServer, type TestServer, TOKEN } from '../testing/test-server.ts';
import { LIMITS, type Limits } from './limits.ts';

describe('A limit', () => {
  let server: TestServer;
  afterEach(() => server.close());

  const open = async (limits: Partial<Limits>) => {
    server = await openTestServer(new MemoryEventStore(), new MemoryAnchor(), { limits: { ...LIMITS, ...limits } });
    await server.app.listen(0, '127.0.0.1');
    return (server.app.getHttpServer().address() as AddressInfo).port;
  };
  const statuses = async (count: number, headers: Readonly<Record<string, string>> = {}) => {
    const answers = [];
    for (let n = 0; n < count; n++) answers.push(await server.get('/directives', headers));
    return answers;
  };

  it('of how often a principal asks is answered 429, with when to go on', async () => {
    await open({ perPrincipal: 3 });
    const answers = await statuses(4);
    expect(answers.map(({ status }) => status)).toStrictEqual([200, 200, 200, 429]);
    expect(answers[3]).toMatchObject({ headers: { 'retry-after': '20' }, body: { code: 'request/too-many' } });
  });

  it('of how often an address asks holds for whoever asks', async () => {
    await open({ perAddress: 2 });
    const nobody = { authorization: 'Bearer x' };
    expect((await statuses(3, nobody)).map(({ status }) => status)).toStrictEqual([401, 401, 429]);
  });

  it('of wrong tokens keeps an address from trying on, with the right one too', async () => {
    await open({ failuresPerAddress: 2 });
    expect((await statuses(3, { authorization: 'Bearer x' })).map(({ status }) => status)).toStrictEqual([
      401, 401, 429,
    ]);
    expect((await server.get('/directives')).status).toBe(429);
  });

  it('of wrong tokens is not used up by who shows none, and holds back nobody who sits beside them', async () => {
    await open({ failuresPerAddress: 2 });
    expect((await statuses(4, { authorization: '' })).map(({ status }) => status)).toStrictEqual([401, 401, 401, 401]);
    expect((await server.get('/directives')).status).toBe(200);
  });

  it('of header lines is answered 431', async () => {
    const port = await open({});
    const headers = Object.fromEntries(Array.from({ length: 150 }, (_, n) => [`x-${n}`, 'y']));
    const asked = request({ port, host: '127.0.0.1', path: '/directives', headers });
    const [answer] = (await once(asked.end(), 'response')) as [IncomingMessage];
    expect(answer.statusCode).toBe(431);
    expect(JSON.parse(await text(answer))).toMatchObject({ code: 'request/headers-too-large' });
  });

  it('of time is answered 408, to a body that trickles and to headers that never end', async () => {
    const port = await open({ arrivalMs: 300 });
    const head = `POST /units HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${TOKEN}\r\nContent-Type: application/json\r\n`;
    const answers = [`${head}Content-Length: 100\r\n\r\n{`, head].map(async (sent) => {
      const socket = connect(port, '127.0.0.1').on('error', () => undefined);
      socket.write(sent);
      return text(socket);
    });
    for (const answer of await Promise.all(answers)) expect(answer).toMatch(/^HTTP\/1\.1 408 .*"request\/timeout"/s);
  });

  it('or none, every answer says how it may be used, and none which program gave it', async () => {
    await open({});
    for (const { headers } of [await server.get('/directives'), await server.get('/nothing')]) {
      expect(headers).toMatchObject({
        'cache-control': 'no-store',
        'content-security-policy': "default-src 'none'; base-uri 'none'; frame-ancestors 'none'",
        'referrer-policy': 'no-referrer',
        'strict-transport-security': 'max-age=31536000; includeSubDomains',
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
      });
      for (const none of ['server', 'x-powered-by', 'access-control-allow-origin'])
        expect(Object.keys(headers)).not.toContain(none);
      expect(JSON.stringify(headers)).not.toMatch(/fastify|nest|node/i);
    }
  });
});
