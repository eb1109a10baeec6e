import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Lease, Views } from '@edict/runtime';

import { put, thing, THING } from './views-things.ts';

type Things = Readonly<{ views: Views; lease: Lease; lead(name: string): Promise<Lease> }>;

/** Of the views that are open when it is asked. */
export const waitingContract = (things: () => Things): void => {
  describe('when a reader waits', () => {
    const never = 60_000;
    let views: Views;
    let lease: Lease;
    beforeEach(() => {
      ({ views, lease } = things());
    });

    it('let it pass at once where the group has been already', async () => {
      await views.commit(lease, {}, 'p2');
      expect(await views.waitFor('inbox', 'p1', never)).toBe(true);
      expect(await views.waitFor('inbox', 'p2', never)).toBe(true);
      expect(await views.waitFor('inbox', 'p2', 0)).toBe(true);
      expect(await views.waitFor('nobody', '', never)).toBe(true);
    });

    it('let it pass when the group gets there, or further', async () => {
      const waiting = ['p1', 'p2', 'p3'].map((position) => views.waitFor('inbox', position, never));
      await views.commit(lease, {}, 'p1');
      await views.commit(lease, {}, 'p3');
      expect(await Promise.all(waiting)).toStrictEqual([true, true, true]);
    });

    it('tell it when its time has run out, whatever other groups did', async () => {
      const waiting = [views.waitFor('inbox', 'p2', 1), views.waitFor('nobody', 'p2', 1)];
      await views.commit(lease, {}, 'p1');
      await views.commit(await things().lead('escalation'), {}, 'p9');
      expect(await Promise.all(waiting)).toStrictEqual([false, false]);
    });

    it('show it what was written with that position', async () => {
      const seen = views.waitFor('inbox', 'p1', never).then(() => views.load(THING.name, ['a']));
      await views.commit(lease, { rows: [put('a', thing('x'))] }, 'p1');
      expect([...(await seen)]).toStrictEqual([['a', [thing('x')]]]);
    });
  });
};
