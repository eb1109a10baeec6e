import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MemoryEventStore } from '@edict/adapter-memory';
import { Conflict, OutcomeUnknown, StoreUnavailable } from '@edict/runtime';

import { openTestServer, type TestServer } from './testing/test-server.ts';

/** A store that can be made to fail. */
class FailingStore extends MemoryEventStore {
  failure: Error | undefined;

  override append(...write: Parameters<MemoryEventStore['append']>): Promise<string> {
    return this.failure ? Promise.reject(this.failure) : super.append(...write);
  }
}

describe('A failure', () => {
  let server: TestServer;
  let store: FailingStore;

  beforeAll(async () => {
    store = new FailingStore();
    server = await openTestServer(store);
    await server.app.listen(0, '127.0.0.1');
  });
  afterAll(() => server.close());

  const portOf = () => (server.app.getHttpServer().address() as AddressInfo).port;

  /** What a command is answered while the store fails, and what is logged meanwhile. */
  const whileFailing = async (failure: Error) => {
    const document = 'units:\n  - {id: some-unit, kind: unit, level: ministry, parent: null, names: {en: Some}}\n';
    const [log, logged] = [console.error, [] as string[]];
    console.error = (line: string) => void logged.push(line);
    store.failure = failure;
    const answer = await server.post('/units', { document }, { 'edict-capacity': 'secretariat' });
    store.failure = undefined;
    console.error = log;
    return { answer, logged };
  };

  it.each([
    ['a full disk', new StoreUnavailable('full', 'no room'), 507, 'store/full'],
    ['a broken disk', new StoreUnavailable('io', 'the disk'), 503, 'store/io'],
    ['silence', new OutcomeUnknown('silence'), 503, 'store/no-answer'],
    ['a crowd', new Conflict('unit-x', 0, 1), 409, 'command/conflict'],
  ])('of the store, %s, has a code of its own', async (_, failure, status, code) => {
    const { answer, logged } = await whileFailing(failure);
    expect(answer).toMatchObject({ status, body: { status, code } });
    expect(logged).toStrictEqual([]);
  });

  it('that nobody foresaw tells its caller nothing but where to look in the log', async () => {
    const { answer, logged } = await whileFailing(new Error('/secret/path exploded'));
    expect(answer).toMatchObject({ status: 500, body: { code: 'server/fault', traceId: expect.any(String) } });
    expect(JSON.stringify(answer.body)).not.toContain('secret');
    expect(JSON.parse(logged[0]!)).toMatchObject({ traceId: (answer.body as { traceId: string }).traceId });
  });

  it('of the views to keep up sends a reader away for a while', async () => {
    const asked = performance.now();
    const answer = await server.get('/directives', { 'if-position-at-least': server.sealed('9999999999999999') });
    expect(performance.now() - asked).toBeGreaterThanOrEqual(1_900);
    expect(answer).toMatchObject({ status: 503, headers: { 'retry-after': '2' }, body: { code: 'views/behind' } });
  });

  it('to speak HTTP is answered all the same', async () => {
    const socket = connect(portOf(), '127.0.0.1');
    socket.write('NONSENSE\r\n\r\n');
    expect(await text(socket)).toMatch(/^HTTP\/1\.1 400 Bad Request\r\nContent-Type: application\/problem\+json/);
  });

  it('to be brief is answered, too', async () => {
    const asked = request({ port: portOf(), host: '127.0.0.1', headers: { x: 'y'.repeat(20_000) } });
    const [answer] = (await once(asked.end(), 'response')) as [IncomingMessage];
    expect(answer.resume().statusCode).toBe(431);
  });
});
