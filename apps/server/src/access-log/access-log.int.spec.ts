import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { MemoryAccessLog } from '@edict/adapter-memory';
import { StoreUnavailable, type AccessRecord } from '@edict/runtime';

import { operator, type Principal } from '../access/principal.ts';
import { eventually, openTestServer, textOf, type Answer, type TestServer } from '../testing/test-server.ts';

const SECRETARIAT = { 'edict-unit': 'secretariat', 'edict-capacity': 'secretariat' };
const GOVERNMENT = { 'edict-unit': 'government-party-committee', 'edict-capacity': 'officer' };
const AUDITOR = { 'edict-capacity': 'auditor' };
const ADMIN = { 'edict-capacity': 'administrator' };
const LEVELS = ['open', 'internal', 'secret'] as const;

type Shown = Readonly<{ who: string; capacity: string; act: string; about: string | null; at: string; from: string }>;

/** It can be broken, and held back. */
class Log extends MemoryAccessLog {
  isBroken = false;
  appended = 0;

  override async append(records: readonly AccessRecord[]) {
    if (this.isBroken) throw new StoreUnavailable('io', 'Broken by the test.');
    this.appended += records.length;
    return super.append(records);
  }
}

const low: Principal = { ...operator('low', 'open'), clearance: { level: 'internal', compartments: [] } };

let log: Log;
let server: TestServer;
const directives: Record<string, string> = {};
let task: string;

const issue = async (level: string, n: number): Promise<string> => {
  const text = await textOf('conclusion-155-kl-tw.yaml');
  const document = text
    .replace('classification: open', `classification: ${level}`)
    .replace('number: 155-KL/TW', `number: 15${n}-KL/TW`);
  const said = { document, policyId: 'vn-party', calendarId: 'vn-working-days', issuedOn: '2025-05-16' };
  const { body } = await server.post('/directives', said, SECRETARIAT);
  return (body as { stream: string }).stream.replace('directive-', '');
};

beforeAll(async () => {
  log = new Log('tests');
  server = await openTestServer(undefined, undefined, { ceiling: 'secret', accessLog: log, principals: [low] });
  for (const [n, level] of LEVELS.entries()) directives[level] = await issue(level, n);
  const tasks = (await eventually(
    () => server.all(`/directives/${directives['secret']}/tasks`),
    ({ length }) => length === 512,
  )) as readonly { id: string }[];
  task = tasks[0]!.id;
});
afterAll(() => server.close());

let minute = 0;
let since: string;
beforeEach(() => {
  since = new Date(Date.parse('2025-05-17T02:00:00Z') + minute++ * 60_000).toISOString();
  server.setTime(since);
});

const entries = async (more = '', headers: Record<string, string> = {}): Promise<readonly Shown[]> => {
  const all = (await server.all(`/access-log?since=${since}${more}`, { ...AUDITOR, ...headers })) as readonly Shown[];
  return all.filter(({ act }) => act !== 'GET /access-log');
};

