import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

import { jest } from '@jest/globals';

/** What a command asked of the server. `body`: `undefined` where it sent none. */
export type Asked = Readonly<{ method: string; url: string; headers: IncomingHttpHeaders; body: unknown }>;

/** What every act is answered. */
export const OUTCOME = { stream: 's-1', revision: 0, position: '' };

/** In the place of a server, for what commands send; what they print is not shown. `close` puts back what was there before. */
export const standIn = async (answer: (asked: Asked) => object): Promise<Readonly<{ close(): Promise<void> }>> => {
  const server = createServer((request, response) => {
    const { method = '', url = '', headers } = request;
    void text(request).then((said) => {
      response.setHeader('content-type', 'application/json');
      const body: unknown = said === '' ? undefined : JSON.parse(said);
      response.end(JSON.stringify(answer({ method, url, headers, body })));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const before = { ...process.env };
  process.env['EDICT_URL'] = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  process.env['EDICT_TOKEN'] = 'token';
  const silence = jest.spyOn(process.stdout, 'write').mockImplementation((...said) => {
    for (const each of said) if (typeof each === 'function') each();
    return true;
  });
  const close = async (): Promise<void> => {
    silence.mockRestore();
    process.env = before;
    await new Promise((resolve) => server.close(resolve));
  };
  return { close };
};
