import { expect, it } from '@jest/globals';
import { MemoryAccessStore } from '@edict/adapter-memory';
import { instant, plusMs } from '@edict/kernel';

import { furtherIn, heardOf, teller, type Trouble } from './told.ts';

const NOW = instant('2025-05-16T02:00:00Z');
const clock = () => NOW;

const sealing = (reason: string, failedRings: number): Trouble => ({
  failing: [{ name: 'seal', reached: '5', reason }],
  failedRings,
});

it('What two processes tell in one name is one, and of both how many rings have failed', async () => {
  const notices = new MemoryAccessStore();
  await teller({ notices, clock })(sealing('no disk', 2));
  const [own] = await notices.of('trouble', 'engine', NOW);
  await notices.put({ ...own!, key: 'another/1', until: plusMs(NOW, 1), value: sealing('no room', 1) });
  const heard = await heardOf({ notices, clock });
  expect(heard.failedRings).toBe(3);
  expect(furtherIn(heard, []).map(({ name }) => name)).toStrictEqual(['seal']);
  expect(furtherIn(heard, [{ name: 'seal', reached: async () => '' }])).toStrictEqual([]);
});
