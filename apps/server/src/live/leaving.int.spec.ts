import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';

import { listen, type Heard, type Listener } from '../testing/listener.ts';
import { ADMIN, cookieOf, openPeople, OWN_PAGE, type People } from '../testing/people.ts';
import { EventHub } from './event-hub.ts';

const UNIT = 'government-party-committee';
const REGISTRAR = { 'edict-capacity': 'secretariat' };

let people: People;
let url: string;
let registered = 0;
const listeners: Listener[] = [];

beforeAll(async () => {
  people = await openPeople();
  await people.server.app.listen(0, '127.0.0.1');
  url = await people.server.app.getUrl();
});
afterEach(() => listeners.splice(0).forEach((listener) => listener.leave()));
afterAll(() => people.server.close());

const follow = async (headers: Readonly<Record<string, string>>): Promise<Listener> => {
  const listener = await listen(`${url}/events`, headers);
  listeners.push(listener);
  expect([listener.status, (await listener.next())?.event]).toStrictEqual([200, 'open']);
  return listener;
};

/** Something that everybody may know of happens; its position. */
const happen = async (): Promise<string> => {
  const document = `units:\n  - {id: u-${++registered}, kind: unit, level: ministry, parent: null, names: {en: X}}\n`;
  const { body } = await people.server.post('/units', { document }, REGISTRAR);
  return (body as { position: string }).position;
};
const isAt = (position: string) => (heard: Heard) => heard.id === position;

/** Everything that is heard until the end; without what beats. */
const rest = async (listener: Listener): Promise<readonly Heard[]> => {
  const heard: Heard[] = [];
  for (let each = await listener.next(); each; each = await listener.next()) if (!each.comment) heard.push(each);
  return heard;
};

/** What somebody hears of what happens after `change`, and what everybody else does. */
const heardAfter = async (headers: Readonly<Record<string, string>>, change: () => Promise<unknown>) => {
  const theirs = await follow(headers);
  const before = await happen();
  await theirs.until(isAt(before));
  await change();
  await happen();
  return rest(theirs);
};

const post = async (path: string, body: object) => {
  const answer = await people.server.post(path, body, ADMIN);
  expect(answer.status).toBeLessThan(300);
  return answer.body as Readonly<{ stream: string; id: string; secret: string }>;
};
const cookieFor = async (login: string) => ({ ...OWN_PAGE, cookie: cookieOf(await people.signIn(login)) });
const inMinutes = (minutes: number) => new Date(people.now() + minutes * 60_000).toISOString();
const officeFor = async (account: string, more: object = {}): Promise<string> => {
  const { stream } = await post('/offices', { unit: UNIT, capacity: 'officer', title: 'Head' });
  const path = `/offices/${stream.replace('office-', '')}`;
  await post(`${path}/appointments`, { account, as: 'holder', basis: 'Decision 4', ...more });
  return path;
};
const granted = (account: string, more: object = {}) =>
  post(`/accounts/${account}/grants`, { capacity: 'officer', unit: UNIT, basis: 'Order 12', ...more });
const tokenOf = async (account: string, until = inMinutes(60)) => post('/tokens', { name: 'Follower', until, account });

describe('Whoever follows events hears nothing more once', () => {
  it('their appointment to an office ends', async () => {
    const path = await officeFor(await people.openPerson('an'));
    const end = () => post(`${path}/appointments/1/end`, { reason: 'Retired' });
    expect(await heardAfter(await cookieFor('an'), end)).toStrictEqual([]);
  });

  it('their office is closed', async () => {
    const path = await officeFor(await people.openPerson('ba'));
    expect(await heardAfter(await cookieFor('ba'), () => post(`${path}/close`, { reason: 'Merged' }))).toStrictEqual(
      [],
    );
  });

  it('their appointment has had its time', async () => {
    await officeFor(await people.openPerson('ca'), { until: inMinutes(5) });
    expect(await heardAfter(await cookieFor('ca'), async () => people.later(5))).toStrictEqual([]);
  });

  it('their grant has had its time', async () => {
    await granted(await people.openPerson('da'), { until: inMinutes(5) });
    expect(await heardAfter(await cookieFor('da'), async () => people.later(5))).toStrictEqual([]);
  });

  it('their grant is withdrawn', async () => {
    const id = await people.openPerson('ea');
    await granted(id);
    const withdraw = () => post(`/accounts/${id}/grants/1/withdraw`, { reason: 'Left' });
    expect(await heardAfter(await cookieFor('ea'), withdraw)).toStrictEqual([]);
  });

  it('they sign out, also where nothing happens any more', async () => {
    await granted(await people.openPerson('ga'));
    const [headers, other] = [await cookieFor('ga'), await cookieFor('ga')];
    const out = async (by: typeof headers) =>
      expect((await people.ask('/sessions/current', { method: 'DELETE', headers: by })).status).toBe(204);
    const stays = await follow(other);
    expect(await heardAfter(headers, () => out(headers))).toStrictEqual([]);
    await stays.until(isAt(await happen()));
    await out(other);
    people.server.app.get(EventHub).wake('beat');
    expect(await stays.next()).toBeUndefined();
  });

  it('their session has gone idle: to follow is not to use it', async () => {
    await granted(await people.openPerson('ha'));
    const headers = await cookieFor('ha');
    const listener = await follow(headers);
    people.later(20);
    await listener.until(isAt(await happen()));
    people.later(11);
    await happen();
    expect(await rest(listener)).toStrictEqual([]);
    expect((await people.ask('/accounts/me', { headers })).status).toBe(401);
  });

  it('their token is revoked, or has had its time', async () => {
    const { id } = await post('/accounts', { kind: 'machine', name: 'Follower' });
    await granted(id);
    const [made, short] = [await tokenOf(id), await tokenOf(id, inMinutes(5))];
    const by = ({ secret }: { secret: string }) => ({ authorization: `Bearer ${secret}` });
    expect(await heardAfter(by(short), async () => people.later(5))).toStrictEqual([]);
    expect(await heardAfter(by(made), () => post(`/tokens/${made.id}/revoke`, { account: id }))).toStrictEqual([]);
  });
});

describe('Whoever follows events goes on', () => {
  it('where an office changes that is not theirs, and where theirs gets another substitute', async () => {
    const [ka, la] = [await people.openPerson('ka'), await people.openPerson('la')];
    const path = await officeFor(ka);
    const listener = await follow(await cookieFor('ka'));
    await officeFor(la);
    await post(`${path}/appointments`, { account: la, as: 'substitute', until: inMinutes(60), basis: 'Decision 5' });
    const last = await happen();
    expect((await listener.until(isAt(last))).at(-1)?.id).toBe(last);
  });
});
