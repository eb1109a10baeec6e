import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { issued155, openTestServer, textOf, type TestServer } from '../testing/test-server.ts';

const SECRETARIAT = { 'edict-unit': 'secretariat', 'edict-capacity': 'secretariat' };
const MISMATCH = { status: 422, body: { code: 'command/mismatch' } };

const unit = (id: string) => `units:\n  - {id: ${id}, kind: unit, level: ministry, parent: null, names: {en: X}}\n`;

describe('A key under which something was begun', () => {
  let server: TestServer;
  let directive: string;

  beforeAll(async () => {
    server = await openTestServer();
    directive = await issued155(server);
  });
  afterAll(() => server.close());

  const under = (key: string) => ({ ...SECRETARIAT, 'idempotency-key': key });
  const issue = async (number: string, key: string) => {
    const text = await textOf('conclusion-155-kl-tw.yaml');
    const document = text
      .replace('number: 155-KL/TW', `number: ${number}`)
      .replace('id: conclusion-155', 'id: another');
    const said = { policyId: 'vn-party', calendarId: 'vn-working-days', issuedOn: '2025-05-16' };
    return server.post('/directives', { document, ...said }, under(key));
  };
  const attach = (text: string, key: string) =>
    server.post(`/attachments?about=directive-${directive}`, text, {
      ...under(key),
      'content-type': 'application/octet-stream',
      'edict-file-name': 'a.txt',
      'edict-classification': 'open',
    });

  it.each<[string, (n: number, key: string) => Promise<object>]>([
    ['a directive', (n, key) => issue(`${900 + n}-KL/TW`, key)],
    ['a file', (n, key) => attach(`Text ${n}`, key)],
    ['a file of units', (n, key) => server.post('/units', { document: unit(`unit-${n}`) }, under(key))],
  ])('begins nothing else of its sort: %s', async (what, send) => {
    const first = await send(1, what);
    expect(first).toMatchObject({ status: 201 });
    expect(await send(2, what)).toMatchObject(MISMATCH);
    expect(await send(1, what)).toMatchObject({ status: 201, body: (first as { body: object }).body });
    expect(await send(2, `another ${what}`)).toMatchObject({ status: 201 });
  });

  it('begins one of two things that are sent at once', async () => {
    const both = await Promise.all([attach('This', 'at once'), attach('That', 'at once')]);
    expect(both.map(({ status }) => status).toSorted()).toStrictEqual([201, 422]);
  });

  it('is as good as new where what was sent was refused', async () => {
    expect((await issue('155-KL/TW', 'mended')).status).toBe(409);
    expect((await issue('910-KL/TW', 'mended')).status).toBe(201);
  });

  it('is used up where some of a file of units stands and the rest was refused: the same again registers that, and nothing else', async () => {
    const file = (...ids: readonly string[]) =>
      ids
        .map(unit)
        .join('')
        .replaceAll(/(?<=.)units:\n/gs, '');
    const send = (document: string, occurredAt: string, key: string) =>
      server.post('/units', { document, occurredAt }, under(key));
    expect((await send(unit('known'), '2025-05-15T02:00:00Z', 'known')).status).toBe(201);
    const both = file('first', 'known', 'beside').replace('{id: known, kind: unit', '{id: known, kind: group');
    expect((await send(both, '2025-05-01T02:00:00Z', 'in part')).status).toBe(409);
    expect((await server.get('/units/beside')).status).toBe(200);
    expect(await send(unit('other'), '2025-05-15T02:00:00Z', 'in part')).toMatchObject(MISMATCH);
    expect((await server.get('/units/other')).status).toBe(404);
    expect((await send(both, '2025-05-01T02:00:00Z', 'in part')).status).toBe(409);
  });

  it('is free again after a day', async () => {
    expect((await attach('On the day', 'daily')).status).toBe(201);
    server.setTime('2025-05-17T02:00:01Z');
    expect((await attach('The day after', 'daily')).status).toBe(201);
  });
});
