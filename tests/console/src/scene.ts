import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import { connect, type Client } from '@edict/client';

const MAIN = join(import.meta.dirname, '../../../apps/server/dist/main.js');
export const EXAMPLES = join(import.meta.dirname, '../../../examples');
/** The built server, in which nothing has been issued. */
export const openEmpty = async (): Promise<Readonly<{ url: string; token: string; close(): Promise<void> }>> => {
  const dir = await mkdtemp(join(tmpdir(), 'edict-console-'));
  const { url, end } = await start(dir, {});
  const close = async () => {
    await end();
    await rm(dir, { recursive: true });
  };
  return { url, token: (await readFile(join(dir, 'token'), 'utf8')).trim(), close };
};

const COMMITTEE = 'government-party-committee';

/** `firstAccount`: the link that makes the first administrator. */
export type Scene = Readonly<{
  firstAccount: string;
  url: string;
  token: string;
  directive: string;
  api: Client;
  /** The same installation, started anew: `meanwhile` has its data folder for itself. */
  restarted(meanwhile: (dir: string) => Promise<void>): Promise<Scene>;
  close(): Promise<void>;
}>;

/** The built server, in which 155-KL/TW has been issued late: as of May 2025, entered today. All that follows from it has been done. */
export const openScene = async (env: NodeJS.ProcessEnv = {}): Promise<Scene> => {
  const dir = await mkdtemp(join(tmpdir(), 'edict-console-'));
  const server = await start(dir, env);
  const token = (await readFile(join(dir, 'token'), 'utf8')).trim();
  const api = connect({ url: server.url, token, unit: COMMITTEE, language: 'en' });
  const { stream } = await api.post('/directives', {
    unit: 'secretariat',
    key: 'issue',
    body: {
      document: await readFile(join(EXAMPLES, 'conclusion-155-kl-tw.yaml'), 'utf8'),
      policyId: 'vn-party',
      calendarId: 'vn-working-days',
      issuedOn: '2025-05-16',
      occurredAt: '2025-05-16T08:00:00+07:00',
    },
  });
  const document = await lastingCalendar();
  await api.post('/references', { key: 'calendar', unit: 'secretariat', capacity: 'secretariat', body: { document } });
  await settled(api);
  return sceneOf({ dir, env, server, token, directive: stream.slice('directive-'.length) });
};

type Standing = Readonly<{
  dir: string;
  env: NodeJS.ProcessEnv;
  server: Awaited<ReturnType<typeof start>>;
  token: string;
  directive: string;
}>;

const sceneOf = ({ server, ...standing }: Standing): Scene => {
  const { dir, env, token, directive } = standing;
  const { firstAccount, url } = server;
  const api = connect({ url, token, unit: COMMITTEE, language: 'en' });
  const restarted: Scene['restarted'] = async (meanwhile) => {
    await server.end();
    await meanwhile(dir);
    return sceneOf({ ...standing, server: await start(dir, env) });
  };
  const close = async () => {
    await server.end();
    await rm(dir, { recursive: true });
  };
  return { firstAccount, url, token, directive, api, restarted, close };
};

export const LASTING_CALENDAR = 'lasting';
/** What is issued today is reckoned by it whenever that is, and not only in the years that have been announced. */
const lastingCalendar = async (): Promise<string> => {
  const announced = await readFile(join(EXAMPLES, 'calendar-vn-2025-2026.yaml'), 'utf8');
  return announced
    .replace('id: vn-working-days', `id: ${LASTING_CALENDAR}`)
    .replace("until: '2026-12-31'", "until: '2099-12-31'");
};

