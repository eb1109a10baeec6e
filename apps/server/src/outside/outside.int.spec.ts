import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Undeliverable, type Outgoing } from '@edict/runtime';

import { documentOf, unitsOf } from '../testing/matrix-world.ts';
import { eventually, openTestServer, type TestServer } from '../testing/test-server.ts';

const SECRETARIAT = { 'edict-capacity': 'secretariat' };
const OFFICER = { 'edict-capacity': 'officer', 'edict-unit': 'performer' };
const MAIL = { channel: 'mail', address: 'office@performer.example' };
const UNITS = ['issuer', 'performer', 'superior', 'coordinator', 'addressee', 'committee', 'desk'];

const TASK = `  - {ref: '1-1', clause: '1', statement: 'Draft, and send; it.', kind: once, accountable: [performer], lead: [performer], leadBasis: stated, urgency: false,
     coordinating: [coordinator], reportsTo: [addressee], due: {on: 2025-06-10, bound: by, firmness: firm}}`;

type Delivery = Readonly<{ deliveryId: string; state: string; reason: string | null; attempt: number }>;

describe('What goes out of the server', () => {
  let server: TestServer;
  let sent: Outgoing[];
  let answer: () => Promise<void>;
  /** What of an address leads inside. */
  let inside: string;

  beforeAll(async () => {
    sent = [];
    answer = () => Promise.reject(new Undeliverable('No such box.'));
    const mail = {
      send: async (message: Outgoing) => {
        sent.push(message);
        await answer();
      },
    };
    inside = '10.0.0.1';
    const barred = async (address: string) => (address.includes(inside) ? ('notPublic' as const) : undefined);
    const channels = { mail, webhook: { send: async () => undefined, barred } };
    server = await openTestServer(undefined, undefined, { channels });
    await server.post('/units', { document: unitsOf(...UNITS) }, SECRETARIAT);
  });
  afterAll(() => server.close());

  const issue = async (number: number, classification = 'open') => {
    const document = documentOf(number, [TASK]).replace('classification: open', `classification: ${classification}`);
    const said = { document, policyId: 'vn-party', calendarId: 'vn-working-days', issuedOn: '2025-05-16' };
    const { body } = await server.post('/directives', said, { 'edict-unit': 'issuer' });
    const id = (body as { stream: string }).stream.replace('directive-', '');
    await eventually(
      () => server.all(`/directives/${id}/tasks`),
      ({ length }) => length === 1,
    );
  };
  const deliveries = async (state = ''): Promise<readonly Delivery[]> =>
    (await server.all(`/deliveries${state && `?state=${state}`}`, SECRETARIAT)) as readonly Delivery[];

  it('goes to where a secretariat says, which is listed, and ended', async () => {
    const opened = await server.post('/units/performer/subscriptions', MAIL, SECRETARIAT);
    expect(opened).toMatchObject({ status: 201, body: { calendar: null } });
    const { subscription } = opened.body as { subscription: string };
    const listed = await server.get('/units/performer/subscriptions', SECRETARIAT);
    expect(listed.body).toStrictEqual([{ ...MAIL, subscription, ended: false, language: null }]);
    const other = await server.post('/units/performer/subscriptions', { ...MAIL, address: 'old@b' }, SECRETARIAT);
    const url = `/units/performer/subscriptions/${(other.body as { subscription: string }).subscription}/end`;
    expect(await server.post(url, { reason: 'Moved.' }, SECRETARIAT)).toMatchObject({ status: 200 });
    expect((await server.get('/units/performer/subscriptions', SECRETARIAT)).body).toMatchObject([
      { ended: false },
      { ended: true },
    ]);
  });

  it.each([
    ['/units/performer/subscriptions', { channel: 'mail', address: 'none' }, SECRETARIAT, 422, 'subscription/address'],
    ['/units/performer/subscriptions', { channel: 'mail' }, SECRETARIAT, 422, 'subscription/address'],
    ['/units/performer/subscriptions', { channel: 'pigeon' }, SECRETARIAT, 400, 'request/invalid'],
    ['/units/nobody/subscriptions', MAIL, SECRETARIAT, 404, 'unit/unknown'],
    ['/units/performer/subscriptions', MAIL, OFFICER, 403, 'act/not-in-this-capacity'],
    [
      '/units/performer/subscriptions/377382a2-872e-52f5-a595-b42487faf286/end',
      { reason: 'No.' },
      SECRETARIAT,
      404,
      'subscription/unknown',
    ],
    ['/deliveries/377382a2-872e-52f5-a595-b42487faf286/replay', { reason: '' }, SECRETARIAT, 400, 'request/invalid'],
    ['/deliveries/377382a2-872e-52f5-a595-b42487faf286/replay', { reason: 'x' }, SECRETARIAT, 404, 'delivery/unknown'],
  ] as const)('takes no nonsense: %s %j', async (...[url, body, headers, status, code]) =>
    expect(await server.post(url, body, headers)).toMatchObject({ status, body: { code } }),
  );

  it('says which rule an address breaks, in the language that is asked for', async () => {
    const headers = { ...SECRETARIAT, 'accept-language': 'vi' };
    const wrong = { channel: 'webhook', address: 'https://hooks.example:99999/edict' };
    expect(await server.post('/units/performer/subscriptions', wrong, headers)).toMatchObject({
      status: 422,
      body: {
        code: 'subscription/address',
        errors: [{ pointer: '/address', rule: 'webPort', message: 'phải có cổng từ 1 đến 65535, hoặc không có cổng' }],
      },
    });
  });

  it('is not opened to where nothing ever goes, as far as that is known', async () => {
    const open = (address: string) =>
      server.post('/units/coordinator/subscriptions', { channel: 'webhook', address }, SECRETARIAT);
    expect(await open('https://10.0.0.1/edict')).toMatchObject({
      status: 422,
      body: { code: 'subscription/address', errors: [{ pointer: '/address', rule: 'webPublic' }] },
    });
    expect(await open('https://hooks.example/edict')).toMatchObject({ status: 201 });
  });

  it('is answered as it was then where it is opened again, though its name leads inside by now', async () => {
    const where = { channel: 'webhook', address: 'https://moved.example/edict' };
    const open = (key: string, more: object = where) =>
      server.post('/units/desk/subscriptions', more, { ...SECRETARIAT, 'idempotency-key': key });
    const opened = await open('moved');
    expect(opened.status).toBe(201);
    inside = 'moved.example';
    expect(await open('moved')).toMatchObject({ status: 201, body: opened.body });
    expect(await open('moved and open')).toMatchObject({ status: 201 });
    const other = { ...where, address: 'https://other.moved.example/edict' };
    expect(await open('moved', other)).toMatchObject({ status: 422, body: { code: 'command/mismatch' } });
    const { subscription } = opened.body as { subscription: string };
    const url = `/units/desk/subscriptions/${subscription}/end`;
    expect(await server.post(url, { reason: 'It moved.' }, SECRETARIAT)).toMatchObject({ status: 200 });
    expect(await open('moved')).toMatchObject({ status: 201, body: opened.body });
    expect(await open('anew')).toMatchObject({ status: 422, body: { code: 'subscription/address' } });
    inside = '10.0.0.1';
  });

  it('is written in the language that was named for it, and signed by a key that is told', async () => {
    const where = { ...MAIL, address: 'office@hanoi.example', language: 'uk' };
    expect(await server.post('/units/superior/subscriptions', where, SECRETARIAT)).toMatchObject({ status: 201 });
    expect((await server.get('/units/superior/subscriptions', SECRETARIAT)).body).toMatchObject([{ language: 'uk' }]);
    const wrong = { ...where, language: 'fr' };
    expect(await server.post('/units/superior/subscriptions', wrong, SECRETARIAT)).toMatchObject({ status: 400 });
    expect((await server.get('/webhooks/key')).body).toStrictEqual({ publicKey: expect.stringMatching(/^whpk_/) });
  });

  it('is waited for by its position, by whoever may see where units are told', async () => {
    const opened = await server.post('/units/superior/subscriptions', { ...MAIL, address: 'more@b' }, SECRETARIAT);
    const { position } = opened.body as { position: string };
    const after = { 'if-position-at-least': position };
    const list = (headers: Readonly<Record<string, string>>) => server.get('/units/superior/subscriptions', headers);
    expect(await list({ ...SECRETARIAT, ...after })).toMatchObject({ status: 200 });
    const none = { 'if-position-at-least': 'subscription-superior@7' };
    const refused = { status: 400, body: { code: 'request/position' } };
    expect(await list({ ...SECRETARIAT, ...none })).toMatchObject(refused);
    const [there, not] = [
      await server.get('/units', { ...OFFICER, ...after }),
      await server.get('/units', { ...OFFICER, ...none }),
    ];
    expect([there.status, there.body]).toStrictEqual([400, not.body]);
  });

  it('is parked where nobody takes it, seen by health, and sent again under the same key by who says why', async () => {
    await issue(1);
    await issue(2, 'internal');
    server.setTime('2025-06-12T02:00:00Z');
    const [parked] = await eventually(
      () => deliveries('parked'),
      ({ length }) => length > 0,
    );
    expect(parked).toMatchObject({ state: 'parked', reason: 'No such box.', attempt: 1 });
    expect((await server.get('/health')).body).toMatchObject({ status: 'degraded', deliveriesParked: true });
    answer = async () => undefined;
    const url = `/deliveries/${parked!.deliveryId}/replay`;
    expect(await server.post(url, { reason: 'It is back.' }, SECRETARIAT)).toMatchObject({ status: 200 });
    await eventually(
      () => deliveries('delivered'),
      (all) => all.some(({ deliveryId }) => deliveryId === parked!.deliveryId),
    );
    expect(sent.filter(({ key }) => key === parked!.deliveryId).length).toBe(2);
    expect(await server.post(url, { reason: 'Again.' }, SECRETARIAT)).toMatchObject({ status: 409 });
    const { body } = await server.get(`/streams/delivery-${parked!.deliveryId}`, SECRETARIAT);
    expect((body as { items: readonly { type: string }[] }).items.map(({ type }) => type)).toContain(
      'DeliveryReplayed',
    );
  });

  it('is nothing of what is classified, whatever is tried', async () => {
    const withheld = await eventually(
      () => deliveries('withheld'),
      ({ length }) => length > 0,
    );
    expect(new Set(withheld.map(({ reason }) => reason))).toStrictEqual(new Set(['classified']));
    const url = `/deliveries/${withheld[0]!.deliveryId}/drop`;
    expect(await server.post(url, { reason: 'It stays here.' }, SECRETARIAT)).toMatchObject({ status: 200 });
    expect((await deliveries('dropped')).length).toBe(1);
    const kept = new Set(withheld.map(({ deliveryId }) => deliveryId));
    expect(sent.filter(({ key }) => kept.has(key))).toStrictEqual([]);
    expect(new Set(sent.map(({ directiveId }) => directiveId)).size).toBe(1);
  });

  it('is a calendar for who has its address, without what is classified, until that is revoked', async () => {
    const key = { ...SECRETARIAT, 'idempotency-key': 'calendar' };
    const opened = await server.post('/units/performer/subscriptions', { channel: 'calendar' }, key);
    const again = await server.post('/units/performer/subscriptions', { channel: 'calendar' }, key);
    expect(again.body).toStrictEqual(opened.body);
    const { calendar, subscription } = opened.body as Readonly<{ calendar: string; subscription: string }>;
    const listed = JSON.stringify((await server.get('/units/performer/subscriptions', SECRETARIAT)).body);
    expect(listed).not.toContain(calendar.split('/').at(-1)!.slice(0, 43));
    const nobody = { authorization: '' };
    const { status, headers, body } = await server.get(calendar, nobody);
    expect([status, headers['content-type']]).toStrictEqual([200, 'text/calendar; charset=utf-8']);
    expect(String(body).match(/BEGIN:VTODO/g)?.length).toBe(1);
    expect(String(body)).toContain('SUMMARY:1-1 Draft\\, and send\\; it.');
    for (const other of [
      calendar.replace('performer', 'desk'),
      '/calendars/performer/x.ics',
      '/calendars/nobody/x.ics',
    ])
      expect(await server.get(other, nobody)).toMatchObject({ status: 404, body: { code: 'calendar/unknown' } });
    await server.post(`/units/performer/subscriptions/${subscription}/end`, { reason: 'Lost.' }, SECRETARIAT);
    expect(await server.get(calendar, nobody)).toMatchObject({ status: 404 });
  });
});

