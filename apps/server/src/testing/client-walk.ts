import type { Client } from '@edict/client';

import { DOCUMENT, FORM, UNITS } from './client-walk-documents.ts';
import { enterAndWithdraw } from './client-walk-later.ts';

const ISSUER = { unit: 'politburo' };
const LEAD = { unit: 'government-party-committee' };
const OTHERS = { unit: 'national-assembly-party-committee' };
const REGISTRAR = { capacity: 'secretariat' };
const ADMINISTRATOR = { capacity: 'administrator' };
const page = { query: { limit: 1 } } as const;

/** `settled`: resolves when nothing follows any more from what was done. `next`: sets the clock to another moment. `made`: resolves when that export is there. */
type House = Readonly<{
  client: Client;
  settled(): Promise<void>;
  next(moment: string): Promise<void>;
  made(id: string): Promise<void>;
}>;
type Thing = Readonly<{ path: { id: string } }>;

const idOf = ({ stream }: Readonly<{ stream: string }>): string => stream.slice(stream.indexOf('-') + 1);

/** Through what there is to do, from the issue of a directive to the acceptance of its task, by the typed client and as a program would. */
export const walkThrough = async (house: House): Promise<void> => {
  const { client } = house;
  await client.post('/units', { body: { document: UNITS }, key: 'units', ...REGISTRAR });
  await client.post('/references', { body: { document: FORM }, key: 'form', ...REGISTRAR });
  const rules = { policyId: 'vn-party', calendarId: 'vn-working-days', issuedOn: '2025-05-16' };
  const checked = await client.post('/directives/check', { body: { document: DOCUMENT } });
  if (!checked.ok) throw new Error(JSON.stringify(checked));
  const { policyId, calendarId, issuedOn: from } = rules;
  const span = { document: DOCUMENT, policyId, calendarId, from, until: '2025-07-31' };
  await client.post('/rehearsals', { body: span, ...ISSUER });
  const issued = await client.post('/directives', { body: { document: DOCUMENT, ...rules }, key: 'issue', ...ISSUER });
  const directive = { path: { id: idOf(issued) } };
  await house.settled();
  const { items } = await client.get('/directives/{id}/tasks', { ...directive, after: issued.position });
  const task = { path: { id: items.find(({ ref }) => ref === '1-1')!.id } };
  await life(house, task);
  await cascade(house, directive);
  await desks(house, directive);
  await house.settled();
  await readings(house, directive, task);
  await authority(house);
};

const life = async ({ client, next, settled }: House, task: Thing): Promise<void> => {
  const body = { assignment: 1 };
  await client.post('/tasks/{id}/acknowledge', { ...task, body, key: 'acknowledge', ifMatch: 0, ...LEAD });
  await next('2025-05-20T02:00:00Z');
  const report = { ...body, report: 'Half of the shelves are in order.' };
  await client.post('/tasks/{id}/report', { ...task, body: report, key: 'report', ...LEAD });
  await forms(client, task);
  const asked = { ...body, unit: OTHERS.unit, what: 'The list of what lies at the Assembly.' };
  await client.post('/tasks/{id}/ask-contribution', { ...task, body: asked, key: 'ask', ...LEAD });
  const given = { contribution: 'The list, in three parts.' };
  await client.post('/tasks/{id}/contribute', { ...task, body: given, key: 'contribute', ...OTHERS });
  const longer = { ...body, toOn: '2025-07-15', reason: 'Two districts are late.', progress: 'Half of it.' };
  await client.post('/tasks/{id}/request-extension', { ...task, body: longer, key: 'longer', ...LEAD });
  await client.post('/tasks/{id}/grant-extension', { ...task, body: { request: 1 }, key: 'grant', ...ISSUER });
  const done = { ...body, report: 'All of it is in order.' };
  await client.post('/tasks/{id}/submit', { ...task, body: done, key: 'submit', ...LEAD });
  const again = { submission: 1, reason: 'The annex is missing.' };
  await client.post('/tasks/{id}/return', { ...task, body: again, key: 'return', ...ISSUER });
  await client.post('/tasks/{id}/submit', { ...task, body: done, key: 'submit-2', ...LEAD });
  await client.post('/tasks/{id}/accept', { ...task, body: { submission: 2 }, key: 'accept', ...ISSUER });
  await settled();
};

