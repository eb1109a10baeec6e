import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { eventually, openTestServer, textOf, type TestServer } from '../testing/test-server.ts';

const DESK = 'government-party-committee';
const GROUP = 'provincial-and-city-party-committees';
const FINANCE = 'ministry-of-finance-party-committee';
const unit = (id: string) => ({ 'edict-unit': id });
type Matter = Readonly<{
  id: string;
  consultations: readonly Readonly<{ state: string; dueAt: string; policy: object | null }>[];
}>;

describe('What reaches a desk', () => {
  let server: TestServer;
  let directive: string;
  let tasks: readonly Readonly<{ ref: string; id: string }>[];
  let first: string;

  const receive = async (body: object, by = DESK) => {
    const said = { directiveId: directive, desk: DESK, kind: 'petition', subject: 'Where do we go?', ...body };
    return server.post('/matters', said, unit(by));
  };
  const idOf = ({ body }: { body: unknown }): string => (body as { stream: string }).stream.replace('matter-', '');
  const matter = async (id: string) => (await server.get(`/matters/${id}`, unit(DESK))).body as Matter;
  const act = (id: string, verb: string, body: object, by = DESK) =>
    server.post(`/matters/${id}/${verb}`, body, unit(by));
  const taskOf = (ref: string) => tasks.find((each) => each.ref === ref)!.id;

  beforeAll(async () => {
    server = await openTestServer();
    const rules = { policyId: 'vn-party', calendarId: 'vn-working-days', issuedOn: '2025-05-16' };
    const said = { document: await textOf('conclusion-155-kl-tw.yaml'), ...rules };
    directive = (
      (await server.post('/directives', said, unit('secretariat'))).body as { stream: string }
    ).stream.replace('directive-', '');
    tasks = await eventually(
      () => server.all(`/directives/${directive}/tasks`) as Promise<typeof tasks>,
      ({ length }) => length === 512,
    );
    await server.post(`/directives/${directive}/standing-units`, {}, unit(DESK));
    server.setTime('2025-05-20T02:00:00Z');
  });
  afterAll(() => server.close());

  it('is a hotline call or a petition of a citizen, which the desk enters and nobody is named in', async () => {
    const call = await receive({ kind: 'hotlineCall', behalf: 'citizen', concerning: taskOf('3.b5-2') });
    expect(call).toMatchObject({ status: 201 });
    first = idOf(call);
    const shown = await eventually(
      () => matter(first),
      (answer) => 'id' in answer,
    );
    expect(shown).toMatchObject({
      kind: 'hotlineCall',
      behalf: 'citizen',
      from: null,
      task: '3.b5-2',
      collective: false,
    });
    expect(await receive({ behalf: 'citizen' }, FINANCE)).toMatchObject({
      status: 403,
      body: { code: 'matter/not-the-desk' },
    });
  });

  it.each([
    ['direct', { how: 'route', to: GROUP, text: 'For each of you.' }, 'to'],
    ['direct', { how: 'guide', to: 'the-centre', text: 'For somebody.' }, 'to'],
    ['consult', { unit: GROUP, question: 'Is it so?', on: '2025-06-30' }, 'unit'],
  ])('goes to a unit: to %s with %j is refused and says so of %s', async (verb, body, field) => {
    const answer = await act(first, verb, body);
    expect(answer).toMatchObject({ status: 409, body: { code: 'unit/cannot-answer' } });
    expect((answer.body as { detail: string }).detail).toMatch(new RegExp(`^${field}: .+ is a (group|place)`, 'u'));
    expect(await act(first, verb, { ...body, [field]: 'nobody-at-all' })).toMatchObject({
      status: 404,
      body: { code: 'unit/unknown' },
    });
  });

  it('is linked to what it repeats, and marked as collective, with care and with further tasks', async () => {
    const again = await receive({ repeats: first, collective: true, behalf: 'organisation' });
    expect(again).toMatchObject({ status: 201 });
    const id = idOf(again);
    const marks = { specialCare: true, endangers: [taskOf('5.b3-1')], reason: 'A village of the highlands.' };
    expect(await act(id, 'mark', marks)).toMatchObject({ status: 200 });
    const repeating = await eventually(
      () => server.all(`/matters?repeats=${first}`, unit(DESK)),
      ([row]) => (row as { specialCare?: boolean } | undefined)?.specialCare === true,
    );
    expect(repeating).toMatchObject([
      { id, repeats: first, collective: true, specialCare: true, endangers: [taskOf('5.b3-1')] },
    ]);
    expect(await server.all(`/matters?concerning=${taskOf('3.b5-2')}`, unit(DESK))).toMatchObject([{ id: first }]);
    const ids = async (query: string) =>
      ((await server.all(`/matters?${query}`, unit(DESK))) as readonly { id: string }[]).map((each) => each.id);
    expect(await ids('behalf=citizen')).toStrictEqual([first]);
    expect(await ids(`collective=true&unit=${DESK}`)).toStrictEqual([id]);
    expect(await ids('specialCare=true&kind=hotlineCall')).toStrictEqual([]);
    expect(await ids('specialCare=true&office=standingUnit&state=received')).toStrictEqual([id]);
    expect(await ids(`from=${FINANCE}`)).toStrictEqual([]);
    const early = '2025-05-19T00:00:00Z';
    expect(await ids(`behalf=citizen&asOf=${early}`)).toStrictEqual([]);
  });

  it('is put to another unit with a day of its own, which is told when it is over, and may still answer', async () => {
    const asked = { unit: FINANCE, question: 'Are there funds?', on: '2025-05-22' };
    expect(await act(first, 'consult', asked)).toMatchObject({ status: 200 });
    const told = await eventually(
      () => server.all('/notices', unit(FINANCE)) as Promise<readonly { notice: string }[]>,
      (notices) => notices.some(({ notice }) => notice === 'consultation-asked'),
    );
    expect(told.length).toBeGreaterThan(0);
    server.setTime('2025-05-22T17:00:00Z');
    await server.access.engine.ring();
    const late = await eventually(
      () => matter(first),
      ({ consultations }) => consultations[0]?.state === 'missed',
    );
    expect(late.consultations).toMatchObject([{ unit: FINANCE, by: DESK, dueAt: '2025-05-22T17:00:00.000Z' }]);
    const reply = { consultation: 1, answer: 'There are.' };
    expect(await act(first, 'answer-consultation', reply)).toMatchObject({
      status: 403,
      body: { code: 'matter/not-the-consulted' },
    });
    expect(await act(first, 'answer-consultation', reply, FINANCE)).toMatchObject({ status: 200 });
    const answered = await eventually(
      () => matter(first),
      ({ consultations }) => consultations[0]?.state === 'answered',
    );
    expect(answered.consultations).toHaveLength(1);
  });

  it('is put to another unit without a day: until the end of the term of the policy, which is named with its version', async () => {
    const id = idOf(await receive({}));
    expect(await act(id, 'consult', { unit: FINANCE, question: 'Are there funds?' })).toMatchObject({ status: 200 });
    const { consultations } = await eventually(
      () => matter(id),
      (row) => row.consultations.length > 0,
    );
    expect(consultations).toMatchObject([
      { dueAt: '2025-05-30T17:00:00.000Z', policy: { id: 'vn-party', version: 3, workingDays: 5 }, state: 'asked' },
    ]);
  });

  it('is answered by the authority to which it was recommended with what it does: consider, solve or adjust', async () => {
    expect(await act(first, 'recommend', { to: 'politburo', recommendation: 'Decide.' })).toMatchObject({
      status: 200,
    });
    expect(await act(first, 'answer', { answer: 'So be it.' }, 'politburo')).toMatchObject({
      status: 409,
      body: { code: 'matter/no-outcome' },
    });
    expect(await act(first, 'answer', { answer: 'So be it.', outcome: 'adjust' }, 'politburo')).toMatchObject({
      status: 200,
    });
    const answered = await eventually(
      () => server.all('/matters?recommendedTo=politburo&state=answered', unit(DESK)),
      ({ length }) => length === 1,
    );
    expect(answered).toMatchObject([{ id: first, answer: 'So be it.' }]);
  });

  it.each(['behalf=king', 'office=none', 'from=A%20B', 'collective=false', 'recommendedTo=', 'asOf=yesterday'])(
    'is not looked for as %s',
    async (query) => expect(await server.get(`/matters?${query}`, unit(DESK))).toMatchObject({ status: 400 }),
  );

  it.each([
    [{ behalf: 'king' }, 400, 'request/invalid'],
    [{ collective: false }, 400, 'request/invalid'],
    [{ endangers: 'all' }, 400, 'request/invalid'],
    [{ endangers: ['x'] }, 400, 'request/invalid'],
    [{ repeats: '00000000-0000-5000-8000-000000000000' }, 404, 'matter/unknown'],
    [{ endangers: ['00000000-0000-5000-8000-000000000000'] }, 404, 'task/unknown'],
  ])('is not received as %j', async (body, status, code) =>
    expect(await receive(body)).toMatchObject({ status, body: { code } }),
  );

  it.each([
    ['mark', { reason: 'So.' }, 409, 'matter/no-mark'],
    ['consult', { unit: DESK, question: 'Us?', on: '2025-06-30' }, 409, 'matter/consults-itself'],
    ['consult', { unit: FINANCE, question: 'When?', on: '2025-05-01' }, 409, 'matter/day-over'],
    ['consult', { unit: 'nobody-at-all', question: 'Who?', on: '2025-06-30' }, 404, 'unit/unknown'],
    ['consult', { unit: FINANCE, question: 'When?', on: null }, 400, 'request/invalid'],
    ['consult', { unit: FINANCE, question: 'When?', on: '2025-02-30' }, 400, 'request/invalid'],
    ['answer-consultation', { consultation: 7, answer: 'Yes.' }, 409, 'matter/no-such-consultation'],
    ['answer-consultation', { consultation: 0, answer: 'Yes.' }, 400, 'request/invalid'],
  ])('is not acted on by %s as %j', async (verb, body, status, code) => {
    const id = idOf(await receive({}));
    expect(await act(id, verb, body)).toMatchObject({ status, body: { code } });
  });
});
