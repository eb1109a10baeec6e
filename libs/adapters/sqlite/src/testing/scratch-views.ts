import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach } from '@jest/globals';

import { SqliteViews } from '../sqlite-views.ts';

/** Files in a folder of their own for each test. Opened twice, a file has two connections, as after a restart or in two processes. */
export const scratchViews = (): ((file?: string) => SqliteViews) => {
  let folder: string;
  let opened: SqliteViews[];

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'edict-views-'));
    opened = [];
  });
  afterEach(async () => {
    await Promise.all(opened.map((views) => views.close()));
    rmSync(folder, { recursive: true });
  });

  return (file = 'views.db') => {
    const views = SqliteViews.open(join(folder, file));
    opened.push(views);
    return views;
  };
};
