import { idFrom } from '@edict/kernel';

import type { Principal } from '../access/principal.ts';
import { eventually, openTestServer, TOKEN, type Answer, type TestServer } from './test-server.ts';

/** A unit for each way of standing to a directive and what hangs on it, by the name of that relation. */
export const STANDING = [
  'issuer',
  'performer',
  'superior',
  'coordinator',
  'addressee',
  'committee',
  'submitter',
  'desk',
  'other',
] as const;

export type Headers = Readonly<Record<string, string>>;
export type Said = Readonly<{ method?: string; url: string; body?: unknown; headers?: Headers }>;

/** Tasks that are all alike, so that each who may act has a fresh one. */
const ALIKE = 140;
const SPECIAL = ['standing', 'conditional', 'periodic', 'nobody'] as const;
export type Sort = 'once' | (typeof SPECIAL)[number];
const DUE_ON = '2025-12-31';
export const DUE_AT = '2025-12-31T17:00:00.000Z';
export const NOW = '2025-05-16T02:00:00.000Z';

const taskOf = (ref: string, sort: Sort): string => {
  const kind = sort === 'nobody' ? 'once' : sort;
  const who = sort === 'nobody' ? '[]' : '[performer]';
  const due = sort === 'once' ? `, due: {on: ${DUE_ON}, bound: by, firmness: firm}` : '';
  const more = sort === 'periodic' ? ', recurrence: {every: null}' : '';
  return `  - {ref: ${ref}, clause: '1', statement: Do it., kind: ${kind}, accountable: ${who}, lead: ${who}, leadBasis: ${sort === 'nobody' ? 'none' : 'stated'}, urgency: false,
     coordinating: [coordinator], reportsTo: [addressee]${due}${more}}`;
};

const refOf = (sort: Sort, n: number): string => `${sort}-${n}`;

export const documentOf = (number: number, tasks: readonly string[] = []): string => `directive:
  {id: directive-${number}, number: ${number}-KL/TW, type: conclusion, issuers: [issuer], title: A conclusion, language: vi, adoptedOn: 2025-05-16,
   signedOn: null, issuedOn: null, effective: {from: null, until: null}, horizon: {from: null, until: null}, classification: open, urgency: none, links: []}
clauses:
  - {ref: '1', kind: task-bearing, text: Do it.}
tasks:
${tasks.length > 0 ? tasks.join('\n') : taskOf('once-1', 'once')}
standingUnits:
  {createdBy: [${tasks.length > 0 ? 'committee, desk' : 'committee'}], each: false, functions: [receive], mandate: {from: issue, until: 2025-10-31, inclusive: true}}
`;

const FORM = `form: {id: matrix, name: {en: Matrix}, version: 1, valid: {from: 2025-01-01, until: null}}
lines: [{key: total, name: {en: Total}}]`;

export const unitsOf = (...ids: readonly string[]): string =>
  `units:\n${ids.map((id) => `  - {id: ${id}, kind: unit, level: ministry, parent: ${id === 'issuer' ? 'superior' : null}, names: {en: ${id}}}`).join('\n')}\n`;

const everything = [{ capacity: '*', unit: '*', from: null, until: null, source: 'the tests' }] as const;
const openTo = { level: 'internal', compartments: 'all' } as const;
const idOf = (name: string): string => idFrom('account', 'local', name);

/** Who acts in whatever capacity is asked for; and somebody who holds none. */
export const ACTOR: Principal = { id: idOf('actor'), grants: everything, clearance: openTo };
export const NOTHING: Principal = { id: idOf('nothing'), grants: [], clearance: openTo };
export const ANOTHER: Principal = { id: idOf('another'), grants: [], clearance: openTo };
export const PASSWORD = 'three words and a half';

