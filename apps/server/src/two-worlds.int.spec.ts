import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MemoryAnchor, MemoryEventStore } from '@edict/adapter-memory';
import type { Clearance } from '@edict/directives';

import { operator, type Principal } from './access/principal.ts';
import {
  answersAtOnce,
  exampleFor,
  valuesFor,
  type Operation,
  type Parameter,
  type Schemas,
} from './testing/any-request.ts';
import { eventually, openTestServer, type Answer, type TestServer } from './testing/test-server.ts';

/** Nothing that has it in it may reach somebody who is not cleared. */
const MARK = 'XUYÊNMÂY';

const documentOf = (name: string, classification: string, words: string): string => `directive:
  id: ${name}
  number: ${name === 'hidden' ? '7-KL/TW' : '8-KL/TW'}
  type: conclusion
  issuers: [politburo]
  title: ${words}
  language: vi
  adoptedOn: 2025-05-16
  signedOn: null
  issuedOn: null
  effective: {from: null, until: null}
  horizon: {from: null, until: null}
  classification: ${classification}
  urgency: none
  links: []
clauses:
  - {ref: '1', kind: task-bearing, text: ${words}}
tasks:
  - {ref: '1-1', clause: '1', statement: ${words}, kind: once, accountable: [government-party-committee],
     lead: [government-party-committee], leadBasis: stated, urgency: false, due: {on: 2025-05-20, bound: by, firmness: firm}}
  - {ref: '1-2', clause: '1', statement: ${words}, kind: once, accountable: [], lead: [], leadBasis: none, urgency: true}
standingUnits:
  {createdBy: [government-party-committee], each: false, functions: [receive],
   mandate: {from: issue, until: 2025-10-31, inclusive: true}}
`;

const FORM =
  'form: {id: staff, name: {en: Staff}, version: 1, valid: {from: 2025-01-01, until: null}}\nlines: [{key: total, name: {en: All}}]';

const reader = (id: string, clearance: Clearance): Principal => ({ ...operator(id, 'open'), clearance });
const PRINCIPALS = [
  reader('not-the-level', { level: 'internal', compartments: 'all' }),
  reader('not-the-compartment', { level: 'top-secret', compartments: ['border'] }),
];
/** Cleared up to the ceiling, and so far to be told which numbers are taken (ADR 9). */
const CLEARED_TO_ISSUE = 'not-the-compartment';
const isOfTakenNumber = (body: object): boolean => JSON.stringify(body).includes('7-KL/TW');

const SECRETARIAT = { 'edict-unit': 'secretariat', 'edict-capacity': 'secretariat' };
const GOVERNMENT = { 'edict-unit': 'government-party-committee' };

type World = Readonly<{ server: TestServer; store: MemoryEventStore }>;
type Document = Readonly<{
  paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  components: Readonly<{ schemas: Schemas }>;
}>;

/** The access log and proofs are for auditors. */
const askingOf = (path: string): Record<string, string> =>
  path === '/access-log' || path.endsWith('/evidence') ? { 'edict-capacity': 'auditor' } : GOVERNMENT;

const idOf = (answer: Answer): string => (answer.body as { stream: string }).stream.replace(/^[a-zA-Z]+-/, '');

/** The same acts under the same keys at the same times; in one of the worlds also with a directive that is hidden. */
const worldWith = async (...hidden: readonly string[]): Promise<World> => {
  const store = new MemoryEventStore();
  const server = await openTestServer(store, new MemoryAnchor(), { ceiling: 'secret', principals: PRINCIPALS });
  const rules = { policyId: 'vn-party', calendarId: 'vn-working-days', issuedOn: '2025-05-16' };
  expect(await server.post('/references', { document: FORM }, SECRETARIAT)).toMatchObject({ status: 201 });
  for (const document of [...hidden, documentOf('shown', 'open', 'Shown to all')]) {
    const issuing = { ...SECRETARIAT, 'idempotency-key': `i${hidden.indexOf(document)}` };
    const issued = await server.post('/directives', { document, ...rules }, issuing);
    expect(issued).toMatchObject({ status: 201 });
    const directiveId = idOf(issued);
    const tasks = await eventually(
      () => server.all(`/directives/${directiveId}/tasks`) as Promise<readonly { ref: string; id: string }[]>,
      ({ length }) => length === 2,
    );
    const { id } = tasks.find(({ ref }) => ref === '1-1')!;
    const figures = { form: 'staff', on: '2025-05-16', values: [{ key: 'total', value: 12_874 }] };
    const filling = { ...GOVERNMENT, 'idempotency-key': `f${directiveId}` };
    expect(await server.post(`/tasks/${id}/forms`, figures, filling)).toMatchObject({ status: 201 });
    const set = { ...GOVERNMENT, 'idempotency-key': 's' };
    expect(await server.post(`/directives/${directiveId}/standing-units`, {}, set)).toMatchObject({ status: 201 });
    const said = { directiveId, kind: 'obstacle', subject: MARK.repeat(hidden.includes(document) ? 1 : 0) || 'Funds' };
    const brought = { ...SECRETARIAT, 'idempotency-key': `m${directiveId}` };
    const matter = await server.post('/matters', { ...said, desk: 'government-party-committee' }, brought);
    expect(matter).toMatchObject({ status: 201 });
  }
  server.setTime('2025-05-30T02:00:00Z');
  const escalated = hidden.length + 1;
  await eventually(
    () => server.all('/matters'),
    (matters) => matters.length === 2 * escalated,
  );
  await eventually(
    () => server.all('/notices', GOVERNMENT),
    (notices) => notices.length >= 3 * escalated,
  );
  return { server, store };
};

