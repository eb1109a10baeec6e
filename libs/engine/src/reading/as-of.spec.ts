import { describe, expect, it } from '@jest/globals';
import { taskView } from '@edict/directives';
import { instant } from '@edict/kernel';
import type { EventStore } from '@edict/runtime';

import { findAsOf, MOST_FOLDED } from './as-of.ts';

describe('Looking back', () => {
  const rows = (count: number) => Array.from({ length: count }, (_, n) => ({ taskId: `t${n}` }));
  const lookingAt = (count: number) => {
    const store = { read: () => Promise.resolve([]) } as unknown as EventStore;
    const find = (_: unknown, { limit }: { limit?: number }) => Promise.resolve(rows(Math.min(count, limit ?? count)));
    const present = { store, find: find as never, show: () => Promise.resolve() };
    return findAsOf(present, instant('2025-06-01T00:00:00Z'))(taskView, {});
  };

  it('is refused where it is too much, and not before', async () => {
    expect(await lookingAt(MOST_FOLDED)).toStrictEqual([]);
    await expect(lookingAt(MOST_FOLDED + 1)).rejects.toMatchObject({ code: 'reading/too-much' });
  });
});
