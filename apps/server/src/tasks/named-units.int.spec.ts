import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { issued155, openTestServer, type TestServer } from '../testing/test-server.ts';

type Task = Readonly<{ id: string; ref: string; assignment: number; revision: number }>;

const LEAD = 'government-party-committee';
const ISSUER = 'politburo';
const NOBODY = 'nobody-at-all';
const GROUP = 'provincial-and-city-party-committees';

/** Nothing hangs on a name that is nobody's, whoever names it. */
describe('Units that an act on a task names', () => {
  let server: TestServer;
  let task: Task;
  const history = () => server.all(`/tasks/${task.id}/history`, { 'edict-unit': ISSUER });

  beforeAll(async () => {
    server = await openTestServer();
    const directive = await issued155(server);
    server.setTime('2025-05-19T02:00:00Z');
    const tasks = (await server.all(`/directives/${directive}/tasks`)) as readonly Task[];
    task = tasks.find(({ ref }) => ref === '3.b5-2')!;
  });
  afterAll(() => server.close());

  it.each([
    ['refuse', LEAD, { assignment: 1, reason: 'Not ours.', suggests: NOBODY }],
    ['ask-contribution', LEAD, { assignment: 1, unit: NOBODY, what: 'A view', opinion: true }],
    ['delegate', LEAD, { assignment: 1, unit: NOBODY }],
    ['reassign', ISSUER, { assignment: 1, unit: NOBODY, reason: 'Theirs.' }],
    ['correct', ISSUER, { changes: { coordinating: [NOBODY] }, reason: 'Left out.' }],
    ['correct', ISSUER, { changes: { reportsTo: [NOBODY] }, reason: 'Left out.' }],
    ['decide', ISSUER, { finding: 'several-leads', ruling: { lead: NOBODY }, reason: 'One chairs.' }],
  ])('are registered: %s by %s as %j is refused', async (verb, unit, body) => {
    const before = await history();
    expect(await server.post(`/tasks/${task.id}/${verb}`, body, { 'edict-unit': unit })).toMatchObject({
      status: 404,
      body: { code: 'unit/unknown' },
    });
    expect(await history()).toStrictEqual(before);
  });

  it.each([
    ['refuse', LEAD, { assignment: 1, reason: 'Not ours.', suggests: GROUP }, 'suggests'],
    ['delegate', LEAD, { assignment: 1, unit: GROUP }, 'unit'],
    ['reassign', ISSUER, { assignment: 1, unit: GROUP, reason: 'Theirs.' }, 'unit'],
    ['ask-contribution', LEAD, { assignment: 1, unit: GROUP, what: 'A view', opinion: true }, 'unit'],
    ['decide', ISSUER, { finding: 'several-leads', ruling: { lead: GROUP }, reason: 'One chairs.' }, 'ruling'],
  ])(
    'are units, and no group of them, where one answers: %s by %s as %j says so of %s',
    async (verb, unit, body, field) => {
      expect(await server.post(`/tasks/${task.id}/${verb}`, body, { 'edict-unit': unit })).toMatchObject({
        status: 409,
        body: {
          code: 'unit/cannot-answer',
          detail: `${field}: ${GROUP} is a group of units: name one of its members.`,
        },
      });
    },
  );

  it('may be a group where who coordinates is corrected, as in a text', async () => {
    const body = { changes: { coordinating: ['provincial-and-city-party-committees'] }, reason: 'Left out.' };
    expect(await server.post(`/tasks/${task.id}/correct`, body, { 'edict-unit': ISSUER })).toMatchObject({
      status: 200,
    });
  });
});
