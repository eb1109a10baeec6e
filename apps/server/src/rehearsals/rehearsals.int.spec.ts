import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { loadFiles } from '@edict/documents';

import { example } from '../examples.ts';
import { wordsFor } from '../http/catalogue.ts';
import { openTestServer, textOf, type TestServer } from '../testing/test-server.ts';
import type { RehearsalAnswer } from './rehearsal-answer.ts';
import { Stage } from './stage.ts';

const SECRETARIAT = { 'edict-unit': 'secretariat', 'edict-capacity': 'secretariat' };
const SPAN = { from: '2025-05-16', until: '2025-11-01' };
const RULES = { policyId: 'vn-party', calendarId: 'vn-working-days' };

let server: TestServer;
let document: string;

beforeAll(async () => {
  server = await openTestServer();
  document = await textOf('conclusion-155-kl-tw.yaml');
});
afterAll(() => server.close());

const rehearse = (said: object = {}, headers: Record<string, string> = SECRETARIAT) =>
  server.post('/rehearsals', { document, ...RULES, ...SPAN, ...said }, headers);
const played = async (said: object = {}): Promise<RehearsalAnswer> => {
  const { status, body } = await rehearse(said);
  expect(status).toBe(200);
  return body as RehearsalAnswer;
};
const stepsOf = ({ steps }: RehearsalAnswer, type: string) => steps.filter((step) => step.type === type);

describe('A rehearsal', () => {
  it('says what falls due, who is told and where it goes, if nobody acts', async () => {
    const answer = await played();
    expect(answer).toMatchObject({ number: '155-KL/TW', rules: { policyId: 'vn-party' }, mandateUntil: '2025-10-31' });
    expect(stepsOf(answer, 'TaskBecameOverdue').map(({ at, refs }) => [at, ...refs])).toStrictEqual([
      ['2025-05-31T17:00:00.000Z', '5.b3-1'],
      ['2025-06-25T17:00:00.000Z', '3.b5-2'],
    ]);
    expect(stepsOf(answer, 'AcknowledgementMissed')).toMatchObject([{ count: 511 }]);
    const refused = stepsOf(answer, 'MatterRefused')[0]!;
    expect(refused).toMatchObject({ refs: ['5.b3-1'], code: 'matter/no-standing-unit' });
    expect(stepsOf(answer, 'TaskBecameOverdue')[0]!.told.length).toBeGreaterThan(0);
    const due = (which: string | null) =>
      answer.deadlines.find(({ ref, milestone }) => ref === '3.b5-2' && milestone === which);
    expect(due(null)).toMatchObject({
      kind: 'once',
      derivation: {
        says: { on: '2025-06-25', bound: 'by' },
        byIncludesTheDay: true,
        sources: { policy: 'reference-policy-vn-party@0', calendar: 'reference-calendar-vn-working-days@0' },
      },
    });
    const [milestone] = answer.deadlines.filter(({ ref }) => ref === '3.b5-2');
    expect(milestone).toMatchObject({ milestone: expect.any(String), derivation: { says: { on: '2025-06-01' } } });
    expect(answer.findings.length).toBeGreaterThan(0);
  });

  it('moves the tasks of units that are followed by others on its day', async () => {
    const [moved] = stepsOf(await played({ until: '2025-07-01' }), 'TaskTransferred');
    expect(moved).toMatchObject({ at: '2025-06-30T17:00:00.000Z', count: 364 });
  });

  it('plays a script, and says what a rule refused', async () => {
    const script = await textOf('script-155.yaml');
    const before = '- {at: "2025-05-01T09:00", as: each, do: acknowledge, task: 5.b1-1}\n';
    const answer = await played({ script: script + before });
    expect(stepsOf(answer, 'TaskBecameOverdue').map(({ refs }) => refs)).toStrictEqual([['3.b5-2']]);
    expect(stepsOf(answer, 'MatterRecommended')).toHaveLength(1);
    expect(answer.refusals).toMatchObject([{ code: 'script/before-issue' }]);
  });

  it('says in the language that is asked for what a rule refused', async () => {
    const script = '- {at: "2025-05-01T09:00", as: each, do: acknowledge, task: 5.b1-1}\n';
    const told = async (language: string) => {
      const said = { script, until: '2025-05-17' };
      const { body } = await rehearse(said, { ...SECRETARIAT, 'accept-language': language });
      return (body as RehearsalAnswer).refusals;
    };
    expect(await told('vi')).toMatchObject([
      { code: 'script/before-issue', message: wordsFor('script/before-issue', 'vi')!.detail },
    ]);
    expect((await told('en'))[0]!.message).not.toBe((await told('vi'))[0]!.message);
  });

  it('is played under another policy, without putting that in force', async () => {
    const policy = (await textOf('policy-vn-party.yaml')).replace('value: matter', 'value: notice');
    const answer = await played({ policy });
    expect(policy).toContain('value: notice');
    expect(stepsOf(answer, 'MatterReceived')).toStrictEqual([]);
    expect(stepsOf(await played(), 'MatterReceived').length).toBeGreaterThan(0);
  });

  it('leaves nothing behind', async () => {
    const before = await server.get('/directives', SECRETARIAT);
    await played({ until: '2025-05-17' });
    expect((await server.get('/directives', SECRETARIAT)).body).toStrictEqual(before.body);
    expect((await server.get('/tasks', SECRETARIAT)).body).toMatchObject({ items: [] });
  });

  it.each([
    ['a last day before the first', { until: '2025-05-15' }, 422, 'rehearsal/ends-before-issue'],
    ['more than three years', { until: '2028-05-18' }, 422, 'rehearsal/too-much'],
    ['a policy that nobody has registered', { policyId: 'none' }, 404, 'policy/unknown'],
    ['a calendar that nobody has registered', { calendarId: 'none' }, 404, 'calendar/unknown'],
    ['a file with errors', { document: 'directive: {}' }, 422, 'document/invalid'],
    ['another file as a script', { script: 'units: []' }, 422, 'document/invalid'],
    ['a day that does not exist', { from: '2025-02-30' }, 400, 'request/invalid'],
  ])('is refused %s', async (_, said, status, code) => {
    expect(await rehearse(said)).toMatchObject({ status, body: { code } });
  });

  it('of what is classified above the ceiling is refused as its issue would be', async () => {
    const classified = document.replace('classification: open', 'classification: top-secret');
    expect(await rehearse({ document: classified })).toMatchObject({ status: 422 });
  });

  it('is not for a leader', async () => {
    const leader = { 'edict-unit': 'secretariat', 'edict-capacity': 'leader' };
    expect(await rehearse({}, leader)).toMatchObject({ status: 403, body: { code: 'act/not-in-this-capacity' } });
  });
});