describe('Two worlds that differ in one hidden directive', () => {
  let full: World;
  let bare: World;
  let api: Document;
  /** What only the one world has, and what both have: the ids of streams, by category. */
  let hidden: readonly string[];
  let shown: readonly string[];

  const streamsOf = async ({ store }: World): Promise<readonly string[]> => {
    const streams = new Set<string>();
    for await (const { events, live } of store.follow('', new AbortController().signal)) {
      for (const { stream } of events) streams.add(stream);
      if (live) break;
    }
    return [...streams].filter((stream) => !/^(unit|reference|saga)-/.test(stream));
  };

  beforeAll(async () => {
    [full, bare] = [await worldWith(documentOf('hidden', 'secret\n  compartments: [energy]', MARK)), await worldWith()];
    shown = await streamsOf(bare);
    hidden = (await streamsOf(full)).filter((stream) => !shown.includes(stream));
    api = (await full.server.get('/api/openapi.json')).body as Document;
  });

  afterAll(async () => {
    await Promise.all([full.server.close(), bare.server.close()]);
  });

  const operations = () =>
    Object.entries(api.paths).flatMap(([path, verbs]) =>
      Object.entries(verbs).map(([verb, operation]) => ({ path, verb, operation })),
    );

  /** Every request to a route that somebody could make who guesses all that is hidden. */
  const requestsTo = (path: string, operation: Operation): readonly string[] => {
    const parameters = operation.parameters ?? [];
    const values = (parameter: Parameter) =>
      valuesFor(parameter, { path, streams: [...hidden, ...shown], mark: MARK, schemas: api.components.schemas });
    const paths = parameters
      .filter((parameter) => parameter.in === 'path')
      .reduce<readonly string[]>(
        (urls, parameter) =>
          urls.flatMap((url) =>
            values(parameter).map((value) => url.replace(`{${parameter.name}}`, encodeURIComponent(value))),
          ),
        [path],
      );
    const queries = parameters
      .filter((parameter) => parameter.in === 'query')
      .flatMap((parameter) => values(parameter).map((value) => `${parameter.name}=${encodeURIComponent(value)}`));
    const always = parameters
      .filter(({ in: where, required }) => where === 'query' && required)
      .map((parameter) => `${parameter.name}=${encodeURIComponent(values(parameter)[0]!)}`);
    return paths.flatMap((url) => ['', ...queries].map((query) => `${url}?${[...always, query].join('&')}`));
  };

  const told = ({ status, headers, body }: Answer): string => {
    const { date: _, ...lasting } = headers;
    return JSON.stringify({ status, lasting, body });
  };

  const both = async (ask: (server: TestServer) => Promise<Answer>): Promise<readonly [string, string]> => {
    const [one, other] = await Promise.all([ask(full.server), ask(bare.server)]);
    return [told(one), told(other)];
  };

  it('do differ: in a directive, tasks, a form, a standing unit, matters and notices', () =>
    expect(new Set(hidden.map((stream) => stream.split('-')[0]))).toStrictEqual(
      new Set(['directive', 'task', 'formReport', 'standingUnit', 'matter', 'notification']),
    ));

  it('answer differently to who is cleared, on every route that shows content', async () => {
    const alike: string[] = [];
    for (const { path, verb, operation } of operations().filter(isAsked)) {
      if (verb !== 'get') continue;
      const pairs = await Promise.all(
        requestsTo(path, operation).map((url) => both((server) => server.get(url, askingOf(path)))),
      );
      if (pairs.every(([one, other]) => one === other)) alike.push(path);
    }
    expect(
      alike.filter(
        (path) =>
          !/units|successions|references|health|metrics|attachments|accounts|offices|sessions|tokens|exports|deliveries|calendars|webhooks/.test(
            path,
          ),
      ),
    ).toStrictEqual([]);
  });

  it.each(PRINCIPALS.map(({ id }) => [id]))('answer %s alike, byte for byte, to every question', async (id) => {
    let asked = 0;
    for (const { path, operation } of operations().filter((each) => isAsked(each) && each.verb === 'get'))
      for (const url of requestsTo(path, operation)) {
        const headers = { ...askingOf(path), authorization: `Bearer ${id}` };
        const [one, other] = await both((server) => server.get(url, headers));
        expect({ url, told: one }).toStrictEqual({ url, told: other });
        expect(one).not.toContain(MARK);
        asked++;
      }
    expect(asked).toBeGreaterThan(300);
  });

  it.each(PRINCIPALS.map(({ id }) => [id]))('answer %s alike, byte for byte, whatever they try to do', async (id) => {
    let n = 0;
    const tried = operations()
      .filter((each) => isAsked(each) && each.verb === 'post')
      .flatMap(({ path, operation }) =>
        requestsTo(path, operation).flatMap((url) => bodiesFor(operation).map((body) => ({ url, body }))),
      )
      .filter(({ body }) => id !== CLEARED_TO_ISSUE || !isOfTakenNumber(body));
    for (const { url, body } of tried)
      for (const acting of [GOVERNMENT, SECRETARIAT, { ...GOVERNMENT, 'if-match': '"1"' }]) {
        const headers = { ...acting, authorization: `Bearer ${id}`, 'idempotency-key': `${id}-${n++}` };
        const [one, other] = await both((server) => server.post(url, body, headers));
        expect({ url, body, told: one }).toStrictEqual({ url, body, told: other });
        expect(JSON.parse(one)).not.toMatchObject({ status: 500 });
      }
    expect(n).toBeGreaterThan(100);
  });

  it('tell who may issue that a number is taken, and nothing more of what bears it', async () => {
    const document = documentOf('hidden', 'open', 'Guess');
    const body = { document, policyId: 'vn-party', calendarId: 'vn-working-days', issuedOn: '2025-05-30' };
    const headers = { ...SECRETARIAT, authorization: `Bearer ${CLEARED_TO_ISSUE}` };
    const refused = await full.server.post('/directives', body, headers);
    expect(refused).toMatchObject({ status: 409, body: { code: 'directive/issued' } });
    expect(told(refused)).not.toMatch(new RegExp(`${MARK}|secret|energy|hidden`));
    const uncleared = await full.server.post('/directives', body, {
      ...headers,
      authorization: 'Bearer not-the-level',
    });
    expect(uncleared).toMatchObject({ status: 403, body: { code: 'classification/not-the-clearance' } });
  });

  it('do not tell by the places that they know in the log', async () => {
    for (const stream of [...hidden, 'task-00000000-0000-5000-8000-000000000000']) {
      const headers = { authorization: 'Bearer not-the-level', 'if-position-at-least': `${stream}@0` };
      const [one, other] = await both((server) => server.get('/units', headers));
      expect(one).toBe(other);
      expect(one).toContain('request/position');
    }
  });

  it('show it, and all that hangs on it, once its classification is lowered on a legal basis', async () => {
    const id = hidden.find((stream) => stream.startsWith('directive-'))!.replace('directive-', '');
    const uncleared = { ...GOVERNMENT, authorization: 'Bearer not-the-level' };
    const lower = (said: object, headers: Record<string, string>) =>
      full.server.post(`/directives/${id}/reclassify`, { classification: 'open', ...said }, headers);
    const basis = 'Decision 41-QD/TW, Article 2';
    expect(await lower({ basis }, { ...SECRETARIAT, authorization: 'Bearer not-the-level' })).toMatchObject({
      status: 404,
      body: { code: 'directive/unknown' },
    });
    expect(await lower({ basis: ' ' }, SECRETARIAT)).toMatchObject({ status: 400, body: { code: 'request/invalid' } });
    const lowered = await lower({ basis }, SECRETARIAT);
    expect(lowered).toMatchObject({ status: 200 });
    const { position } = lowered.body as { position: string };
    expect(await full.server.get('/units', { 'if-position-at-least': position })).toMatchObject({ status: 200 });
    for (const stream of hidden.filter((each) => !each.startsWith('refusal-')))
      expect(await full.server.get(`/streams/${stream}`, uncleared)).toMatchObject({ status: 200 });
    expect(await full.server.all('/directives', uncleared)).toMatchObject([{}, { classification: 'open' }]);
  });

  const isAsked = ({ operation }: Readonly<{ operation: Operation }>): boolean => answersAtOnce(operation);

  /** What the description gives as an example, also about what is hidden. */
  const bodiesFor = (operation: Operation): readonly object[] => {
    const body = exampleFor(operation, api.components.schemas);
    delete body['occurredAt'];
    if ('document' in body)
      return [documentOf('hidden', 'open', 'Guess'), documentOf('other', 'secret', 'Guess')].map((document) => ({
        ...body,
        document,
        issuedOn: '2025-05-30',
      }));
    const ids = (category: string) =>
      [...hidden, ...shown].filter((stream) => stream.startsWith(category)).map((stream) => stream.split(/-(.*)/)[1]!);
    if (!('directiveId' in body)) return [body];
    return ids('directive-').flatMap((directiveId) =>
      [undefined, ...ids('task-')].map((concerning) => ({ ...body, directiveId, from: undefined, concerning })),
    );
  };
});
