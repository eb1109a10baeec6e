import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';

import type { Client, Shape } from '@edict/client';

import { UsageError } from './command.ts';
import { progress } from './progress.ts';

const LOOK_MS = 500;

/** Asks for a report as a file, and fetches it once somebody has made it. */
export const exported = async (client: Client, body: Shape<'AskExportDto'>): Promise<Uint8Array> => {
  const { id } = await client.post('/exports', { body, key: randomUUID() });
  const path = { id };
  progress('being made');
  for (;;) {
    const { state, refusal } = await client.get('/exports/{id}', { path });
    if (refusal) throw new UsageError(refusal.detail);
    if (state === 'made') break;
    await pause(LOOK_MS);
  }
  progress('');
  return client.download('/exports/{id}/file', { path });
};
