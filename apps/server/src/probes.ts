import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import type { Config } from './config.ts';
import { wellnessOf } from './health/health.query.ts';
import { Readiness } from './health/readiness.ts';
import type { Installation } from './installation.ts';

type Answer = Readonly<{ status: number; body: object }>;

/** A worker is asked nothing but how it is, in one word, and by whoever keeps it running. */
export const answerProbes = async (
  installation: Installation,
  { host, port }: Pick<Config, 'host' | 'port'>,
  meanwhile: (url: string) => Promise<unknown>,
): Promise<void> => {
  const answer = prober(installation);
  const server = createServer((request, response) => {
    answer(request).then(
      (answered) => send(response, answered),
      () => send(response, { status: 503, body: { status: 'not ready' } }),
    );
  }).listen(port, host);
  await once(server, 'listening');
  try {
    const url = `http://${host}:${(server.address() as AddressInfo).port}`;
    console.log(`Edict works, and answers at ${url}/health/ready`);
    await meanwhile(url);
  } finally {
    server.closeAllConnections();
    server.close();
  }
};

const prober = (installation: Installation) => {
  const readiness = new Readiness(installation);
  return async ({ url, method }: IncomingMessage): Promise<Answer> => {
    if (method !== 'GET' && method !== 'HEAD') return { status: 405, body: {} };
    switch (url) {
      case '/health/live':
        return { status: 200, body: { status: 'live' } };
      case '/health/ready': {
        const missing = await readiness.missing();
        return missing
          ? { status: 503, body: { status: 'not ready', missing } }
          : { status: 200, body: { status: 'ready' } };
      }
      case '/health/degraded':
        return { status: 200, body: { status: wellnessOf(await installation.engine.health()) } };
      default:
        return { status: 404, body: {} };
    }
  };
};

const send = (response: ServerResponse, { status, body }: Answer): void =>
  void response
    .writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' })
    .end(JSON.stringify(body));
