import { readFileSync } from 'node:fs';

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';

import { EXIT } from '../command.ts';
import { OUTCOME, standIn } from '../testing/stand-in.ts';
import { TASK_VERBS, type TaskVerb } from './task-verbs.ts';
import { task } from './task.ts';

type Ref = Readonly<{ $ref?: string; allOf?: readonly Readonly<{ $ref: string }>[] }>;
type Schema = Readonly<{ required?: readonly string[]; properties?: Readonly<Record<string, Ref>> }>;
type Api = Readonly<{
  paths: Record<string, { post?: { requestBody: { content: Record<string, { schema: { $ref: string } }> } } }>;
  components: { schemas: Record<string, Schema> };
}>;
type Sent = Readonly<{ route: string; body: Record<string, unknown>; key: unknown }>;

const api = JSON.parse(readFileSync(new URL('../../../../docs/openapi.json', import.meta.url), 'utf8')) as Api;
const named = (ref: string): Schema => api.components.schemas[ref.split('/').at(-1)!]!;
const schemaOf = (verb: string): Schema =>
  named(api.paths[`/tasks/{id}/${verb}`]!.post!.requestBody.content['application/json']!.schema.$ref);

const VERBS = Object.entries(TASK_VERBS) as readonly (readonly [string, TaskVerb])[];
const SHOWN = {
  ...{ id: '377382a2-872e-52f5-a595-b42487faf286', directiveId: 'd', assignment: 3, submission: 2 },
  ...{ request: { request: 5 }, children: [{ id: 'part-1', ref: '1-1-d1', unit: 'academy' }] },
};

/** What the commands send, as a server hears it, against the description of the API. */
describe('The acts on a task on the command line', () => {
  let server: Awaited<ReturnType<typeof standIn>>;
  let asked: Sent[];

  beforeAll(async () => {
    server = await standIn(({ method, url, body, headers }) => {
      if (method === 'GET') return SHOWN;
      asked.push({ route: url, body: body as Sent['body'], key: headers['idempotency-key'] });
      return OUTCOME;
    });
  });
  beforeEach(() => {
    asked = [];
  });
  afterAll(() => server.close());

  const all = (fields: TaskVerb['fields'], only: (needed: boolean) => boolean) =>
    fields
      .filter(({ needed = false }) => only(needed))
      .flatMap(({ option, kind }) =>
        kind === 'flag' ? [`--${option}`] : [`--${option}`, option === 'part' ? 'academy' : 'x'],
      );

  it.each(VERBS)('%s sends what its route wants, and nothing that it does not know', async (verb, { fields }) => {
    const args = ['T', ...all(fields, () => true), '--occurred-at', 'then', '--evidence', 'x', '--key', 'k'];
    expect(await task.run([verb, ...args])).toBe(EXIT.done);
    const [{ route, body, key }] = asked as [Sent];
    expect([route, key]).toStrictEqual([`/tasks/${SHOWN.id}/${verb}`, 'k']);
    const { required = [], properties = {} } = schemaOf(verb);
    expect(Object.keys(body).filter((name) => !Object.hasOwn(properties, name) && name !== 'evidence')).toStrictEqual(
      [],
    );
    expect(required.filter((name) => !Object.hasOwn(body, name))).toStrictEqual([]);
    for (const name of ['ruling', 'changes', 'order'].filter((each) => typeof body[each] === 'object')) {
      const { $ref, allOf = [] } = properties[name]!;
      const known = Object.keys(named($ref ?? allOf[0]!.$ref).properties!);
      expect(Object.keys(body[name] as object).filter((each) => !known.includes(each))).toStrictEqual([]);
    }
  });

  it.each(VERBS)('%s says what it lacks', async (verb, { fields }) => {
    for (const { option } of fields.filter(({ needed = false }) => needed)) {
      const others = fields.filter((field) => field.option !== option);
      await expect(task.run([verb, 'T', ...all(others, (must) => must)])).rejects.toThrow(`--${option}`);
    }
    await expect(task.run([verb])).rejects.toThrow('that is what is wanted');
    expect(asked).toStrictEqual([]);
  });

  it('means what the task shows', async () => {
    await task.run(['reassign', 'T', '--to', 'academy', '--reason', 'Why.']);
    await task.run(['refuse-extension', 'T', '--reason', 'Why.']);
    await task.run(['decide-on-part', 'T', '--part', '1-1-d1', '--decision', 'leave', '--reason', 'Why.']);
    const decision = ['--finding', 'common-or-each', '--each', '--reason', 'Why.'];
    await task.run(['decide', 'T', ...decision]);
    expect(asked.map(({ body }) => body)).toStrictEqual([
      { unit: 'academy', reason: 'Why.', assignment: 3 },
      { reason: 'Why.', request: 5 },
      { child: 'part-1', decision: 'leave', reason: 'Why.' },
      { finding: 'common-or-each', ruling: { each: true }, reason: 'Why.' },
    ]);
  });

  it('names the parts that there are where it is asked for another', async () => {
    const run = task.run(['decide-on-part', 'T', '--part', 'none', '--decision', 'leave', '--reason', 'Why.']);
    await expect(run).rejects.toThrow('It has no part none: 1-1-d1.');
  });

  it('leaves no act on a task to HTTP alone', () => {
    const routes = Object.entries(api.paths).flatMap(([path, { post }]) =>
      post ? (/^\/tasks\/\{id\}\/([a-z-]+)$/.exec(path)?.[1] ?? []) : [],
    );
    const straight = [
      'acknowledge',
      'report',
      'submit',
      'accept',
      'return',
      'forms',
      'confirm-deadline',
      'attachments',
    ];
    expect(routes.filter((verb) => !Object.hasOwn(TASK_VERBS, verb) && !straight.includes(verb))).toStrictEqual([]);
  });
});
