import { connect, type AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { openTestServer, type TestServer } from '../testing/test-server.ts';

describe('A request', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await openTestServer();
    await server.app.listen(0, '127.0.0.1');
  });
  afterAll(() => server.close());

  /** Everything that comes back on a connection that is closed after it. */
  const sent = async (line: string, ...headers: readonly string[]): Promise<string> => {
    const { port } = server.app.getHttpServer().address() as AddressInfo;
    const socket = connect(port, '127.0.0.1');
    socket.write([line, ...headers, 'Connection: close', '', ''].join('\r\n'));
    return text(socket);
  };
  const problemIn = (answer: string) => JSON.parse(answer.slice(answer.indexOf('\r\n\r\n') + 4)) as object;

  it.each([
    ['no host', []],
    ['an empty host', ['Host: ']],
    ['two hosts', ['Host: a.example', 'Host: b.example']],
    ['one host twice', ['Host: a.example', 'host: a.example']],
    ['a host that is a path', ['Host: a.example/x']],
    ['a host with somebody before it', ['Host: ann@a.example']],
    ['a host with a space', ['Host: a example']],
    ['a port that is none', ['Host: a.example:x']],
    ['an expectation that nobody knows', ['Host: a.example', 'Expect: a miracle']],
  ])('with %s is told what is wrong, on any route', async (_, headers) => {
    for (const line of ['GET /health/live HTTP/1.1', 'GET /nothing HTTP/1.1', 'GET /directives HTTP/1.1']) {
      const answer = await sent(line, ...headers, 'Accept-Language: vi');
      expect(answer).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n.*content-type: application\/problem\+json/is);
      expect(answer).toMatch(/x-content-type-options: nosniff/i);
      expect(problemIn(answer)).toMatchObject({
        status: 400,
        code: 'request/malformed',
        title: 'Yêu cầu không đọc được',
      });
    }
  });

  it.each([
    ['a name', 'HTTP/1.1', ['Host: a.example']],
    ['a name and a port', 'HTTP/1.1', ['Host: a.example:8080']],
    ['an address', 'HTTP/1.1', ['Host: 127.0.0.1:3000']],
    ['an address in brackets', 'HTTP/1.1', ['Host: [::1]:3000']],
    ['none, as before HTTP/1.1', 'HTTP/1.0', []],
  ])('with %s is answered', async (_, version, headers) =>
    expect(await sent(`GET /health/live ${version}`, ...headers)).toMatch(/^HTTP\/1\.1 200 /),
  );

  it('that waits to be told to go on is told so', async () => {
    const headers = ['Host: a.example', 'Expect: 100-continue', 'Content-Length: 2'];
    expect(await sent('POST /units HTTP/1.1', ...headers, 'Content-Type: application/json')).toMatch(
      /^HTTP\/1\.1 100 Continue/,
    );
  });
});
