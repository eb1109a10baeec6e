import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MACHINE, PROJECTIONS } from '@edict/engine';
import type { Clearance } from '@edict/directives';

import { operator, type Principal } from '../access/principal.ts';
import { eventually, openTestServer, textOf, type TestServer } from '../testing/test-server.ts';

const SECRETARIAT = { 'edict-unit': 'secretariat', 'edict-capacity': 'secretariat' };
const HIGH: Clearance = { level: 'top-secret', compartments: 'all' };

let server: TestServer;

beforeAll(async () => {
  const low: Principal = { ...operator('low', 'open'), clearance: { level: 'open', compartments: [] } };
  server = await openTestServer(undefined, undefined, { principals: [low] });
});
afterAll(() => server.close());

describe('A view that has no directive', () => {
  it('is for everybody only if it is named so: accounts, offices and whoever holds them are not', async () => {
    const { reader } = server.access.engine;
    const person = reader.as({ id: 'ann', unit: '', clearance: HIGH });
    const machine = reader.as(MACHINE);
    expect((await machine.accounts()).length).toBeGreaterThan(0);
    expect(await person.accounts()).toStrictEqual([]);
    expect([await person.offices(), await person.appointments('local')]).toStrictEqual([[], []]);
    expect((await person.units()).length).toBe((await machine.units()).length);
  });

  it('is one of these; a new one is shown to nobody until somebody has thought about it', () =>
    expect(PROJECTIONS.filter(({ columns }) => !('directiveId' in columns)).map(({ table }) => table)).toStrictEqual([
      'unit',
      'succession',
      'account',
      'office',
      'appointment',
      'reference',
      'unit_search',
    ]));
});

describe('A succession', () => {
  it('tells who may not see everything nothing of how much was held: it would tell that something is hidden', async () => {
    const text = (await textOf('conclusion-155-kl-tw.yaml')).replace(
      'classification: open',
      'classification: internal',
    );
    const said = { document: text, policyId: 'vn-party', calendarId: 'vn-working-days', issuedOn: '2025-05-16' };
    const issued = await server.post('/directives', said, SECRETARIAT);
    const directive = (issued.body as { stream: string }).stream.replace('directive-', '');
    const tasks = await eventually(
      () => server.all(`/directives/${directive}/tasks`) as Promise<readonly { unit: string | null }[]>,
      ({ length }) => length === 512,
    );
    const { unit: from } = tasks.find(({ unit }) => unit?.startsWith('ppc-')) as { unit: string };
    const plan = {
      id: 'merge-2025',
      from: [from],
      to: 'government-party-committee',
      kind: 'merge',
      basis: 'Resolution 1',
    };
    expect(await server.post('/successions', { ...plan, effectiveOn: '2025-05-17' }, SECRETARIAT)).toMatchObject({
      status: 201,
    });
    server.setTime('2025-05-20T02:00:00Z');
    const whole = await eventually(
      async () => (await server.get('/successions')).body as readonly Record<string, unknown>[],
      ([only]) => only?.['balanced'] === true && Number(only['holdings']) > 0,
    );
    expect(whole).toHaveLength(1);
    const low = { ...SECRETARIAT, authorization: 'Bearer low' };
    const known = { kind: 'merge', to: 'government-party-committee', status: null, successor: null };
    expect((await server.get('/successions', low)).body).toStrictEqual([
      { id: plan.id, effectiveOn: '2025-05-17', ...known, from: plan.from, withdrawn: false, listed: true },
    ]);
    expect((await server.get(`/successions/${plan.id}/proof`, low)).body).toMatchObject({
      items: [],
      tally: { holdings: 0, late: 0, moved: 0, closedMeanwhile: 0, open: 0 },
      manifestHash: null,
      manifestAgrees: null,
    });
    expect((await server.get(`/successions/${plan.id}/proof`)).body).toMatchObject({ manifestAgrees: true });
    expect((await server.get(`/streams/succession-${plan.id}`, low)).status).toBe(404);
    expect((await server.get(`/streams/succession-${plan.id}`)).status).toBe(200);
  });
});
