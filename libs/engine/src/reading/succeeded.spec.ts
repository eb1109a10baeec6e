import { setImmediate as turn } from 'node:timers/promises';

import { expect, it } from '@jest/globals';
import type { UnitRow } from '@edict/directives';
import { instant } from '@edict/kernel';

import { succeededAt } from './succeeded.ts';

it('Who has been succeeded is read from many units at once, and not from all of them', async () => {
  const planned = Array.from(
    { length: 52 },
    (_, n) => ({ unitId: `u${n}`, successors: '["u"]' }) as unknown as UnitRow,
  );
  const others = { unitId: 'u', successors: '[]' } as unknown as UnitRow;
  const read: string[] = [];
  let [now, most] = [0, 0];
  const history = async (stream: string) => {
    read.push(stream);
    most = Math.max(most, ++now);
    await turn();
    now--;
    return [];
  };
  await succeededAt({ units: async () => [...planned, others], history }, instant('2025-07-15T00:00:00.000Z'));
  expect([most, read.length, read.includes('unit-u')]).toStrictEqual([16, 52, false]);
});