describe('Whoever reads what is classified', () => {
  it('is recorded: who, in which capacity, what, when and from where, before they have it', async () => {
    const before = log.appended;
    expect((await server.get(`/tasks/${task}`, GOVERNMENT)).status).toBe(200);
    expect(log.appended).toBe(before + 1);
    expect(await entries()).toStrictEqual([
      {
        at: since,
        who: 'local',
        capacity: 'officer',
        unit: 'government-party-committee',
        act: 'GET /tasks/:id',
        about: `directive-${directives['secret']}`,
        from: '127.0.0.1',
      },
    ]);
  });

  it.each(['/directives', '/tasks', '/search?q=152', '/counts?by=state', '/inbox'])(
    'is recorded in %s as well, once for each directive',
    async (path) => {
      expect((await server.get(path, GOVERNMENT)).status).toBe(200);
      const about = (await entries()).map((each) => each.about);
      expect(about).toContain(`directive-${directives['secret']}`);
      expect(new Set(about).size).toBe(about.length);
      expect(about).not.toContain(`directive-${directives['open']}`);
    },
  );

  it.each(['', '/tasks', '/clauses', '/coverage', '/findings', '/history', '/standing-units'])(
    'is recorded in every part of a directive: %s',
    async (part) => {
      expect((await server.get(`/directives/${directives['secret']}${part}`, GOVERNMENT)).status).toBe(200);
      expect(await entries()).toMatchObject([{ about: `directive-${directives['secret']}` }]);
    },
  );

  it('is recorded with the address that the connection is from, whatever its headers say', async () => {
    const headers = { 'x-forwarded-for': '203.0.113.7', 'x-real-ip': '203.0.113.7', forwarded: 'for=203.0.113.7' };
    expect((await server.get(`/tasks/${task}`, { ...GOVERNMENT, ...headers })).status).toBe(200);
    expect(await entries()).toMatchObject([{ from: '127.0.0.1' }]);
  });

  it('is recorded in its history, by whatever name they ask for it', async () => {
    for (const path of [`/streams/task-${task}`, `/tasks/${task}/history`, `/lookup/${task}`])
      expect((await server.get(path, GOVERNMENT)).status).toBe(200);
    expect(new Set((await entries()).map(({ act }) => act)).size).toBe(3);
  });

  it('is recorded of what is internal, too, within a second, and of what is open not at all', async () => {
    const before = log.appended;
    await server.get(`/directives/${directives['open']}`, GOVERNMENT);
    await server.get(`/directives/${directives['internal']}`, GOVERNMENT);
    expect(log.appended).toBe(before);
    await eventually(
      async () => log.appended,
      (appended) => appended === before + 1,
      3_000,
    );
    expect(await entries()).toMatchObject([{ about: `directive-${directives['internal']}` }]);
  });

  it('is not recorded where they see nothing', async () => {
    const headers = { ...GOVERNMENT, authorization: 'Bearer low' };
    expect((await server.get(`/tasks/${task}`, headers)).status).toBe(404);
    expect(await entries()).toStrictEqual([]);
  });

  it('gets nothing when it cannot be recorded, and gets it when it can again', async () => {
    log.isBroken = true;
    const refused = await server.get(`/tasks/${task}`, GOVERNMENT);
    expect(refused).toMatchObject({ status: 503, headers: { 'retry-after': '5' }, body: { code: 'access-log/away' } });
    expect(JSON.stringify(refused.body)).not.toContain(task);
    expect((await server.get(`/directives/${directives['open']}`, GOVERNMENT)).status).toBe(200);
    expect((await server.get(`/directives/${directives['internal']}`, GOVERNMENT)).status).toBe(503);
    log.isBroken = false;
    expect((await server.get(`/tasks/${task}`, GOVERNMENT)).status).toBe(200);
  });
});

describe('Whoever changes what others may do', () => {
  const open = (key: string) => server.post('/accounts', { kind: 'person', name: key }, ADMIN);

  it('is recorded, before it is done', async () => {
    const { id } = (await open('ann')).body as { id: string };
    await server.post(`/accounts/${id}/grants`, { capacity: 'leader', unit: 'secretariat', basis: 'Order 1' }, ADMIN);
    await server.post(`/accounts/${id}/clearance`, { level: 'secret', compartments: [], basis: 'Order 2' }, ADMIN);
    expect(await entries()).toMatchObject([
      { act: 'POST /accounts', about: null, capacity: 'administrator', who: 'local' },
      { act: 'POST /accounts/:id/grants', about: `account-${id}` },
      { act: 'POST /accounts/:id/clearance', about: `account-${id}` },
    ]);
  });

  it('is recorded each time where they take up an invitation, and stays outside while that cannot be', async () => {
    const page = { 'x-edict': 'console', origin: 'http://localhost', host: 'localhost' };
    const ask = (url: string, body: object) =>
      server.app.inject({
        method: 'POST',
        url,
        payload: { ...body, password: 'three words and a half' },
        headers: page,
      });
    const { id, invitation } = (await open('cam')).body as { id: string; invitation: string };
    log.isBroken = true;
    expect((await ask('/accounts/invited', { invitation })).statusCode).toBe(503);
    log.isBroken = false;
    for (const status of [204, 401]) expect((await ask('/accounts/invited', { invitation })).statusCode).toBe(status);
    const root = '0c7d52a8-1f6b-4d5c-9e1a-6d8f2b3c4d5e';
    const link = await server.access.signIns.invite(root, 'first', server.access.now());
    const first = { invitation: link, login: 'root', name: 'The first of all' };
    for (const status of [204, 401]) expect((await ask('/accounts/first', first)).statusCode).toBe(status);
    const from = { unit: 'installation', from: '127.0.0.1', at: since };
    const invited = { who: id, capacity: 'self', act: 'POST /accounts/invited', about: `account-${id}`, ...from };
    expect((await entries()).filter(({ act }) => act !== 'POST /accounts')).toStrictEqual([
      ...[invited, invited],
      { who: 'first-start', capacity: 'administrator', act: 'POST /accounts/first', about: `account-${root}`, ...from },
    ]);
  });

  it('changes nothing when it cannot be recorded', async () => {
    const { id } = (await open('bob')).body as { id: string };
    const head = await server.store.head();
    log.isBroken = true;
    const grant = { capacity: 'leader', unit: 'secretariat', basis: 'Order 1' };
    expect((await server.post(`/accounts/${id}/grants`, grant, ADMIN)).status).toBe(503);
    expect(await server.store.head()).toBe(head);
    log.isBroken = false;
  });
});

