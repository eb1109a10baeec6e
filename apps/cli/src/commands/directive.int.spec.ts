import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';

import { EXIT } from '../command.ts';
import { directive } from './directive.ts';

const ID = '377382a2-872e-52f5-a595-b42487faf286';

describe('What the command line says of a directive as a whole', () => {
  let server: Server;
  const asked: unknown[] = [];
  const before = { ...process.env };

  beforeAll(async () => {
    server = createServer((request, response) => {
      let text = '';
      request.on('data', (chunk: Buffer) => (text += chunk.toString()));
      request.on('end', () => {
        response.setHeader('content-type', 'application/json');
        if (request.method === 'GET') return response.end(JSON.stringify({ directiveId: ID }));
        asked.push([request.url, JSON.parse(text), request.headers['idempotency-key']]);
        return response.end(JSON.stringify({ stream: 's-1', revision: 0, position: '' }));
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    process.env['EDICT_URL'] = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    process.env['EDICT_TOKEN'] = 'token';
    jest.spyOn(process.stdout, 'write').mockImplementation((...said) => {
      for (const each of said) if (typeof each === 'function') each();
      return true;
    });
  });
  afterAll(async () => {
    jest.restoreAllMocks();
    process.env = before;
    await new Promise((resolve) => server.close(resolve));
  });

  it('is one request each', async () => {
    const key = ['--key', 'k'];
    const secret = ['--to', 'secret', '--compartment', 'energy', '--basis', 'Decision 41'];
    expect(await directive.run(['watch', '155-KL/TW', '--from', '2025-06-01T00:00:00Z', ...key])).toBe(EXIT.done);
    expect(await directive.run(['reclassify', '155-KL/TW', ...secret, ...key])).toBe(EXIT.done);
    expect(await directive.run(['set-up-standing-unit', '155-KL/TW', ...key])).toBe(EXIT.done);
    const found = ['--ref', '2.6', '--finding', 'One of three is there.'];
    expect(await directive.run(['record-finding', '155-KL/TW', ...found, ...key])).toBe(EXIT.done);
    expect(asked).toStrictEqual([
      [`/directives/${ID}/watch`, { from: '2025-06-01T00:00:00.000Z' }, 'k'],
      [
        `/directives/${ID}/reclassify`,
        { classification: 'secret', basis: 'Decision 41', compartments: ['energy'] },
        'k',
      ],
      [`/directives/${ID}/standing-units`, {}, 'k'],
      [`/directives/${ID}/findings`, { finding: 'One of three is there.', ref: '2.6' }, 'k'],
    ]);
  });

  it.each([
    ['watch', '--from'],
    ['reclassify', '--to'],
    ['record-finding', '--finding'],
  ])('%s says what it lacks', async (verb, lacks) => {
    await expect(directive.run([verb, '155-KL/TW'])).rejects.toThrow(lacks);
    await expect(directive.run([verb])).rejects.toThrow('that is what is wanted');
  });
});
