import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import { connect, type Client } from '@edict/client';

const MAIN = join(import.meta.dirname, '../../../apps/server/dist/main.js');
export const EXAMPLES = join(import.meta.dirname, '../../../examples');
const COMMITTEE = 'government-party-committee';

/** `firstAccount`: the link that makes the first administrator. */
export type Scene = Readonly<{
  firstAccount: string;
  url: string;
  token: string;
  directive: string;
  api: Client;
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
  const close = async () => {
    await server.end();
    await rm(dir, { recursive: true });
  };
  return {
    firstAccount: server.firstAccount,
    url: server.url,
    token,
    directive: stream.slice('directive-'.length),
    api,
    close,
  };
};

export const LASTING_CALENDAR = 'lasting';
/** What is issued today is reckoned by it whenever that is, and not only in the years that have been announced. */
const lastingCalendar = async (): Promise<string> => {
  const announced = await readFile(join(EXAMPLES, 'calendar-vn-2025-2026.yaml'), 'utf8');
  return announced
    .replace('id: vn-working-days', `id: ${LASTING_CALENDAR}`)
    .replace("until: '2026-12-31'", "until: '2099-12-31'");
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
