import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { EXIT } from '../command.ts';
import { OUTCOME, standIn } from '../testing/stand-in.ts';
import { matters } from './matters.ts';

const ID = '377382a2-872e-52f5-a595-b42487faf286';

describe('The list of matters on the command line', () => {
  let server: Awaited<ReturnType<typeof standIn>>;
  const asked: string[] = [];

  beforeAll(async () => {
    server = await standIn(({ url }) => {
      asked.push(url);
      const shown = url.includes('%23') ? { id: ID, assignment: 1, submission: 0 } : { directiveId: ID };
      return url.startsWith('/lookup/') ? shown : { items: [], next: null };
    });
  });
  afterAll(() => server.close());

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

describe('A unit that is consulted on the command line', () => {
  let server: Awaited<ReturnType<typeof standIn>>;
  const sent: unknown[] = [];

  beforeAll(async () => {
    server = await standIn(({ url, body }) => {
      sent.push([url, body]);
      return OUTCOME;
    });
  });
  afterAll(() => server.close());

  it('has the day that is named, or the one that the policy makes it', async () => {
    const ask = ['consult', ID, 'Are there funds?', '--of', 'finance'];
    expect(await matters.run([...ask, '--on', '2025-06-30'])).toBe(EXIT.done);
    expect(await matters.run(ask)).toBe(EXIT.done);
    const said = { question: 'Are there funds?', unit: 'finance' };
    expect(sent).toStrictEqual([
      [`/matters/${ID}/consult`, { ...said, on: '2025-06-30' }],
      [`/matters/${ID}/consult`, said],
    ]);
    await expect(matters.run(['consult', ID, 'Are there funds?'])).rejects.toThrow('--of');
  });
});