/** A directive under a policy that is quiet at another time of the day than now, so that notices go out at once whenever that is; its id. */
export const issueAwake = async ({ api }: Scene): Promise<string> => {
  const secretariat = { unit: 'secretariat', capacity: 'secretariat' } as const;
  const hour = (hours: number) => new Date(Date.now() + (hours + 7) * 3_600_000).toISOString().slice(11, 16);
  const party = await readFile(join(EXAMPLES, 'policy-vn-party.yaml'), 'utf8');
  const policy = party
    .replace('id: vn-party', 'id: awake')
    .replace("{from: '21:00', until: '07:00'}", `{from: '${hour(8)}', until: '${hour(16)}'}`);
  await api.post('/references', { key: 'awake', ...secretariat, body: { document: policy } });
  const document = `directive:
  {id: awake, number: 12-CT/TW, type: directive, issuers: [secretariat], title: On funds, language: en, classification: open}
clauses:
  - {ref: '1', kind: task-bearing, text: Funds are found.}
tasks:
  - {ref: 1-1, clause: '1', statement: Find funds, kind: once, accountable: [${COMMITTEE}], lead: [${COMMITTEE}],
     leadBasis: stated, urgency: false, due: {on: 2099-12-30, bound: by, firmness: firm, phrase: by 30 December 2099}}
`;
  const issuedOn = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);
  const body = { document, policyId: 'awake', calendarId: LASTING_CALENDAR, issuedOn };
  const { stream } = await api.post('/directives', { key: 'issue-awake', ...secretariat, body });
  return stream.slice('directive-'.length);
};

/** A matter with everything on it that there is to see: marks, and a unit that was consulted. */
export const bringMatter = async ({ api, directive }: Scene, concerning: string): Promise<string> => {
  const { stream } = await api.post('/matters', {
    key: 'matter',
    body: {
      ...{ directiveId: directive, concerning, desk: COMMITTEE, office: 'secretariat', kind: 'petition' },
      ...{ behalf: 'citizen', collective: true, specialCare: true, subject: 'Several villages have no funds.' },
    },
  });
  const id = stream.slice('matter-'.length);
  await api.post('/matters/{id}/consult', {
    path: { id },
    key: 'consult',
    body: { unit: 'ministry-of-finance-party-committee', question: 'Are there funds?', on: '2099-12-30' },
  });
  await settled(api);
  return id;
};

/** A form that is published, and filled in by the unit that has the task. */
export const fillForm = async ({ api }: Scene, { id, unit }: Readonly<{ id: string; unit: string | null }>) => {
  const document = await readFile(join(EXAMPLES, 'form-premises.yaml'), 'utf8');
  await api.post('/references', { key: 'form', unit: 'secretariat', capacity: 'secretariat', body: { document } });
  const figures = { total: 30, keptInUse: 20, otherPlan: 7, noLongerUsed: 3 };
  const values = Object.entries(figures).map(([key, value]) => ({ key, value }));
  const body = { form: 'premises', on: '2025-06-04', values, evidence: 'The list of premises.' };
  await api.post('/tasks/{id}/forms', { path: { id }, key: 'filled', ...(unit === null ? {} : { unit }), body });
  await settled(api);
};

/** Until whoever follows the log has come to its end: the command is acknowledged before its tasks are assigned. */
export const settled = async (api: Client): Promise<void> => {
  for (;;) {
    const { head, subscribers = [] } = await api.get('/health');
    if (head && subscribers.length > 0 && subscribers.every(({ reached }) => reached === head)) return;
    await pause(100);
  }
};

/** The built server on a free port, once it says how to stop it. */
const start = async (dir: string, more: NodeJS.ProcessEnv) => {
  const env = { ...process.env, EDICT_DATA: dir, EDICT_PORT: '0', EDICT_HOST: '127.0.0.1', ...more };
  const child = spawn(process.execPath, [MAIN], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  for await (const chunk of child.stdout.iterator({ destroyOnReturn: false })) {
    said += String(chunk);
    if (said.includes('Ctrl-C')) break;
  }
  child.stdout.resume();
  const { url } = JSON.parse(await readFile(join(dir, 'server.json'), 'utf8')) as { url: string };
  const end = async () => {
    const ended = once(child, 'close');
    child.kill('SIGTERM');
    await ended;
  };
  return { firstAccount: /First account +(\S+)/.exec(said)?.[1] ?? '', url, end };
};