describe('A directive that is entered after its day, to a mail server that takes nothing', () => {
  let server: TestServer;
  beforeAll(async () => {
    const mail = { send: () => Promise.reject(new Undeliverable('The mail server said 550.')) };
    const barred = async (address: string) => (address.includes('10.0.0.1') ? ('notPublic' as const) : undefined);
    const channels = { mail, webhook: { send: async () => undefined, barred } };
    server = await openTestServer(undefined, undefined, { channels });
    await server.post('/units', { document: unitsOf(...UNITS) }, SECRETARIAT);
    await server.post('/units/performer/subscriptions', MAIL, SECRETARIAT);
  });
  afterAll(() => server.close());

  /** Until everybody who follows the log has got to its end, and nothing rings any more. */
  const settled = async (): Promise<void> => {
    type Told = Readonly<{ head: string; subscribers: readonly Readonly<{ reached: string }>[] }>;
    const quiet = () =>
      eventually(
        async () => (await server.get('/health')).body as Told,
        ({ head, subscribers }) => subscribers.every(({ reached }) => reached === head),
      );
    do await quiet();
    while ((await server.access.engine.ring()).rung > 0);
    await quiet();
  };
  const deliveries = () => server.all('/deliveries', SECRETARIAT) as Promise<readonly Delivery[]>;

  it('leads to no notice and so to no delivery, however late it gets, until somebody says from when on it is watched', async () => {
    server.setTime('2025-07-15T03:00:00Z');
    const said = { policyId: 'vn-party', calendarId: 'vn-working-days', issuedOn: '2025-05-16' };
    const entered = { document: documentOf(1, [TASK]), ...said, occurredAt: '2025-05-16T02:00:00Z' };
    const { body } = await server.post('/directives', entered, { 'edict-unit': 'issuer' });
    const url = `/directives/${(body as { stream: string }).stream.replace('directive-', '')}`;
    await settled();
    server.setTime('2025-08-15T03:00:00Z');
    await settled();
    expect(await server.all(`${url}/tasks`)).toMatchObject([{ state: 'assigned', deadlineClass: 'overdue' }]);
    expect([await server.all('/notices', OFFICER), await deliveries()]).toStrictEqual([[], []]);

    const watched = await server.post(`${url}/watch`, { from: '2025-05-16T02:00:00Z' }, { 'edict-unit': 'issuer' });
    expect(watched).toMatchObject({ status: 200 });
    await settled();
    const parked = await eventually(
      deliveries,
      (all) => all.length > 0 && all.every(({ state }) => state === 'parked'),
    );
    expect(parked).toEqual(expect.arrayContaining([expect.objectContaining({ reason: 'The mail server said 550.' })]));
  });
});
