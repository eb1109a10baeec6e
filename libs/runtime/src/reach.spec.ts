import { describe, expect, it } from '@jest/globals';
import { MemoryViews } from '@edict/adapter-memory';

import { LeaseLost, Reach, type Parked } from './index.ts';

const parked = (stream: string): Parked => ({ stream, revision: 0, reason: 'a bug' });

class Asked extends MemoryViews {
  times = 0;
  isDown = false;
  override progress(name: string) {
    this.times++;
    return super.progress(name);
  }
  override async commit(...of: Parameters<MemoryViews['commit']>): Promise<void> {
    await super.commit(...of);
    if (this.isDown) throw new Error('no answer');
  }
}

describe('How far somebody has got who follows the log', () => {
  it('is asked once while he holds his lease, and he knows what he has parked and released', async () => {
    const views = new Asked();
    const reach = new Reach(views, { name: 'saga', epoch: 1 });
    expect(await reach.now()).toMatchObject({ reached: '', parked: [] });
    await reach.commit({ parked: [parked('a'), parked('b')] }, 'p1');
    await reach.commit({ released: ['a'], parked: [parked('c')] }, 'p2');
    expect(await reach.now()).toMatchObject({ reached: 'p2', parked: [parked('b'), parked('c')] });
    expect(views.times).toBe(1);
    const { reached, parked: stored } = await reach.now();
    expect(await views.progress('saga')).toStrictEqual({ reached, parked: stored });
  });

  it('is asked again where it is not known what came of a commit', async () => {
    const views = new Asked();
    const reach = new Reach(views, { name: 'saga', epoch: 1 });
    views.isDown = true;
    await expect(reach.commit({}, 'p1')).rejects.toThrow('no answer');
    expect(await reach.now()).toMatchObject({ reached: 'p1' });
  });

  it('is asked again under another lease, as another has led meanwhile', async () => {
    const views = new Asked();
    const lease = { name: 'saga', epoch: 1 };
    const reach = new Reach(views, lease);
    await reach.commit({}, 'p1');
    await new Reach(views, { name: 'saga', epoch: 2 }).commit({}, 'p5');
    await expect(reach.commit({}, 'p2')).rejects.toThrow(LeaseLost);
    lease.epoch = 3;
    expect(await reach.now()).toMatchObject({ reached: 'p5' });
  });
});
