import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MemoryAnchor, MemoryEventStore } from '@edict/adapter-memory';

import { operator, type Principal } from './access/principal.ts';
import { answersAtOnce, exampleFor, valuesFor, type Operation, type Schemas } from './testing/any-request.ts';
import { eventually, openTestServer, textOf, type Answer, type TestServer } from './testing/test-server.ts';

const UNCLEARED: Principal = {
  ...operator('uncleared', 'open'),
  clearance: { level: 'internal', compartments: 'all' },
};
const SECRETARIAT = { 'edict-unit': 'secretariat', 'edict-capacity': 'secretariat' };
const GOVERNMENT = { 'edict-unit': 'government-party-committee' };
const ABSENT = '00000000-0000-5000-8000-000000000000';

/** Asked in turn, so that whatever else the machine does falls on both. */
const ROUNDS = 25;
/** Whoever takes longer once is asked again: what reads more takes longer each time. */
const TRIES = 8;
/** What reads a directive of 512 tasks takes many times as long. What differs by less is left to the noise of a network. */
const ALIKE = 1.3;

/** `about`: what was hidden, or an id that nothing has. */
type Ask = (about: string) => Promise<Answer>;
type Route = Readonly<{ name: string; hidden: string; ask: Ask }>;
type Document = Readonly<{
  paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  components: Readonly<{ schemas: Schemas }>;
}>;

const medianOf = (all: readonly number[]): number => all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)]!;

/** How long the answer about what is hidden takes, of that about what is not there. */
const ratioOf = async ({ hidden, ask }: Route): Promise<number> => {
  const timed = async (about: string): Promise<number> => {
    const began = performance.now();
    await ask(about);
    return performance.now() - began;
  };
  const took: (readonly [number, number])[] = [];
  for (let round = 0; round < ROUNDS; round++) took.push([await timed(hidden), await timed(ABSENT)]);
  return medianOf(took.map(([one]) => one)) / medianOf(took.map(([, other]) => other));
};

const isAlike = async (route: Route): Promise<boolean> => {
  for (let n = 0; n < TRIES; n++) {
    const ratio = await ratioOf(route);
    if (ratio < ALIKE && ratio > 1 / ALIKE) return true;
  }
  return false;
};

describe('Who is not cleared', () => {
  let server: TestServer;
  let api: Document;
  /** By where one asks about it. */
  let hidden: readonly (readonly [path: string, id: string])[];

  const made = async (url: string, body: object, as: Readonly<Record<string, string>>): Promise<string> => {
    const answer = await server.post(url, body, as);
    expect(answer).toMatchObject({ status: 201 });
    return (answer.body as { stream: string }).stream.replace(/^[a-zA-Z]+-/, '');
  };

  beforeAll(async () => {
    const options = { ceiling: 'secret', principals: [UNCLEARED] } as const;
    server = await openTestServer(new MemoryEventStore(), new MemoryAnchor(), options);
    api = (await server.get('/api/openapi.json')).body as Document;
    const open = await textOf('conclusion-155-kl-tw.yaml');
    const document = open.replace('classification: open', 'classification: secret');
    const rules = { policyId: 'vn-party', calendarId: 'vn-working-days', issuedOn: '2025-05-16' };
    const directiveId = await made('/directives', { document, ...rules }, SECRETARIAT);
    const [task] = await eventually(
      () => server.all(`/directives/${directiveId}/tasks`) as Promise<readonly { id: string }[]>,
      ({ length }) => length === 512,
    );
    await made(`/directives/${directiveId}/standing-units`, {}, GOVERNMENT);
    const brought = { directiveId, kind: 'obstacle', subject: 'Funds', desk: GOVERNMENT['edict-unit'] };
    const matter = await made('/matters', brought, SECRETARIAT);
    hidden = [
      ['/directives/{id}', directiveId],
      ['/tasks/{id}', task!.id],
      ['/matters/{id}', matter],
      ['/lookup/{id}', task!.id],
      ['/streams/{stream}', `directive-${directiveId}`],
    ];
  });
  afterAll(() => server.close());

  const routesOf = (path: string, id: string): readonly Route[] =>
    Object.entries(api.paths[path]!)
      .filter(([verb, operation]) => ['get', 'post'].includes(verb) && answersAtOnce(operation))
      .map(([verb, operation]) => {
        const known = { path, streams: [], mark: 'mark', schemas: api.components.schemas };
        const query = (operation.parameters ?? [])
          .filter(({ in: where, required }) => where === 'query' && required)
          .map((each) => `${each.name}=${valuesFor(each, known)[0]!}`);
        const body = exampleFor(operation, api.components.schemas);
        const headers = { ...GOVERNMENT, authorization: 'Bearer uncleared' };
        const stream = path.startsWith('/streams/') ? 'directive-' : '';
        const ask: Ask = (about) => {
          const url = `${path.replace(/\{(id|stream)\}/, about === ABSENT ? stream + ABSENT : about)}?${query.join('&')}`;
          return verb === 'get' ? server.get(url, headers) : server.post(url, body, headers);
        };
        return { name: `${verb} ${path}`, hidden: id, ask };
      });

  it('is told no about what is hidden in the time that it takes about what is not there', async () => {
    const routes = hidden.flatMap(([start, id]) =>
      Object.keys(api.paths)
        .filter((path) => path.startsWith(start) && path.split('{').length === 2)
        .flatMap((path) => routesOf(path, id)),
    );
    expect(routes.length).toBeGreaterThan(50);
    const told: string[] = [];
    for (const route of routes) {
      const [one, other] = [await route.ask(route.hidden), await route.ask(ABSENT)];
      expect([route.name, one.status]).toStrictEqual([route.name, other.status]);
      if (!(await isAlike(route))) told.push(route.name);
    }
    expect(told).toStrictEqual([]);
  }, 240_000);
});
