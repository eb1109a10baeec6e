import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { EXIT } from '../command.ts';
import { OUTCOME, standIn } from '../testing/stand-in.ts';
import { directive } from './directive.ts';

const ID = '377382a2-872e-52f5-a595-b42487faf286';

describe('What the command line says of a directive as a whole', () => {
  let server: Awaited<ReturnType<typeof standIn>>;
  const asked: unknown[] = [];

  beforeAll(async () => {
    server = await standIn(({ method, url, body, headers }) => {
      if (method === 'GET') return { directiveId: ID };
      asked.push([url, body, headers['idempotency-key']]);
      return OUTCOME;
    });
  });
  afterAll(() => server.close());

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
