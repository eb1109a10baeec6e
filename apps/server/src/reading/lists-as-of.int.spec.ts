import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { valuesFor, type Operation, type Schemas } from '../testing/any-request.ts';
import { eventually, openTestServer, textOf, type TestServer } from '../testing/test-server.ts';

type ApiDocument = Readonly<{
  paths: Readonly<Record<string, Readonly<{ get?: Operation }>>>;
  components: Readonly<{ schemas: Schemas }>;
}>;

const SECRETARIAT = { 'edict-unit': 'secretariat' };
const ACADEMY = { 'edict-unit': 'ho-chi-minh-national-academy-of-politics' };
const GOVERNMENT = { 'edict-unit': 'government-party-committee' };
const POLITBURO = { 'edict-unit': 'politburo' };

/** Every list that can be asked as of a moment, and as whom. */
const LISTS = [
  ['/directives', SECRETARIAT],
  ['/tasks', SECRETARIAT],
  ['/tasks?state=accepted', SECRETARIAT],
  ['/tasks?deadlineClass=overdue', SECRETARIAT],
  ['/inbox', ACADEMY],
  ['/inbox', GOVERNMENT],
  ['/matters', GOVERNMENT],
  ['/standing-units', GOVERNMENT],
  ['/notices', ACADEMY],
  ['/units', SECRETARIAT],
] as const;
const GROUPINGS = ['state', 'deadlineClass', 'unit'] as const;

describe('Lists, as of a moment', () => {
  let server: TestServer;
  let directive: string;
  /** What was answered then, by the moment. */
  const then = new Map<string, unknown>();

  const withAsOf = (url: string, asOf: string | undefined) =>
    asOf === undefined ? url : `${url}${url.includes('?') ? '&' : '?'}asOf=${asOf}`;
  const answers = async (asOf?: string): Promise<unknown> => {
    const lists = await Promise.all(LISTS.map(([url, as]) => server.all(withAsOf(url, asOf), as)));
    const counts = await Promise.all(
      GROUPINGS.map(async (by) => (await server.get(withAsOf(`/counts?by=${by}`, asOf), SECRETARIAT)).body),
    );
    return { lists, counts };
  };
  const quiet = () =>
    eventually(
      async () => (await server.get('/health')).body as { head: string; subscribers: { reached: string }[] },
      ({ head, subscribers }) => subscribers.every(({ reached }) => reached === head),
    );
  const remember = async (moment: string): Promise<void> => {
    await quiet();
    then.set(moment, await answers());
  };
  const taskAt = async (ref: string): Promise<string> => {
    const tasks = (await server.all(`/directives/${directive}/tasks`)) as readonly { ref: string; id: string }[];
    return tasks.find((task) => task.ref === ref)!.id;
  };
  const act = async (task: string, what: string, body: object, as: Readonly<Record<string, string>>): Promise<void> => {
    expect(await server.post(`/tasks/${task}/${what}`, body, as)).toMatchObject({ status: 200 });
  };

  beforeAll(async () => {
    server = await openTestServer();
    const document = await textOf('conclusion-155-kl-tw.yaml');
    const said = { document, policyId: 'vn-party', calendarId: 'vn-working-days', issuedOn: '2025-05-16' };
    const { body } = await server.post('/directives', said, SECRETARIAT);
    directive = (body as { stream: string }).stream.replace('directive-', '');
    await eventually(
      () => server.all(`/directives/${directive}/tasks`),
      ({ length }) => length === 512,
    );
    await remember('2025-05-16T02:00:00.000Z');
    server.setTime('2025-05-20T02:00:00Z');
    const [task, other] = [await taskAt('5.b3-1'), await taskAt('3.b5-2')];
    await act(task, 'submit', { assignment: 1, report: 'Done.' }, ACADEMY);
    await act(other, 'reassign', { assignment: 1, unit: 'central-party-office', reason: 'Theirs.' }, POLITBURO);
    await server.post(`/directives/${directive}/standing-units`, {}, GOVERNMENT);
    const matter = { directiveId: directive, kind: 'obstacle', subject: 'Funds', desk: 'government-party-committee' };
    expect(await server.post('/matters', matter, SECRETARIAT)).toMatchObject({ status: 201 });
    const renaming = { names: { en: 'Office of the Party' }, on: '2025-05-19', basis: 'Decision 12' };
    const registrar = { ...SECRETARIAT, 'edict-capacity': 'secretariat' };
    expect(await server.post('/units/central-party-office/rename', renaming, registrar)).toMatchObject({ status: 200 });
    await remember('2025-05-20T02:00:00.000Z');
    server.setTime('2025-05-21T02:00:00Z');
    await act(task, 'accept', { submission: 1 }, POLITBURO);
    await remember('2025-05-21T02:00:00.000Z');
    server.setTime('2025-07-05T02:00:00Z');
    await eventually(
      () => server.all('/matters'),
      ({ length }) => length > 2,
    );
    await quiet();
  });
  afterAll(() => server.close());

  it.each(['2025-05-16T02:00:00.000Z', '2025-05-20T02:00:00.000Z', '2025-05-21T02:00:00.000Z'])(
    'of %s are what was answered then, page by page, in its order',
    async (moment) => expect(await answers(moment)).toStrictEqual(then.get(moment)),
  );

  it('of now are what is answered now', async () =>
    expect(await answers('2025-07-05T02:00:00.000Z')).toStrictEqual(await answers()));

  it('of before all are empty', async () => {
    const { lists } = (await answers('2025-05-15T00:00:00.000Z')) as { lists: readonly unknown[][] };
    expect(lists.flat()).toStrictEqual([]);
  });

  it('differ from one moment to the next', () => {
    const all = [...then.values()].map((answer) => JSON.stringify(answer));
    expect(new Set(all).size).toBe(all.length);
  });

  it('of a moment to come are refused, as is whatever else is asked as of one', async () => {
    const { paths, components } = (await server.get('/api/openapi.json')).body as ApiDocument;
    const asked = Object.entries(paths).flatMap(([path, { get }]) => {
      const parameters = get?.parameters ?? [];
      if (!parameters.some(({ name }) => name === 'asOf')) return [];
      const given = parameters.filter((each) => each.required && each.in !== 'header');
      const known = { path, streams: [`directive-${directive}`], mark: 'mark', schemas: components.schemas };
      const values = given.map((each) => [each, valuesFor(each, known)[0]!] as const);
      const url = values.reduce((all, [{ name }, value]) => all.replace(`{${name}}`, value), path);
      const query = values.filter(([each]) => each.in === 'query').map(([{ name }, value]) => `${name}=${value}&`);
      return [`${url}?${query.join('')}asOf=2031-01-01T00:00:00Z`];
    });
    expect(asked.length).toBeGreaterThan(15);
    const answers = await Promise.all(asked.map(async (url) => [url, (await server.get(url, SECRETARIAT)).body]));
    const refused = asked.map((url) => [url, expect.objectContaining({ code: 'reading/in-the-future' })]);
    expect(answers).toStrictEqual(refused);
  });

  it('have cursors that are good for their moment, and for no other', async () => {
    const { body } = await server.get('/tasks?limit=1&asOf=2025-05-20T02:00:00Z', SECRETARIAT);
    const { next } = body as { next: string };
    expect((await server.get(`/tasks?limit=1&asOf=2025-05-20T02:00:00Z&cursor=${next}`, SECRETARIAT)).status).toBe(200);
    expect(await server.get(`/tasks?limit=1&cursor=${next}`, SECRETARIAT)).toMatchObject({
      status: 400,
      body: { code: 'request/cursor' },
    });
  });
});
