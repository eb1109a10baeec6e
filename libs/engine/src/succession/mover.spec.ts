import { beforeEach, describe, expect, it } from '@jest/globals';
import { MemoryEventStore, MemoryViews } from '@edict/adapter-memory';
import { idFrom, type Json } from '@edict/kernel';
import { catchUp, Histories, LeaseLost, type Execute, type Lease } from '@edict/runtime';

import { mover } from './mover.ts';
import { TABLES } from './tables.ts';

const AT = '2025-06-30T17:00:00.000Z';
const plan = { from: ['north'], to: 'south', kind: 'merge', effectiveOn: '2025-07-01' };

class Views extends MemoryViews {
  loses = 0;
  override async commit(...of: Parameters<MemoryViews['commit']>): Promise<void> {
    await super.commit(...of);
    if (this.loses-- > 0) throw new Error('no answer');
  }
}

describe('Whoever moves what predecessors held', () => {
  let store: MemoryEventStore;
  let views: Views;
  let sent: string[];
  const execute: Execute = async ({ stream, type }) => {
    sent.push(type);
    return { stream, revision: 0, position: '' };
  };
  const moverUnder = (lease: Lease, by: Execute = execute) =>
    mover({
      ...{ store, histories: new Histories(store), views, lease, execute: by, window: 1 },
      releasing: { store, said: () => undefined },
    });
  const happens = async (revision: number, type: string, data: Json) =>
    store.append('succession-s1', revision - 1, [
      { id: idFrom(type), type, data, meta: { recordedAt: AT, occurredAt: AT, version: '1' } },
    ]);

  beforeEach(async () => {
    [store, views, sent] = [new MemoryEventStore(), new Views(), []];
    await views.prepare(TABLES);
    await happens(0, 'SuccessionPlanned', { ...plan, basis: 'A resolution' });
  });

  it('goes on where the answer to a commit was lost that began a succession', async () => {
    const one = moverUnder({ name: 'succession', epoch: 1 });
    await catchUp(store, [one]);
    await happens(1, 'SuccessionTookEffect', { ...plan, effectiveAt: AT });
    views.loses = 1;
    await expect(catchUp(store, [one])).rejects.toThrow('no answer');
    await catchUp(store, [one]);
    expect(sent).toStrictEqual(['ListHoldings', 'CompleteSuccession']);
  });

  it('goes on with what another began while it led, and did not end', async () => {
    const lease = { name: 'succession', epoch: 1 };
    const one = moverUnder(lease);
    await catchUp(store, [one]);
    await happens(1, 'SuccessionTookEffect', { ...plan, effectiveAt: AT });
    const dies: Execute = () => Promise.reject(new LeaseLost('killed'));
    await expect(catchUp(store, [moverUnder({ name: 'succession', epoch: 2 }, dies)])).rejects.toThrow('killed');
    lease.epoch = 3;
    await catchUp(store, [one]);
    expect(sent).toStrictEqual(['ListHoldings', 'CompleteSuccession']);
  });
});
