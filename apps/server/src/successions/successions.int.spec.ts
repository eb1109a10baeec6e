import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Conservation } from '@edict/directives';
import type { Answerers, SuccessionSummary } from '@edict/engine';

import { eventually, openTestServer, textOf, type TestServer } from '../testing/test-server.ts';

const REGISTRAR = { 'edict-unit': 'central-party-office', 'edict-capacity': 'secretariat' };
const BASIS = 'Resolution 202/2025/QH15 of 12 June 2025';
const MERGER = {
  id: 'tuyen-quang',
  from: ['ppc-ha-giang', 'ppc-tuyen-quang'],
  to: 'ppc-tuyen-quang-2025',
  kind: 'merge',
  effectiveOn: '2025-07-01',
  basis: BASIS,
};

let server: TestServer;
beforeEach(async () => {
  server = await openTestServer();
});
afterEach(() => server.close());

const listed = async (id = MERGER.id) => {
  const { body } = await server.get('/successions');
  return (body as readonly (SuccessionSummary & Readonly<{ withdrawn: boolean }>)[]).find((each) => each.id === id);
};
const proofOf = async (id = MERGER.id) => (await server.get(`/successions/${id}/proof`)).body as Conservation;
const plan = (parts: object = {}) => server.post('/successions', { ...MERGER, ...parts }, REGISTRAR);

const issue155 = async (): Promise<string> => {
  const document = await textOf('conclusion-155-kl-tw.yaml');
  const rules = { policyId: 'vn-party', calendarId: 'vn-working-days', issuedOn: '2025-05-16' };
  const issued = await server.post('/directives', { document, ...rules }, { 'edict-unit': 'secretariat' });
  const directive = (issued.body as { stream: string }).stream.replace('directive-', '');
  await eventually(
    () => server.get(`/directives/${directive}`),
    ({ status }) => status === 200,
  );
  await eventually(
    () => server.all(`/directives/${directive}/tasks`),
    ({ length }) => length === 512,
  );
  return directive;
};