export class MatrixWorld {
  #tasks: ReadonlyMap<string, string> = new Map();
  readonly #taken = new Map<Sort, number>();
  readonly #numbers: Iterator<number> = (function* count() {
    for (let n = 1000; ; n++) yield n;
  })();
  machine = '';

  private constructor(
    readonly server: TestServer,
    readonly directive: string,
  ) {}

  static async open(): Promise<MatrixWorld> {
    const server = await openTestServer(undefined, undefined, { principals: [ACTOR, NOTHING, ANOTHER] });
    const registrar = { 'edict-capacity': 'secretariat' };
    await good(server.post('/units', { document: unitsOf(...STANDING) }, registrar));
    const tasks = [
      ...Array.from({ length: ALIKE }, (_, n) => taskOf(refOf('once', n + 1), 'once')),
      ...SPECIAL.flatMap((sort) => Array.from({ length: 12 }, (_, n) => taskOf(refOf(sort, n + 1), sort))),
    ];
    const said = { document: documentOf(1, tasks), policyId: 'vn-party', calendarId: 'vn-working-days' };
    const issued = await good(
      server.post('/directives', { ...said, issuedOn: '2025-05-16' }, { 'edict-unit': 'issuer' }),
    );
    await good(server.post('/references', { document: FORM }, registrar));
    const world = new MatrixWorld(server, issued.stream.replace('directive-', ''));
    await world.as('desk', `/directives/${world.directive}/standing-units`, {});
    await world.#openAccounts();
    await world.quiet();
    const all = await server.all(`/directives/${world.directive}/tasks`);
    world.#tasks = new Map((all as readonly { ref: string; id: string }[]).map(({ ref, id }) => [ref, id]));
    return world;
  }

  async #openAccounts(): Promise<void> {
    const administrator = { 'edict-capacity': 'administrator' };
    for (const name of ['actor', 'nothing', 'another']) {
      const headers = { ...administrator, 'idempotency-key': name };
      const opened = await good(this.server.post('/accounts', { kind: 'person', name, login: name }, headers));
      const taken = { invitation: (opened as unknown as { invitation: string }).invitation, password: PASSWORD };
      await this.send({ method: 'POST', url: '/accounts/invited', body: taken, headers: { authorization: '' } });
    }
    const machine = await good(this.server.post('/accounts', { kind: 'machine', name: 'Import' }, administrator));
    this.machine = (machine as unknown as { id: string }).id;
  }

  next(): number {
    return this.#numbers.next().value as number;
  }

  /** As a unit, in the capacity of an officer; what it does must be done. */
  async as(unit: string, url: string, body: unknown): Promise<string> {
    return (await good(this.server.post(url, body, { 'edict-unit': unit, 'edict-capacity': 'officer' }))).stream;
  }

  send({ method = 'GET', url, body, headers = {} }: Said): Promise<Answer> {
    const payload = body === undefined ? {} : { payload: body as string };
    const all = { authorization: `Bearer ${TOKEN}`, 'idempotency-key': `cell-${this.next()}`, ...headers };
    return this.server.app.inject({ method: method as 'GET', url, headers: all, ...payload }).then((answer) => {
      const text = answer.headers['content-type']?.toString().includes('json')
        ? (JSON.parse(answer.body) as unknown)
        : null;
      return { status: answer.statusCode, headers: answer.headers, body: text };
    });
  }

  /** One that nobody has touched. */
  task(sort: Sort = 'once'): string {
    const n = (this.#taken.get(sort) ?? 0) + 1;
    this.#taken.set(sort, n);
    const id = this.#tasks.get(refOf(sort, n));
    if (id === undefined) throw new Error(`There are no more tasks of the sort ${sort}.`);
    return id;
  }

  /** A directive of its own. */
  async directiveOf(occurredAt?: string): Promise<string> {
    const body = { ...this.issuing(occurredAt === undefined ? '2025-05-16' : occurredAt.slice(0, 10)), occurredAt };
    return (await this.as('issuer', '/directives', body)).replace('directive-', '');
  }

  /** A further directive of its own, issued by that unit. */
  async directiveBy(unit: 'issuer' | 'superior'): Promise<string> {
    const { document, ...rules } = this.issuing() as { document: string };
    const body = { ...rules, document: document.replace('issuers: [issuer]', `issuers: [${unit}]`) };
    return (await this.as(unit, '/directives', body)).replace('directive-', '');
  }

  issuing(issuedOn = '2025-05-16'): object {
    return { document: documentOf(this.next()), policyId: 'vn-party', calendarId: 'vn-working-days', issuedOn };
  }

  async matter(): Promise<string> {
    const body = { directiveId: this.directive, kind: 'obstacle', subject: 'Funds', desk: 'desk' };
    return (await this.as('submitter', '/matters', body)).replace('matter-', '');
  }

  async formReport(): Promise<string> {
    const body = { form: 'matrix', on: '2025-05-16', values: [{ key: 'total', value: 1 }] };
    return (await this.as('performer', `/tasks/${this.task()}/forms`, body)).replace('formReport-', '');
  }

  async attachment(): Promise<string> {
    const headers = {
      'content-type': 'application/octet-stream',
      'edict-file-name': 'a.txt',
      'edict-classification': 'open',
    };
    const url = `/attachments?about=task-${this.task()}`;
    const body = Buffer.from('So it stands.');
    const sent = this.send({ method: 'POST', url, body, headers: { ...headers, 'edict-unit': 'issuer' } });
    return (await good(sent)).stream.replace('attachment-', '');
  }

  /** Every event that some person caused: what follows from the clock may come in between. */
  async writtenByPersons(): Promise<readonly string[]> {
    const written: string[] = [];
    for await (const { events, live } of this.server.store.follow('', new AbortController().signal)) {
      for (const { type, stream, revision, meta } of events)
        if (meta['origin'] === 'person') written.push(`${type} ${stream}@${revision}`);
      if (live) break;
    }
    return written;
  }

  /** Until nothing follows any more from what was done. */
  async quiet(): Promise<void> {
    type Told = Readonly<{ head: string; subscribers: readonly Readonly<{ reached: string }>[] }>;
    await eventually(
      async () => (await this.server.get('/health')).body as Told,
      ({ head, subscribers }) => subscribers.every(({ reached }) => reached === head),
    );
  }
}

/** What was answered, if it was done. */
export const good = async (answering: Promise<Answer>): Promise<{ stream: string }> => {
  const { status, body } = await answering;
  if (status >= 300) throw new Error(`${status} ${JSON.stringify(body)}`);
  return body as { stream: string };
};
