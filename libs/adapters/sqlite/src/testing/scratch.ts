import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll } from '@jest/globals';
import { idFrom } from '@edict/kernel';
import type { NewEvent } from '@edict/runtime';

/** A new empty folder at each call, gone when the suite is done. */
export const scratch = (): string => {
  const dir = mkdtempSync(join(tmpdir(), 'edict-'));
  made.push(dir);
  return dir;
};

const made: string[] = [];
afterAll(() => made.splice(0).forEach((dir) => rmSync(dir, { recursive: true, force: true })));

export const event = (name: string, text = name): NewEvent => ({
  id: idFrom(name),
  type: 'Happened',
  data: { text },
  meta: { recordedAt: 'then' },
});