/** What the rooms are counted at, and what was wrong with it. */
const forms = async (client: Client, task: Thing): Promise<void> => {
  const counted = (total: string) => [
    { key: 'total', value: total },
    { key: 'dry', value: '1 200' },
    { key: 'damp', value: 40 },
  ];
  const body = { form: 'rooms', on: '2025-05-20', values: counted('1 240') };
  const filled = await client.post('/tasks/{id}/forms', { ...task, body, key: 'form-1', ...LEAD });
  const path = { path: { id: idOf(filled) }, after: filled.position };
  await client.get('/form-reports', { query: { form: 'rooms' }, after: filled.position });
  await client.get('/form-reports/{id}', path);
  await client.get('/form-reports/{id}/history', { ...path, ...page });
};

const PLAN = DOCUMENT.replaceAll('1-KL/TW', '7-KH/ĐU')
  .replace('id: conclusion-1', 'id: plan-7')
  .replace('type: conclusion, issuers: [politburo]', 'type: plan, issuers: [government-party-committee]');

/** A lower directive that brings the clause down. */
const cascade = async ({ client, settled }: House, { path }: Thing): Promise<void> => {
  const body = { document: PLAN, policyId: 'vn-party', calendarId: 'vn-working-days', issuedOn: '2025-05-20' };
  const issued = await client.post('/directives', { body, key: 'plan', ...LEAD });
  const said = { directiveId: path.id, clause: '1', by: ['1'] };
  await client.post('/directives/{id}/implement', {
    path: { id: idOf(issued) },
    body: said,
    key: 'implement',
    after: issued.position,
    ...LEAD,
  });
  await enterAndWithdraw(client, idOf(issued), path.id);
  const another = { ...body, document: PLAN.replaceAll('7-KH/ĐU', '8-KH/ĐU').replace('plan-7', 'plan-8') };
  const { position, ...further } = await client.post('/directives', { body: another, key: 'plan-8', ...LEAD });
  const effects = [{ ref: '1-1', effect: 'change' as const, toOn: '2025-07-31' }];
  await client.post('/directives/{id}/change', {
    path: { id: idOf(issued) },
    body: { directiveId: idOf(further), how: 'amends', effects, others: 'keep', reason: 'The rooms are late.' },
    key: 'amend',
    after: position,
    ...LEAD,
  });
  await settled();
};

const desks = async ({ client, settled }: House, { path }: Thing): Promise<void> => {
  await client.post('/directives/{id}/standing-units', { path, body: {}, key: 'desk', ...LEAD });
  const subject = 'Three districts have no rooms that are dry.';
  const body = { directiveId: path.id, kind: 'obstacle', subject, desk: LEAD.unit } as const;
  const matter = { path: { id: idOf(await client.post('/matters', { body, key: 'matter', ...OTHERS })) } };
  const words = { how: 'guide', to: OTHERS.unit, text: 'Use the rooms of the former court.' } as const;
  await client.post('/matters/{id}/direct', { ...matter, body: words, key: 'direct', ...LEAD });
  const marks = { collective: true, reason: 'Three districts wrote together.' } as const;
  await client.post('/matters/{id}/mark', { ...matter, body: marks, key: 'mark', ...LEAD });
  const asked = { unit: OTHERS.unit, question: 'Is the court free?', on: '2025-05-30' };
  await client.post('/matters/{id}/consult', { ...matter, body: asked, key: 'consult', ...LEAD });
  const said = { consultation: 1, answer: 'From June on.' };
  await client.post('/matters/{id}/answer-consultation', { ...matter, body: said, key: 'consulted', ...OTHERS });
  await client.post('/matters/{id}/answer', {
    ...matter,
    body: { answer: 'They move in July.' },
    key: 'answer',
    ...LEAD,
  });
  await settled();
  await client.get('/matters/{id}', { ...matter, ...LEAD });
};

