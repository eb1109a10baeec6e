import { reading, WHY, type Cell, type Deed } from './matrix-deed.ts';
import { ANOTHER, PASSWORD, type MatrixWorld } from './matrix-world.ts';

const UNTIL = '2025-08-01T00:00:00Z';

/** The account that stands so to whoever acts. */
const accountOf = ({ machine }: MatrixWorld, { relation, self }: Cell): string =>
  relation === 'machine' ? machine : relation === 'another' ? ANOTHER.id : self;

const onAccount = (act: string, body: object, before?: (world: MatrixWorld, id: string) => Promise<unknown>): Deed => ({
  to: 'account',
  async make(world, cell) {
    const id = accountOf(world, cell);
    await before?.(world, id);
    return { method: 'POST', url: `/accounts/${id}/${act}`, body };
  },
});

const ADMINISTRATOR = { 'edict-capacity': 'administrator' };
const administer = (world: MatrixWorld, url: string, body: object) =>
  world.send({ method: 'POST', url, body, headers: ADMINISTRATOR });
const GRANT = { capacity: 'leader', unit: 'other', basis: 'Decision 1' };
const POST = { unit: 'other', capacity: 'leader', title: 'Head' };

const officeIn = async (world: MatrixWorld): Promise<string> => {
  const { body } = await administer(world, '/offices', POST);
  return (body as { stream: string }).stream.replace('office-', '');
};

const APPOINTED = { as: 'holder', basis: 'Decision 1' };

/** A token of the account, made by whoever can make one. */
const tokenOf = async (world: MatrixWorld, account: string): Promise<string> => {
  const machine = account === world.machine;
  const headers = machine ? ADMINISTRATOR : { authorization: `Bearer ${account}` };
  const body = { name: 'Import', until: UNTIL, ...(machine ? { account } : {}) };
  const made = await world.send({ method: 'POST', url: '/tokens', body, headers });
  return (made.body as { id: string }).id;
};

const saying = (to: 'self' | 'anything', url: string, body: object, but?: readonly number[]): Deed => ({
  to,
  ...(but === undefined ? {} : { but }),
  make: () => ({ method: 'POST', url, body }),
});

const ACTS: Readonly<Record<string, Deed>> = {
  'POST /accounts': {
    to: 'anything',
    make: (world) => ({ method: 'POST', url: '/accounts', body: { kind: 'machine', name: `m${world.next()}` } }),
  },
  'POST /accounts/:id/grants': onAccount('grants', GRANT),
  'POST /accounts/:id/grants/:number/withdraw': onAccount('grants/1/withdraw', WHY, (world, id) =>
    administer(world, `/accounts/${id}/grants`, GRANT),
  ),
  'POST /accounts/:id/clearance': onAccount('clearance', { level: 'open', compartments: [], basis: 'Decision 1' }),
  'POST /accounts/:id/disable': onAccount('disable', WHY),
  'POST /accounts/:id/enable': onAccount('enable', WHY),
  'POST /accounts/:id/end-sessions': onAccount('end-sessions', WHY),
  // A machine has tokens, and nobody is invited to be one.
  'POST /accounts/:id/invite': { ...onAccount('invite', WHY), but: [409] },
  // No identity provider is there; whoever may do it is told so.
  'POST /accounts/:id/subject': {
    to: 'account',
    but: [404],
    make: (world, cell) => {
      const body = { subject: `sub-${world.next()}` };
      return { method: 'POST', url: `/accounts/${accountOf(world, cell)}/subject`, body };
    },
  },
  'POST /accounts/me/password': saying('self', '/accounts/me/password', { current: PASSWORD, password: PASSWORD }),
  'POST /accounts/me/totp': saying('self', '/accounts/me/totp', { password: PASSWORD }),
  'POST /accounts/me/totp/confirm': saying('self', '/accounts/me/totp/confirm', { code: '000000' }, [422]),
  'POST /accounts/me/totp/remove': saying('self', '/accounts/me/totp/remove', { password: PASSWORD }),
  'POST /accounts/first': saying(
    'anything',
    '/accounts/first',
    { invitation: 'x', login: 'x', name: 'X', password: PASSWORD },
    [401, 429],
  ),
  'POST /accounts/invited': saying(
    'anything',
    '/accounts/invited',
    { invitation: 'x', password: PASSWORD },
    [401, 429],
  ),
  'POST /sessions': saying('anything', '/sessions', { login: 'x', password: 'x' }, [401, 429]),
  'POST /sessions/confirm': saying('self', '/sessions/confirm', { password: PASSWORD }, [409]),
  'DELETE /sessions/current': { to: 'self', make: () => ({ method: 'DELETE', url: '/sessions/current' }) },
  'DELETE /sessions/:handle': {
    to: 'self',
    but: [404],
    make: () => ({ method: 'DELETE', url: '/sessions/377382a2-872e-52f5-a595-b42487faf286' }),
  },
  'POST /offices': saying('anything', '/offices', POST),
  'POST /offices/:id/appointments': {
    to: 'account',
    but: [409],
    make: async (world, cell) => {
      const body = { account: accountOf(world, cell), ...APPOINTED };
      return { method: 'POST', url: `/offices/${await officeIn(world)}/appointments`, body };
    },
  },
  'POST /offices/:id/appointments/:number/end': {
    to: 'anything',
    make: async (world) => {
      const office = `/offices/${await officeIn(world)}`;
      await administer(world, `${office}/appointments`, { account: ANOTHER.id, ...APPOINTED });
      return { method: 'POST', url: `${office}/appointments/1/end`, body: WHY };
    },
  },
  'POST /offices/:id/close': {
    to: 'anything',
    make: async (world) => ({ method: 'POST', url: `/offices/${await officeIn(world)}/close`, body: WHY }),
  },
  'POST /tokens': {
    to: 'account',
    make: (world, cell) => ({
      method: 'POST',
      url: '/tokens',
      body: { name: 'Import', until: UNTIL, ...(cell.relation === 'self' ? {} : { account: accountOf(world, cell) }) },
    }),
  },
  'POST /tokens/:token/revoke': {
    to: 'account',
    make: async (world, cell) => {
      const account = accountOf(world, cell);
      return { method: 'POST', url: `/tokens/${await tokenOf(world, account)}/revoke`, body: { account } };
    },
  },
};

const ofAccount = (rest: string): Deed => ({
  to: 'account',
  make: (world, cell) => ({ url: `/accounts/${accountOf(world, cell)}${rest}` }),
});

const READS: Readonly<Record<string, Deed>> = {
  'GET /accounts': reading('self', '/accounts'),
  'GET /accounts/me': reading('self', '/accounts/me'),
  'GET /accounts/:id': ofAccount(''),
  'GET /accounts/:id/authority': ofAccount('/authority?capacity=officer&unit=issuer'),
  'GET /accounts/:id/history': ofAccount('/history'),
  'GET /offices': reading('anything', '/offices'),
  'GET /offices/:id': reading('anything', async (world) => `/offices/${await officeIn(world)}`),
  'GET /offices/:id/history': reading('anything', async (world) => `/offices/${await officeIn(world)}/history`),
  'GET /tokens': reading('self', '/tokens'),
  'GET /sessions': reading('self', '/sessions'),
};

export const DEEDS_OF_ACCOUNTS: Readonly<Record<string, Deed>> = { ...ACTS, ...READS };