describe('A succession over HTTP', () => {
  it('moves on its day what two committees held to the one that follows them, and proves it', async () => {
    await issue155();
    expect(await plan()).toMatchObject({ status: 201, body: { stream: 'succession-tuyen-quang', revision: 0 } });
    expect(await eventually(listed, (each) => each !== undefined)).toMatchObject({
      holdings: 0,
      listed: false,
    });
    server.setTime('2025-07-01T02:00:00Z');
    const done = await eventually(listed, (each) => each?.moved === 14 && each.balanced);
    expect(done).toStrictEqual({
      ...{ id: 'tuyen-quang', kind: 'merge', to: 'ppc-tuyen-quang-2025', status: null, successor: null },
      effectiveOn: '2025-07-01',
      from: MERGER.from,
      withdrawn: false,
      listed: true,
      holdings: 14,
      late: 0,
      moved: 14,
      closedMeanwhile: 0,
      open: 0,
      balanced: true,
    });
    const proof = await proofOf();
    expect(proof).toMatchObject({
      manifestAgrees: true,
      balanced: true,
      cut: expect.stringMatching(/^succession-.*@1$/),
    });
    expect(proof.items.map(({ outcome }) => outcome)).toStrictEqual(Array<string>(14).fill('moved'));
  });

  it('says of each task who answered for it on which day', async () => {
    await issue155();
    await plan();
    server.setTime('2025-07-01T02:00:00Z');
    await eventually(listed, (each) => each?.moved === 14);
    const { holding } = (await proofOf()).items[0]!;
    const on = async (day: string) =>
      (await server.get(`/lookup/${holding.replace('task-', '')}/who?on=${day}`)).body as Answerers;
    const [june, july] = [await on('2025-06-15'), await on('2025-07-15')];
    expect(Object.keys(june)).toStrictEqual(['task', 'on', 'accountable', 'lead', 'coordinating', 'successorOf']);
    expect(MERGER.from).toContain(june.accountable[0]);
    expect([june.successorOf, july.accountable, july.successorOf]).toStrictEqual([[], [MERGER.to], june.accountable]);
  });

  it('is told later who follows, and on which day', async () => {
    const { to: _, effectiveOn: __, ...unknown } = MERGER;
    expect(await server.post('/successions', unknown, REGISTRAR)).toMatchObject({ status: 201 });
    const tell = (act: string, body: object) =>
      server.post(`/successions/tuyen-quang/${act}`, { basis: BASIS, ...body }, REGISTRAR);
    expect(await tell('successor', { to: MERGER.to })).toMatchObject({ status: 200, body: { revision: 1 } });
    expect(await tell('effective-day', { on: '2025-07-01' })).toMatchObject({ status: 200, body: { revision: 2 } });
    expect(await tell('successor', { to: MERGER.to })).toMatchObject({ status: 200, body: { revision: 2 } });
    await eventually(listed, (each) => each?.effectiveOn === '2025-07-01');
  });

  it('is called off before its day, and not after', async () => {
    await plan();
    await plan({ id: 'binh-phuoc', from: ['ppc-dong-nai', 'ppc-binh-phuoc'], to: 'ppc-dong-nai-2025' });
    const withdraw = (id: string) => server.post(`/successions/${id}/withdraw`, { reason: 'Not adopted.' }, REGISTRAR);
    expect(await withdraw('tuyen-quang')).toMatchObject({ status: 200 });
    expect(await eventually(listed, (each) => each?.withdrawn === true)).toMatchObject({ from: MERGER.from });
    expect(await listed('binh-phuoc')).toMatchObject({ withdrawn: false });
    const followed = async () => {
      const { body } = await server.get(`/units/${MERGER.from[0]!}`, REGISTRAR);
      return (body as { successors: readonly { succession: string }[] }).successors.map((each) => each.succession);
    };
    await eventually(followed, (ids) => !ids.includes('tuyen-quang'));
    expect(await plan({ id: 'tuyen-quang-anew' })).toMatchObject({ status: 201 });
    await eventually(followed, (ids) => ids.includes('tuyen-quang-anew'));
    expect(await withdraw('tuyen-quang-anew')).toMatchObject({ status: 200 });
    await eventually(followed, (ids) => !ids.includes('tuyen-quang-anew'));
    server.setTime('2025-07-01T02:00:00Z');
    await eventually(
      async () => (await proofOf('binh-phuoc')).cut,
      (cut) => cut !== null,
    );
    expect(await withdraw('binh-phuoc')).toMatchObject({ status: 409, body: { code: 'succession/took-effect' } });
    expect((await proofOf()).cut).toBeNull();
  });

  it('leaves each thing that a dissolved unit held to a decision', async () => {
    await issue155();
    await plan({ id: 'gone', from: ['ppc-ha-giang'], to: undefined, kind: 'dissolve' });
    server.setTime('2025-07-01T02:00:00Z');
    const open = await eventually(
      () => proofOf('gone'),
      ({ items }) => items.length === 7,
    );
    expect(open).toMatchObject({ balanced: false, tally: { holdings: 7, open: 7 } });
    expect(await listed('gone')).toMatchObject({ holdings: 7, open: 7, moved: 0, balanced: false });
    for (const { holding } of open.items) {
      const body = { holding, to: 'ppc-ha-noi', reason: 'It lies nearest.' };
      expect(await server.post('/successions/gone/decisions', body, REGISTRAR)).toMatchObject({ status: 200 });
    }
    await eventually(
      () => listed('gone'),
      (each) => each?.moved === 7 && each.balanced,
    );
  });
});

