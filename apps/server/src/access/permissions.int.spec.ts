import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

import { describe, expect, it } from '@jest/globals';

const ROOT = join(import.meta.dirname, '../../../..');

describe('docs/permissions.md', () => {
  it('is what the matrix says: node tools/permissions.js writes it', () =>
    expect(spawnSync(process.execPath, ['tools/permissions.js', '--check'], { cwd: ROOT }).status).toBe(0));
});
