import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from '@jest/globals';
import { accessStoreContract } from '@edict/contracts';
import { instant } from '@edict/kernel';

import { SqliteAccessStore } from './sqlite-access-store.ts';
import { scratch } from './testing/scratch.ts';

const NOW = instant('2025-06-10T02:00:00Z');

accessStoreContract('SQLite', async () => SqliteAccessStore.open(join(scratch(), 'access.db')));

describe('The SQLite access store', () => {
  const kept = { kind: 'session', key: 'k', account: 'ann', until: null, value: { mark: 'unmistakable-text' } };

  it('is for its owner alone, and is there after a restart', async () => {
    const file = join(scratch(), 'access.db');
    const store = SqliteAccessStore.open(file);
    await store.put(kept);
    await store.close();
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const again = SqliteAccessStore.open(file);
    expect(await again.get('session', 'k', NOW)).toStrictEqual(kept);
    await again.close();
  });

  it('leaves nothing on the disk of what it has forgotten', async () => {
    const file = join(scratch(), 'access.db');
    const store = SqliteAccessStore.open(file);
    await store.put(kept);
    expect(readFileSync(file, 'latin1')).toContain('unmistakable-text');
    await store.forget({ kind: 'session', account: 'ann' });
    expect(readFileSync(file, 'latin1')).not.toContain('unmistakable-text');
    await store.close();
  });
});