describe('A bad request about a succession', () => {
  it.each<[string, object, number, string]>([
    ['a name that is none', { id: 'Tuyen Quang' }, 400, 'request/invalid'],
    ['no predecessor', { from: [] }, 409, 'succession/predecessors'],
    ['a predecessor of what is created', { kind: 'create' }, 409, 'succession/predecessors'],
    ['a successor and the word that there is none', { successor: 'nobody' }, 409, 'succession/successor'],
    ['a predecessor by no name', { from: ['Hà Giang'] }, 400, 'request/invalid'],
    ['a sort that there is not', { kind: 'swallow' }, 400, 'request/invalid'],
    ['a day that does not exist', { effectiveOn: '2025-06-31' }, 400, 'request/invalid'],
    ['no basis', { basis: undefined }, 400, 'request/invalid'],
    ['a field that there is not', { wholesale: true }, 400, 'request/invalid'],
    ['a predecessor that nobody knows', { from: ['nobody'] }, 404, 'unit/unknown'],
    ['a class of units', { from: ['ministry-party-committees'] }, 409, 'succession/no-unit'],
    ['itself alone', { from: ['ppc-ha-noi'], to: 'ppc-ha-noi' }, 409, 'succession/itself'],
    ['a zone that there is not', { zone: 'Asia/Nowhere' }, 409, 'succession/zone'],
  ])('is refused with %s, and changes nothing', async (_, wrong, status, code) => {
    const before = await server.store.head();
    const answer = await plan(wrong);
    expect([answer.status, (answer.body as { code: string }).code]).toStrictEqual([status, code]);
    expect(await server.store.head()).toBe(before);
  });

  it('is refused of one that there is not', async () => {
    const told = { basis: BASIS };
    const unknown = { status: 404, body: { code: 'succession/unknown' } };
    expect(await server.get('/successions/nothing/proof')).toMatchObject(unknown);
    for (const [act, body] of [
      ['successor', { to: 'ppc-ha-noi', ...told }],
      ['effective-day', { on: '2025-07-01', ...told }],
      ['withdraw', { reason: 'No.' }],
    ] as const)
      expect(await server.post(`/successions/nothing/${act}`, body, REGISTRAR)).toMatchObject(unknown);
  });

  it('is refused to whoever is no secretariat', async () => {
    const officer = { ...REGISTRAR, 'edict-capacity': 'officer' };
    expect(await server.post('/successions', MERGER, officer)).toMatchObject({ status: 403 });
  });
});

describe('What becomes of a unit over HTTP', () => {
  const decided = { on: '2025-07-01', basis: BASIS };
  const act = (id: string, name: string, body: object) =>
    server.post(`/units/${id}/${name}`, { ...decided, ...body }, REGISTRAR);
  const shown = async (id: string) => (await server.get(`/units/${id}`)).body;

  it('is entered: a name, a parent, members', async () => {
    for (const [id, name, body] of [
      ['ppc-ha-noi', 'rename', { names: { en: 'Party Committee of the Capital' } }],
      ['ppc-ha-noi', 'put-under', { parent: 'secretariat' }],
      ['ministry-party-committees', 'admit', { unit: 'ppc-ha-noi' }],
    ] as const)
      expect(await act(id, name, body)).toMatchObject({ status: 200 });
    server.setTime('2025-07-01T02:00:00Z');
    await eventually(
      () => shown('ppc-ha-noi'),
      (unit) => (unit as { parent: string }).parent === 'secretariat',
    );
    expect(await shown('ppc-ha-noi')).toMatchObject({ names: { en: 'Party Committee of the Capital' } });
    expect(JSON.stringify(await shown('ministry-party-committees'))).toContain('"unit":"ppc-ha-noi"');
    expect(await act('ministry-party-committees', 'dismiss', { unit: 'ppc-ha-noi' })).toMatchObject({ status: 200 });
  });

  it('stands in the register under the name and the parent of the day that is asked about, and today under those of today', async () => {
    expect(await act('ppc-ha-noi', 'rename', { names: { en: 'Later' }, on: '2026-03-01' })).toMatchObject({
      status: 200,
    });
    expect(await act('ppc-ha-noi', 'put-under', { parent: 'secretariat', on: '2026-03-01' })).toMatchObject({
      status: 200,
    });
    const on = async (query: string) => {
      const units = (await server.all(`/units${query}`)) as readonly { unitId: string }[];
      return units.find(({ unitId }) => unitId === 'ppc-ha-noi');
    };
    const later = { names: { en: 'Later' }, parent: 'secretariat' };
    await eventually(
      () => on('?on=2026-03-01'),
      (unit) => (unit as unknown as { parent: string }).parent === 'secretariat',
    );
    expect(await on('?on=2026-03-01')).toMatchObject(later);
    expect(await on('?on=2026-02-28')).toMatchObject({ names: { en: 'Ha Noi City Party Committee' } });
    expect(await on('')).toMatchObject({ names: { en: 'Ha Noi City Party Committee' } });
    expect(await shown('ppc-ha-noi')).toMatchObject({ names: { en: 'Ha Noi City Party Committee' } });
    server.setTime('2026-03-01T02:00:00Z');
    expect(await on('')).toMatchObject(later);
    expect(await server.get('/units?on=tomorrow')).toMatchObject({ status: 400, body: { code: 'request/invalid' } });
  });

  it.each<[string, string, object, readonly [number, string]]>([
    ['nobody', 'rename', { names: { en: 'A' } }, [404, 'unit/unknown']],
    ['ppc-ha-noi', 'rename', { names: 'A' }, [400, 'request/invalid']],
    ['ppc-ha-noi', 'rename', { names: { fr: 'A' } }, [400, 'request/invalid']],
    ['ppc-ha-noi', 'rename', { names: { en: 'A' }, on: 'tomorrow' }, [400, 'request/invalid']],
    ['ppc-ha-noi', 'put-under', { parent: 'ppc-ha-noi' }, [409, 'unit/under-itself']],
    ['ppc-ha-noi', 'put-under', { parent: 'nobody' }, [404, 'unit/unknown']],
    ['ppc-ha-noi', 'admit', { unit: 'secretariat' }, [409, 'unit/no-group']],
    ['ministry-party-committees', 'admit', { unit: 'nobody' }, [404, 'unit/unknown']],
    ['ministry-party-committees', 'dismiss', {}, [400, 'request/invalid']],
  ])('is refused of %s: %s %j', async (id, name, body, refusal) => {
    const before = await server.store.head();
    const answer = await act(id, name, body);
    expect([answer.status, (answer.body as { code: string }).code]).toStrictEqual(refusal);
    expect(await server.store.head()).toBe(before);
  });
});