describe('The stage of rehearsals', () => {
  const files = async () => {
    const names = ['conclusion-155-kl-tw.yaml', 'units.yaml', 'policy-vn-party.yaml', 'calendar-vn-2025-2026.yaml'];
    const loaded = loadFiles(await Promise.all(names.map(example)));
    if (!loaded.ok) throw new Error('The examples do not load.');
    return loaded.documents as Parameters<Stage['play']>[0]['files'];
  };
  const whole = async () => ({ files: await files(), span: SPAN });

  it.each([
    ['time', { ms: 1, megabytes: 512 }],
    ['memory', { ms: 60_000, megabytes: 16 }],
  ])('ends what takes too much %s, and is free again', async (_, limits) => {
    const stage = new Stage(limits);
    await expect(stage.play(await whole())).rejects.toMatchObject({ code: 'rehearsal/too-much' });
    await expect(stage.play(await whole())).rejects.toMatchObject({ code: 'rehearsal/too-much' });
  });

  it('holds one at a time, and the server answers meanwhile', async () => {
    const [first, second] = await Promise.all([rehearse(), rehearse({ until: '2025-05-17' })]);
    expect([first.status, second.status].toSorted()).toStrictEqual([200, 503]);
    const busy = [first, second].find(({ status }) => status === 503)!;
    expect(busy.body).toMatchObject({ code: 'rehearsal/busy' });
    expect(Number(busy.headers['retry-after'])).toBeGreaterThan(0);
  });

  it('leaves the thread that answers requests alone', async () => {
    const stage = new Stage();
    let [longest, last] = [0, performance.now()];
    const ticking = setInterval(() => {
      const now = performance.now();
      [longest, last] = [Math.max(longest, now - last), now];
    }, 5);
    const from = performance.now();
    await stage.play(await whole());
    clearInterval(ticking);
    expect(longest).toBeLessThan((performance.now() - from) / 2);
  });
});