const readings = async ({ client, made }: House, directive: Thing, task: Thing): Promise<void> => {
  await client.get('/directives', page);
  await client.get('/directives/{id}', directive);
  const all = { ...directive, body: { reason: 'Edition 2' }, key: 'confirm-all', ...ISSUER };
  await client.post('/directives/{id}/confirm-deadlines', all);
  for (const list of ['findings', 'clauses', 'coverage', 'would-move', 'history', 'tasks'] as const)
    await client.get(`/directives/{id}/${list}`, { ...directive, ...page });
  await client.get('/directives/{id}/standing-units', directive);
  await client.get('/inbox', { ...page, query: { asOf: '2025-05-16T02:00:00Z' }, ...LEAD });
  for (const list of ['/tasks', '/matters', '/standing-units', '/notices', '/units', '/references'] as const)
    await client.get(list, { ...page, ...LEAD });
  await client.get('/tasks/{id}', task);
  await client.get('/tasks/{id}/history', { ...task, ...page });
  await client.get('/tasks/{id}/chain', task);
  await client.get('/streams/{stream}', { path: { stream: `task-${task.path.id}` }, ...page });
  await client.get('/lookup/{id}', { path: { id: '1-KL/TW#1-1' } });
  await client.get('/lookup/{id}/history', { path: { id: '1-KL/TW#1-1' }, ...page });
  await client.get('/lookup/{id}/who', { path: { id: '1-KL/TW#1-1' }, query: { on: '2025-05-20' } });
  await client.get('/units/{id}', { path: { id: LEAD.unit } });
  const told = { channel: 'mail', address: 'office@government.example', language: 'vi' } as const;
  const of = { path: { id: LEAD.unit } };
  await client.post('/units/{id}/subscriptions', { ...of, body: told, key: 'subscribe', ...REGISTRAR });
  await client.get('/units/{id}/subscriptions', { ...of, ...REGISTRAR });
  await client.get('/deliveries', { ...page, ...REGISTRAR });
  await client.get('/webhooks/key');
  await client.get('/search', { query: { q: 'archives' } });
  await client.get('/counts', { query: { by: 'state' } });
  await client.get('/statistics');
  const ofForm = { form: 'rooms', on: '2025-05-20' };
  await client.get('/reports/{kind}', { path: { kind: 'form' }, query: ofForm });
  for (const kind of ['statistics', 'late', 'unit-form', 'coverage', 'piling-up'] as const)
    await client.get('/reports/{kind}', { path: { kind }, query: { asOf: '2025-05-20T02:00:00Z' } });
  await exported(client, made);
  await client.get('/successions');
  await client.get('/attachments', page);
  for (const probe of ['/health', '/health/live', '/health/ready', '/health/degraded'] as const)
    await client.get(probe);
};

const exported = async (client: Client, made: House['made']): Promise<void> => {
  const body = { kind: 'late', format: 'csv', asOf: '2025-05-20T02:00:00Z' } as const;
  const { id } = await client.post('/exports', { body, key: 'late-in-may' });
  await made(id);
  await client.get('/exports/{id}', { path: { id } });
};

const authority = async ({ client }: House): Promise<void> => {
  const body = { kind: 'person', name: 'Ann Nguyen', login: 'ann.nguyen' } as const;
  const { id } = await client.post('/accounts', { body, key: 'ann', ...ADMINISTRATOR });
  const grant = { capacity: 'officer', unit: LEAD.unit, basis: 'Decision No. 12-QĐ/VP' } as const;
  await client.post('/accounts/{id}/grants', { path: { id }, body: grant, key: 'grant-ann', ...ADMINISTRATOR });
  await client.get('/accounts/me');
  await client.get('/accounts', ADMINISTRATOR);
  await client.get('/accounts/{id}', { path: { id }, ...ADMINISTRATOR });
  const of = { capacity: 'officer', unit: LEAD.unit } as const;
  await client.get('/accounts/{id}/authority', { path: { id }, query: of, ...ADMINISTRATOR });
  await client.get('/accounts/{id}/history', { path: { id }, ...ADMINISTRATOR });
  await client.post('/accounts/{id}/invite', {
    path: { id },
    body: { reason: 'Lost.' },
    key: 'invite',
    ...ADMINISTRATOR,
  });
  const post = { unit: LEAD.unit, capacity: 'officer', title: 'Chief of office' } as const;
  const office = { path: { id: idOf(await client.post('/offices', { body: post, key: 'office', ...ADMINISTRATOR })) } };
  const appointed = { account: id, as: 'holder', basis: 'Decision No. 4' } as const;
  await client.post('/offices/{id}/appointments', { ...office, body: appointed, key: 'appoint', ...ADMINISTRATOR });
  await client.get('/offices');
  await client.get('/offices/{id}', office);
  await client.get('/offices/{id}/history', { ...office, ...ADMINISTRATOR });
  const token = { name: 'Nightly import', until: '2025-08-01T00:00:00Z', reading: true };
  await client.post('/tokens', { body: token, key: 'import-token' });
  await client.get('/tokens');
  await client.get('/sessions');
};