describe('A directive that names successions, checked over HTTP', () => {
  const text = async (...successions: readonly object[]) =>
    (await textOf('conclusion-155-kl-tw.yaml')).replace(
      /^successions:\n(?:[ -].*\n)*/m,
      `successions: ${JSON.stringify(successions)}\n`,
    );
  const doubled = async (...successions: readonly object[]) => {
    const { status, body } = await server.post('/directives/check', { document: await text(...successions) });
    const { ok, findings } = body as { ok: boolean; findings: readonly { code: string; message: string }[] };
    expect([status, ok]).toStrictEqual([200, true]);
    return findings.flatMap(({ code, message }) => (code === 'succession-doubled' ? [message] : []));
  };
  const other = { ...MERGER, id: 'other', from: ['ppc-ha-giang'], to: 'ppc-ha-noi' };

  it('is told whom another one succeeds that is registered, and not of its own, however far that has come', async () => {
    expect(await doubled(other)).toStrictEqual([]);
    const { effectiveOn: _, ...undated } = MERGER;
    await server.post('/successions', undated, REGISTRAR);
    await eventually(listed, (each) => each !== undefined);
    expect(await doubled(other)).toStrictEqual([
      'other: ppc-ha-giang is succeeded in tuyen-quang as well; which it will be is open.',
    ]);
    const day = { on: '2025-07-01', basis: BASIS };
    await server.post(`/successions/${MERGER.id}/effective-day`, day, REGISTRAR);
    await eventually(listed, (each) => each?.effectiveOn === '2025-07-01');
    expect(await doubled(other)).toStrictEqual([
      'other: ppc-ha-giang is succeeded in tuyen-quang as well; one of them will be refused.',
    ]);
    expect(await doubled({ ...MERGER, effectiveOn: null, notes: 'As planned.' })).toStrictEqual([]);
    await server.post(`/successions/${MERGER.id}/withdraw`, { reason: 'Not adopted.' }, REGISTRAR);
    const gone = await eventually(
      () => doubled(other),
      ({ length }) => length === 0,
    );
    expect(gone).toStrictEqual([]);
  });
});
