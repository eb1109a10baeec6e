import { describe, expect, it } from '@jest/globals';
import { MemoryAccessLog, MemoryAnchor } from '@edict/adapter-memory';
import { SealBroken } from '@edict/engine';
import { instant } from '@edict/kernel';
import type { AccessLog, KeptAccess } from '@edict/runtime';

import { Journal, type Seeing } from './journal.ts';

const NOW = instant('2025-06-10T02:00:00Z');
const EARLIER = instant('2025-06-10T01:00:00Z');
const seen = (about: string): Seeing => {
  return { who: 'ann', capacity: 'officer', unit: 'x', act: 'GET /', about, rank: 2, from: '::1' };
};

const open = (log: AccessLog, anchor = new MemoryAnchor(), clock = () => NOW) =>
  Journal.open({ log, anchor, installation: 'one', clock });

/** As it would be after somebody was at it. */
const changed = (log: AccessLog, change: (kept: readonly KeptAccess[]) => readonly KeptAccess[]): AccessLog => ({
  append: (records) => log.append(records),
  read: async ({ after = -1 }, limit) =>
    change(await log.read({}, 1_000))
      .filter(({ n }) => n > after)
      .slice(0, limit),
  last: async () => change(await log.read({}, 1_000)).at(-1),
  close: () => log.close(),
});

describe('The journal', () => {
  it('goes on under its seal after a restart, also with what a crash left unsealed', async () => {
    const [log, anchor] = [new MemoryAccessLog('g'), new MemoryAnchor()];
    await (await open(log, anchor)).now([seen('a'), seen('b')]);
    await log.append([{ at: NOW, ...seen('c') }]);
    const again = await open(log, anchor);
    expect(await anchor.read()).toMatch(/^edict\/one\/access\n3\n/);
    await again.now([seen('d')]);
    expect((await again.read({}, 10)).map(({ about }) => about)).toStrictEqual(['a', 'b', 'c', 'd']);
  });

  it('never says that something was before what it has already', async () => {
    const log = new MemoryAccessLog('g');
    let now = NOW;
    const journal = await open(log, undefined, () => now);
    await journal.now([seen('a')]);
    now = EARLIER;
    await journal.now([seen('b')]);
    expect((await log.read({}, 10)).map(({ at }) => at)).toStrictEqual([NOW, NOW]);
  });

  it.each<[string, (kept: readonly KeptAccess[]) => readonly KeptAccess[]]>([
    ['whose end was cut off', (kept) => kept.slice(0, 1)],
    ['that is empty', () => []],
    ['whose last entry is another', (kept) => kept.map((each) => ({ ...each, hash: 'f'.repeat(64) }))],
  ])('does not begin on a log %s', async (_, change) => {
    const [log, anchor] = [new MemoryAccessLog('g'), new MemoryAnchor()];
    await (await open(log, anchor)).now([seen('a'), seen('b')]);
    await expect(open(changed(log, change), anchor)).rejects.toThrow(SealBroken);
    await expect(open(log, new MemoryAnchor())).rejects.toThrow('checkpoint of the access log is missing');
  });
});
