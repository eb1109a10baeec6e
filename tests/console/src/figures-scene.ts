import { LASTING_CALENDAR, settled, type Scene } from './scene.ts';

const COMMITTEE = 'government-party-committee';
const FINANCE = 'ministry-of-finance-party-committee';
const SECRETARIAT = { unit: 'secretariat', capacity: 'secretariat' } as const;
const DAY_MS = 86_400_000;

/** A day in Viet Nam, so many days from another. */
const dayFrom = (now: number, days: number): string =>
  new Date(now + 7 * 3_600_000 + days * DAY_MS).toISOString().slice(0, 'YYYY-MM-DD'.length);

const task = (n: number, lead: string, due: string, kind = 'once') =>
  `  - {ref: 1-${n}, clause: '1', statement: Do thing ${n}, kind: ${kind}, accountable: [${lead}], lead: [${lead}],
     leadBasis: stated, urgency: false${due === '' ? '' : `, due: {on: ${due}, bound: by, firmness: firm, phrase: by ${due}}`}}`;

/** Of each class there is a task, and of some two: what is done is done by the committee, and what is not lies with two units. Of one a part is
 * passed on, and one only lasts until a day: neither is in a bucket. */
const document = (day: (days: number) => string): string => `directive:
  {id: figures, number: 77-CT/TW, type: directive, issuers: [secretariat], title: On figures, language: en, classification: internal}
clauses:
  - {ref: '1', kind: task-bearing, text: Things are done.}
tasks:
${[
  task(1, COMMITTEE, day(300)),
  task(2, COMMITTEE, day(2)),
  task(3, COMMITTEE, day(300)),
  task(4, COMMITTEE, day(-5)),
  task(5, COMMITTEE, day(-5)),
  task(6, FINANCE, day(-4)),
  task(7, FINANCE, day(300)),
  task(8, FINANCE, ''),
  task(9, FINANCE, day(300), 'until'),
].join('\n')}
standingUnits:
  createdBy: [${COMMITTEE}]
  each: true
  functions: [receive, direct-or-route, respond]
  mandate: {from: issue, until: '2099-10-31', inclusive: true}
  beyondAuthority: {recommendTo: competent-authorities, outcomes: [consider, solve, adjust]}
`;

type Figures = Readonly<{ directive: string; matter: string; idOf(ref: string): string }>;

/** A directive in which every bucket has something, issued ten days before `now`; done in time: 1-3, done late: 1-4. The committee has a standing unit for it, and on
 * its desk a matter that has been directed and has a time to be answered. */
export const issueFigures = async (scene: Scene, now = Date.now()): Promise<Figures> => {
  const { api } = scene;
  const day = (days: number) => dayFrom(now, days);
  const issuedOn = day(-10);
  const body = { document: document(day), policyId: 'vn-party', calendarId: LASTING_CALENDAR, issuedOn };
  const { stream } = await api.post('/directives', {
    ...SECRETARIAT,
    key: 'figures',
    body: { ...body, occurredAt: `${issuedOn}T08:00:00+07:00` },
  });
  const directive = stream.slice('directive-'.length);
  await settled(api);
  const list = async () =>
    (await api.get('/directives/{id}/tasks', { path: { id: directive }, query: { limit: 50 } })).items;
  const ids = new Map((await list()).map(({ ref, id }) => [ref, id]));
  const act = { unit: COMMITTEE };
  await api.post('/tasks/{id}/delegate', {
    ...act,
    path: { id: ids.get('1-1')! },
    key: 'part-1-1',
    body: { assignment: 1, unit: FINANCE },
  });
  for (const ref of ['1-3', '1-4', '1-5']) {
    const path = { id: ids.get(ref)! };
    await api.post('/tasks/{id}/acknowledge', { ...act, path, key: `ack-${ref}`, body: { assignment: 1 } });
  }
  for (const ref of ['1-3', '1-4']) {
    const path = { id: ids.get(ref)! };
    await api.post('/tasks/{id}/submit', {
      ...act,
      path,
      key: `done-${ref}`,
      body: { assignment: 1, report: 'Done.' },
    });
    await api.post('/tasks/{id}/accept', { ...SECRETARIAT, path, key: `accept-${ref}`, body: { submission: 1 } });
  }
  const matter = await bring(scene, directive, ids.get('1-7')!);
  await settled(api);
  return { directive, matter, idOf: (ref) => ids.get(ref)! };
};

const bring = async ({ api }: Scene, directive: string, concerning: string): Promise<string> => {
  const desk = { unit: COMMITTEE, capacity: 'standingUnit' } as const;
  await api.post('/directives/{id}/standing-units', {
    unit: COMMITTEE,
    path: { id: directive },
    key: 'desk',
    body: {},
  });
  await settled(api);
  const { stream } = await api.post('/matters', {
    unit: FINANCE,
    key: 'obstacle',
    body: {
      ...{ directiveId: directive, concerning, desk: COMMITTEE, kind: 'obstacle', collective: true },
      subject: 'There is no room.',
    },
  });
  const id = stream.slice('matter-'.length);
  const body = { how: 'guide', to: FINANCE, text: 'Rent a room.' } as const;
  await api.post('/matters/{id}/direct', { ...desk, path: { id }, key: 'guide', body });
  return id;
};
