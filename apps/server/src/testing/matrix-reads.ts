import { reading, WHY, type Deed } from './matrix-deed.ts';
import { unitsOf, type MatrixWorld } from './matrix-world.ts';
import { textOf } from './test-server.ts';

const REGISTRAR = { 'edict-capacity': 'secretariat' };
const register = (world: MatrixWorld, url: string, body: object) =>
  world.send({ method: 'POST', url, body, headers: REGISTRAR });

/** Of a unit of its own. */
const planIn = async (world: MatrixWorld): Promise<Readonly<{ id: string }>> => {
  const n = world.next();
  await register(world, '/units', { document: unitsOf(`predecessor-${n}`) });
  return { id: `succession-${n}`, from: [`predecessor-${n}`], kind: 'merge', basis: 'Resolution 1' } as { id: string };
};

const successionIn = async (world: MatrixWorld): Promise<string> => {
  const plan = await planIn(world);
  await register(world, '/successions', plan);
  return plan.id;
};

const onSuccession = (act: string, body: object): Deed => ({
  to: 'unit',
  make: async (world) => ({ method: 'POST', url: `/successions/${await successionIn(world)}/${act}`, body }),
});

const rehearsing = (world: MatrixWorld): object => {
  const { issuedOn: _, ...said } = world.issuing() as Readonly<{ issuedOn: string }>;
  return said;
};

const DECIDED = { on: '2026-01-01', basis: 'Decision 1' } as const;

/** On a unit or a group of its own. */
const onUnit = (act: string, body: object, kind = 'unit'): Deed => ({
  to: 'unit',
  make: async (world) => {
    const id = `unit-${world.next()}`;
    await register(world, '/units', { document: unitsOf(id).replace('kind: unit', `kind: ${kind}`) });
    return { method: 'POST', url: `/units/${id}/${act}`, body: { ...DECIDED, ...body } };
  },
});

const REGISTRY: Readonly<Record<string, Deed>> = {
  'POST /units': {
    to: 'unit',
    make: (world) => ({ method: 'POST', url: '/units', body: { document: unitsOf(`unit-${world.next()}`) } }),
  },
  'POST /units/:id/rename': onUnit('rename', { names: { en: 'Another' } }),
  'POST /units/:id/put-under': onUnit('put-under', { parent: 'other' }),
  'POST /units/:id/admit': onUnit('admit', { unit: 'other' }, 'group'),
  'POST /units/:id/dismiss': onUnit('dismiss', { unit: 'other' }, 'group'),
  'POST /references': {
    to: 'unit',
    make: async (world) => {
      const document = (await textOf('policy-vn-party.yaml')).replace('id: vn-party', `id: policy-${world.next()}`);
      return { method: 'POST', url: '/references', body: { document } };
    },
  },
  'POST /directives/check': {
    to: 'unit',
    make: (world) => ({
      method: 'POST',
      url: '/directives/check',
      body: { document: (world.issuing() as { document: string }).document },
    }),
  },
  'POST /rehearsals': {
    to: 'anything',
    make: (world) => ({
      method: 'POST',
      url: '/rehearsals',
      body: { ...rehearsing(world), from: '2025-05-16', until: '2025-05-17' },
    }),
  },
  'POST /successions': {
    to: 'unit',
    make: async (world) => ({ method: 'POST', url: '/successions', body: await planIn(world) }),
  },
  'POST /successions/:id/successor': onSuccession('successor', { to: 'other', basis: 'Resolution 1' }),
  'POST /successions/:id/effective-day': onSuccession('effective-day', { on: '2026-01-01', basis: 'Resolution 1' }),
  'POST /successions/:id/withdraw': onSuccession('withdraw', WHY),
  // Before its day there is nothing to decide on, whoever decides.
  'POST /successions/:id/decisions': {
    ...onSuccession('decisions', { holding: 'task-377382a2-872e-52f5-a595-b42487faf286', to: 'other', ...WHY }),
    but: [409],
  },
};

/** Of a unit of its own. */
const subscribed = async (world: MatrixWorld, where: object) => {
  const unit = `unit-${world.next()}`;
  await register(world, '/units', { document: unitsOf(unit) });
  const { body } = await register(world, `/units/${unit}/subscriptions`, where);
  return { unit, ...(body as Readonly<{ subscription: string; calendar: string }>) };
};
const MAIL = { channel: 'mail', address: 'office@example.org' };

const PARKED = { stream: 'task-1', how: 'retry' };

const OUTSIDE: Readonly<Record<string, Deed>> = {
  'POST /units/:id/subscriptions': {
    to: 'unit',
    make: (world) => ({
      method: 'POST',
      url: '/units/other/subscriptions',
      body: { channel: 'mail', address: `office-${world.next()}@example.org` },
    }),
  },
  'POST /units/:id/subscriptions/:subscription/end': {
    to: 'unit',
    make: async (world) => {
      const { unit, subscription } = await subscribed(world, MAIL);
      return { method: 'POST', url: `/units/${unit}/subscriptions/${subscription}/end`, body: WHY };
    },
  },
  'POST /subscribers/:subscriber/release': {
    to: 'anything',
    make: () => ({ method: 'POST', url: '/subscribers/escalation/release', body: { ...PARKED, ...WHY } }),
    but: [409],
  },
  // Nothing goes out here, so that nothing is parked, whoever asks.
  ...Object.fromEntries(
    ['replay', 'drop'].map((act) => [
      `POST /deliveries/:id/${act}`,
      {
        to: 'unit',
        make: () => ({
          method: 'POST',
          url: `/deliveries/377382a2-872e-52f5-a595-b42487faf286/${act}`,
          body: WHY,
        }),
        but: [404],
      } satisfies Deed,
    ]),
  ),
};

