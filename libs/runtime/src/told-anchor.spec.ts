import { beforeEach, describe, expect, it } from '@jest/globals';
import { MemoryAccessStore, MemoryAnchor } from '@edict/adapter-memory';
import { instant } from '@edict/kernel';

import { toldAnchor } from './told-anchor.ts';

const clock = () => instant('2025-05-16T02:00:00Z');
const told = (own: MemoryAnchor, copies: MemoryAccessStore, everyMs = 0) =>
  toldAnchor(own, { copies, name: 'log', clock, everyMs });

describe('Whoever seals what another has sealed', () => {
  let copies: MemoryAccessStore;
  beforeEach(() => {
    copies = new MemoryAccessStore();
  });

  it('begins where the other was, and from then on has an anchor of its own', async () => {
    await told(new MemoryAnchor(), copies).write('sealed');
    const own = new MemoryAnchor();
    expect([await told(own, copies).read(), await own.read()]).toStrictEqual(['sealed', 'sealed']);
  });

  it('is not told anything else than what it has itself', async () => {
    const own = new MemoryAnchor();
    await told(own, copies).write('mine');
    await told(new MemoryAnchor(), copies).write('brought back');
    expect(await told(own, copies).read()).toBe('mine');
  });

  it('seals on where nothing can be told, and tells not at every turn', async () => {
    const away = new MemoryAccessStore();
    away.put = () => Promise.reject(new Error('away'));
    const own = new MemoryAnchor();
    await told(own, away).write('sealed');
    expect(await own.read()).toBe('sealed');
    const seldom = told(own, copies, 60_000);
    for (const text of ['first', 'second']) await seldom.write(text);
    expect(await told(new MemoryAnchor(), copies).read()).toBe('first');
  });
});
