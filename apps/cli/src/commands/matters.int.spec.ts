import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';

import { EXIT } from '../command.ts';
import { matters } from './matters.ts';

const ID = '377382a2-872e-52f5-a595-b42487faf286';

describe('The list of matters on the command line', () => {
  let server: Server;
  const asked: string[] = [];
  const before = { ...process.env };

  beforeAll(async () => {
    server = createServer((request, response) => {
      asked.push(request.url!);
      const shown = request.url!.includes('%23') ? { id: ID, assignment: 1, submission: 0 } : { directiveId: ID };
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify(request.url!.startsWith('/lookup/') ? shown : { items: [], next: null }));
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

  it('is narrowed by what the route knows', async () => {
    const where = ['--of', 'a', '--state', 'received', '--kind', 'petition', '--office', 'secretariat', '--from', 'b'];
    const more = ['--recommended-to', 'c', '--behalf', 'citizen', '--collective', '--special-care'];
    const named = ['--directive', '155-KL/TW', '--task', '155-KL/TW#1-1', '--as-of', '2025-06-01T00:00:00Z'];
    expect(await matters.run(['list', ...where, ...more, ...named])).toBe(EXIT.done);
    const { searchParams } = new URL(asked.at(-1)!, 'http://localhost');
    expect(Object.fromEntries(searchParams)).toStrictEqual({
      ...{ unit: 'a', directiveId: ID, concerning: ID, state: 'received', kind: 'petition', office: 'secretariat' },
      ...{ from: 'b', recommendedTo: 'c', behalf: 'citizen', collective: 'true', specialCare: 'true' },
      asOf: '2025-06-01T00:00:00.000Z',
    });
  });

  it('is of all where nothing is named', async () => {
    expect(await matters.run([])).toBe(EXIT.done);
    expect(asked.at(-1)).toBe('/matters');
  });
});