/** Whoever asked for one is given it, and nobody else. */
const askedFor: Deed['make'] = (world) => ({
  method: 'POST',
  url: '/exports',
  body: { kind: 'late', format: 'csv', asOf: '2025-05-16T02:00:00Z', directiveId: world.directive },
});
const EXPORTS: Readonly<Record<string, Deed>> = {
  'POST /exports': { to: 'anything', make: askedFor },
  ...Object.fromEntries(
    ['', '/file'].map((part) => [
      `GET /exports/:id${part}`,
      { to: 'anything', make: () => ({ url: `/exports/377382a2-872e-52f5-a595-b42487faf286${part}` }), but: [404] },
    ]),
  ),
};

const READS: Readonly<Record<string, Deed>> = Object.fromEntries(
  Object.entries<string | ((world: MatrixWorld) => Promise<string> | string)>({
    'GET /directives': '/directives',
    'GET /directives/:id': ({ directive }) => `/directives/${directive}`,
    'GET /directives/:id/findings': ({ directive }) => `/directives/${directive}/findings`,
    'GET /directives/:id/clauses': ({ directive }) => `/directives/${directive}/clauses`,
    'GET /directives/:id/coverage': ({ directive }) => `/directives/${directive}/coverage`,
    'GET /directives/:id/would-move': ({ directive }) => `/directives/${directive}/would-move`,
    'GET /directives/:id/history': ({ directive }) => `/directives/${directive}/history`,
    'GET /directives/:id/standing-units': ({ directive }) => `/directives/${directive}/standing-units`,
    'GET /directives/:id/tasks': ({ directive }) => `/directives/${directive}/tasks?limit=1`,
    'GET /inbox': '/inbox',
    'GET /tasks': '/tasks?limit=1',
    'GET /tasks/:id': (world) => `/tasks/${world.task()}`,
    'GET /tasks/:id/chain': (world) => `/tasks/${world.task()}/chain`,
    'GET /tasks/:id/history': (world) => `/tasks/${world.task()}/history`,
    'GET /form-reports': '/form-reports',
    'GET /form-reports/:id': async (world) => `/form-reports/${await world.formReport()}`,
    'GET /form-reports/:id/history': async (world) => `/form-reports/${await world.formReport()}/history`,
    'GET /matters': '/matters',
    'GET /matters/:id': async (world) => `/matters/${await world.matter()}`,
    'GET /standing-units': '/standing-units',
    'GET /attachments': '/attachments',
    'GET /attachments/:id': async (world) => `/attachments/${await world.attachment()}`,
    'GET /attachments/:id/content': async (world) => `/attachments/${await world.attachment()}/content`,
    'GET /access-log': '/access-log?limit=1',
    'GET /counts': '/counts?by=state',
    'GET /search': '/search?q=conclusion',
    'GET /statistics': '/statistics',
    'GET /reports/:kind': '/reports/late',
    'GET /reports/:kind/file': '/reports/unit-form/file?format=csv',
    'GET /notices': '/notices',
    'GET /streams/:stream': ({ directive }) => `/streams/directive-${directive}`,
    'GET /streams/:stream/evidence': ({ directive }) => `/streams/directive-${directive}/evidence`,
    'GET /lookup/:id': '/lookup/1-KL%2FTW',
    'GET /lookup/:id/history': '/lookup/1-KL%2FTW/history',
    'GET /lookup/:id/who': '/lookup/1-KL%2FTW%23once-1/who?on=2025-05-16',
    'GET /units/:id/subscriptions': '/units/other/subscriptions',
    'GET /deliveries': '/deliveries',
    'GET /calendars/:unit/:file': async (world) => (await subscribed(world, { channel: 'calendar' })).calendar,
    'GET /webhooks/key': '/webhooks/key',
    'GET /units': '/units?limit=1',
    'GET /successions': '/successions',
    'GET /successions/:id/proof': async (world) => `/successions/${await successionIn(world)}/proof`,
    'GET /units/:id': '/units/issuer',
    'GET /references': '/references',
    'GET /sessions/means': '/sessions/means',
    'GET /health': '/health',
    'GET /metrics': '/metrics',
    'GET /health/live': '/health/live',
    'GET /health/ready': '/health/ready',
    'GET /health/degraded': '/health/degraded',
    'GET /api/openapi.json': '/api/openapi.json',
    'GET /api/docs*': '/api/docs',
  }).map(([route, url]) => [route, reading('anything', url)]),
);

export const DEEDS_OF_READERS: Readonly<Record<string, Deed>> = {
  ...REGISTRY,
  ...OUTSIDE,
  ...EXPORTS,
  ...READS,
};