describe('Whoever takes out a file, or searches as an auditor', () => {
  it('is recorded', async () => {
    const file = {
      'content-type': 'application/octet-stream',
      'edict-file-name': 'a.txt',
      'edict-classification': 'open',
    };
    const attached = await server.post(`/attachments?about=directive-${directives['open']}`, 'a text', {
      ...SECRETARIAT,
      ...file,
    });
    const id = (attached.body as { stream: string }).stream.replace('attachment-', '');
    await eventually(
      () => server.get(`/attachments/${id}/content`, GOVERNMENT),
      ({ status }) => status === 200,
    );
    await server.get('/search?q=nothing-that-is-there', AUDITOR);
    const all = await entries();
    expect(all).toContainEqual(
      expect.objectContaining({ act: 'GET /attachments/:id/content', about: `attachment-${id}` }),
    );
    expect(all).toContainEqual(expect.objectContaining({ act: 'GET /search', capacity: 'auditor', about: null }));
  });
});

describe('The access log', () => {
  it('is for auditors, and says who read it', async () => {
    for (const headers of [GOVERNMENT, SECRETARIAT, ADMIN])
      expect(await server.get('/access-log', headers)).toMatchObject({ status: 403 });
    await server.get('/access-log', AUDITOR);
    const { body } = await server.get(`/access-log?since=${since}`, AUDITOR);
    const mine = { act: 'GET /access-log', who: 'local', capacity: 'auditor' };
    expect(body).toMatchObject({ items: [mine, mine], next: null });
  });

  it('tells an auditor nothing of what they are not cleared for, not even how much of it there is', async () => {
    for (const level of LEVELS) await server.get(`/directives/${directives[level]}`, GOVERNMENT);
    const secret = `directive-${directives['secret']}`;
    const seen = await entries('', { authorization: 'Bearer low' });
    expect(seen.map(({ about }) => about)).toStrictEqual([`directive-${directives['internal']}`]);
    expect(await entries(`&about=${secret}`, { authorization: 'Bearer low' })).toStrictEqual([]);
    expect((await entries(`&about=${secret}`)).length).toBe(1);
  });

  it('comes page by page, each entry once, however many are of one moment', async () => {
    for (let n = 0; n < 7; n++) await server.get(`/directives/${directives['internal']}`, GOVERNMENT);
    const found: Shown[] = [];
    let cursor = '';
    do {
      const { body } = await server.get(
        `/access-log?since=${since}&about=directive-${directives['internal']}&limit=2${cursor}`,
        AUDITOR,
      );
      const { items, next } = body as { items: Shown[]; next: string | null };
      found.push(...items);
      cursor = next === null ? '' : `&cursor=${next}`;
    } while (cursor !== '');
    expect(found).toHaveLength(7);
  });

  it('is narrowed by who, what and when', async () => {
    await server.get(`/directives/${directives['internal']}`, { ...GOVERNMENT, authorization: 'Bearer low' });
    await server.get(`/directives/${directives['internal']}`, GOVERNMENT);
    expect(await entries('&who=low')).toMatchObject([{ who: 'low' }]);
    expect(await entries(`&until=${since}`)).toStrictEqual([]);
    const bad = (await server.get('/access-log?about=x y', AUDITOR)) satisfies Answer;
    expect(bad).toMatchObject({ status: 400, body: { code: 'request/invalid' } });
  });
});
