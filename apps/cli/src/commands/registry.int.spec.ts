import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';

import { EXIT } from '../command.ts';
import { successions } from './successions.ts';
import { units } from './units.ts';

type Asked = Readonly<{ route: string; capacity: unknown; body: unknown }>;

const UNITS = join(import.meta.dirname, '../../../../examples/units.yaml');

const BASIS = ['--basis', 'Decision 12'];

/** What the commands send, as a server hears it; what a server answers to it, apps/server tests. */
describe('The command line of the registry', () => {
  let server: Server;
  let asked: Asked[];
  let before: NodeJS.ProcessEnv;
  let keys: unknown[];
  /** Of what the server wants to know nothing. */
  let refused: string;
  let listed: readonly object[];
  let written: string;

  beforeEach(async () => {
    [asked, keys, refused, listed, written] = [[], [], '', [], ''];
    server = createServer((request, response) => {
      let text = '';
      request.on('data', (chunk: Buffer) => (text += chunk.toString()));
      request.on('end', () => {
        const capacity = request.headers['edict-capacity'];
        asked.push({
          route: `${request.method!} ${request.url!}`,
          capacity,
          body: text === '' ? null : JSON.parse(text),
        });
        keys.push(request.headers['idempotency-key']);
        if (refused !== '' && text.includes(refused)) {
          response.writeHead(409, { 'content-type': 'application/problem+json' });
          response.end(
            JSON.stringify({ status: 409, code: 'succession/exists', title: 'Refused', detail: 'There is another.' }),
          );
          return;
        }
        response.setHeader('content-type', 'application/json');
        response.end(JSON.stringify(request.method === 'GET' ? listed : { stream: 's-1', revision: 0, position: '' }));
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    before = { ...process.env };
    process.env['EDICT_URL'] = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    process.env['EDICT_TOKEN'] = 'token';
    jest.spyOn(process.stdout, 'write').mockImplementation((...said) => {
      written += String(said[0]);
      for (const each of said) if (typeof each === 'function') each();
      return true;
    });
  });
  afterEach(async () => {
    jest.restoreAllMocks();
    process.env = before;
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  it('lists what is known of a succession, and makes nothing up for what is kept back', async () => {
    const known = {
      effectiveOn: '2025-07-01',
      holdings: 7,
      late: 1,
      moved: 6,
      closedMeanwhile: 2,
      open: 0,
      balanced: true,
    };
    listed = [
      { id: 'm-1', ...known },
      { id: 'm-2', ...known, open: 3, balanced: false },
      { id: 'm-3', effectiveOn: null },
    ];
    expect(await successions.run(['list'])).toBe(EXIT.done);
    const lines = written.trim().split('\n');
    expect(lines.map((line) => line.split(/ {2,}/).filter(Boolean))).toStrictEqual([
      ['m-1', '2025-07-01', '7 + 1 late', '6 moved, 2 closed', 'balanced'],
      ['m-2', '2025-07-01', '7 + 1 late', '6 moved, 2 closed', '3 open'],
      ['m-3', '–', '– + – late', '– moved, – closed', '–'],
    ]);
  });

  it.each<[string, typeof units, readonly string[], object]>([
    [
      'units/ppc-ha-noi/rename',
      units,
      ['rename', 'ppc-ha-noi', '--en', 'Capital', '--on', '2025-07-01', ...BASIS],
      { names: { en: 'Capital' }, on: '2025-07-01', basis: 'Decision 12' },
    ],
    [
      'units/ppc-ha-noi/put-under',
      units,
      ['put-under', 'ppc-ha-noi', '--on', '2025-07-01', ...BASIS],
      { on: '2025-07-01', basis: 'Decision 12' },
    ],
    [
      'units/provinces/admit',
      units,
      ['admit', 'provinces', 'ppc-ha-noi', '--on', '2025-07-01', ...BASIS],
      { unit: 'ppc-ha-noi', on: '2025-07-01', basis: 'Decision 12' },
    ],
    [
      'units/provinces/dismiss',
      units,
      ['dismiss', 'provinces', 'ppc-ha-noi', '--on', '2025-07-01', ...BASIS],
      { unit: 'ppc-ha-noi', on: '2025-07-01', basis: 'Decision 12' },
    ],
    [
      'successions',
      successions,
      ['plan', 'm', '--from', 'a, b', '--to', 'c', '--kind', 'merge', '--on', '2025-07-01', ...BASIS],
      { id: 'm', from: ['a', 'b'], to: 'c', kind: 'merge', effectiveOn: '2025-07-01', basis: 'Decision 12' },
    ],
    ['successions/m/successor', successions, ['name', 'm', 'c', ...BASIS], { to: 'c', basis: 'Decision 12' }],
    [
      'successions/m/effective-day',
      successions,
      ['fix', 'm', '2025-07-08', ...BASIS],
      { on: '2025-07-08', basis: 'Decision 12' },
    ],
    ['successions/m/withdraw', successions, ['withdraw', 'm', 'Not adopted.'], { reason: 'Not adopted.' }],
    [
      'successions/m/decisions',
      successions,
      ['decide', 'm', 'task-1', 'c', 'It lies there.'],
      { holding: 'task-1', to: 'c', reason: 'It lies there.' },
    ],
  ])('sends %s as a secretariat', async (path, command, args, body) => {
    expect(await command.run(args)).toBe(0);
    expect(asked).toStrictEqual([
      { route: expect.stringMatching(new RegExp(`^POST (/api)?/${path}$`)), capacity: 'secretariat', body },
    ]);
  });

  it('plans every succession of a units file, each under a key of its own', async () => {
    expect(await successions.run(['plan-file', UNITS])).toBe(0);
    expect(asked).toHaveLength(23);
    expect(asked[0]!.body).toStrictEqual({
      id: 'merge-2025-tuyen-quang',
      from: ['ppc-ha-giang', 'ppc-tuyen-quang'],
      to: 'ppc-tuyen-quang-2025',
      kind: 'merge',
      effectiveOn: '2025-07-01',
      basis: 'Resolution 202/2025/QH15 of 12 June 2025',
      zone: 'Asia/Ho_Chi_Minh',
    });
    expect(new Set(keys).size).toBe(23);
  });

  it('plans the others where one is refused, and says so', async () => {
    refused = 'merge-2025-lao-cai';
    expect(await successions.run(['plan-file', UNITS])).toBe(EXIT.refused);
    expect(asked).toHaveLength(23);
  });

  it('lists successions', async () => {
    expect(await successions.run([])).toBe(0);
    expect(asked.map(({ route }) => route.replace('/api', ''))).toStrictEqual(['GET /successions']);
  });

  it.each([
    [units, ['rename', 'ppc-ha-noi', '--on', '2025-07-01', ...BASIS]],
    [units, ['admit', 'provinces', 'ppc-ha-noi', ...BASIS]],
    [units, ['abolish', 'ppc-ha-noi']],
    [successions, ['plan', 'm', '--kind', 'merge', ...BASIS]],
    [successions, ['fix', 'm', ...BASIS]],
  ])('asks nobody where something is missing: %#', async (command, args) => {
    await expect(command.run(args)).rejects.toThrow(/missing|wanted|knows/);
    expect(asked).toStrictEqual([]);
  });
});
