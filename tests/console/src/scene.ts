import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { connect, type Client } from '@edict/client';
import { startBuilt, type Running } from '@edict/server/src/testing/built-server.ts';

const EXAMPLES = join(import.meta.dirname, '../../../examples');
const COMMITTEE = 'government-party-committee';

export type Scene = Readonly<{ url: string; token: string; directive: string; api: Client; close(): Promise<void> }>;

/** The built server, in which 155-KL/TW has been issued late: as of May 2025, entered today. */
export const openScene = async (): Promise<Scene> => {
  const dir = await mkdtemp(join(tmpdir(), 'edict-console-'));
  const server: Running = await startBuilt(dir);
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
  const close = async () => {
    server.signal('SIGTERM');
    await server.ended;
    await rm(dir, { recursive: true });
  };
  return { url: server.url, token, directive: stream.slice('directive-'.length), api, close };
};
