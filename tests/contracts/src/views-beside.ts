import { beforeEach, describe, expect, it } from '@jest/globals';
import { LeaseLost, type Beside, type Lease, type Leases, type Views } from '@edict/runtime';

import type { OpenViews } from './views.contract.ts';
import { put, thing, THING } from './views-things.ts';

const TTL = 60_000;

/** Part of what views promise: a table that is built anew beside the live one. */
export const besideContract = (adapter: string, open: OpenViews): void =>
  describe(`The ${adapter} views, when a table is built anew beside the live one,`, () => {
    let [views, leases, lease, beside, building]: [Views, Leases, Lease, Beside, Lease] = [] as never;
    let rebuild = 0;

    const texts = async (of: Views) => (await of.find(THING.name, {})).map(({ key }) => key);
    const write = (to: Views, under: Lease, text: string, reached: string) =>
      to.commit(under, { rows: [put('a', thing(text)), put(text, thing(text))] }, reached);
    const begin = async () => {
      beside = (await views.beside(THING, rebuild))!;
      building = (await beside.leases.acquire(THING.name, TTL))!;
    };

    beforeEach(async () => {
      ({ views, leases } = await open());
      await views.prepare([THING]);
      lease = (await leases.acquire(THING.name, TTL))!;
      await write(views, lease, 'old', 'p2');
      rebuild += 1;
      await begin();
    });

    it('leave the live one as it is until it has got as far and is swapped in', async () => {
      await write(beside.views, building, 'new', 'p1');
      expect([await beside.swapIn(building), await texts(views)]).toStrictEqual([false, ['old', 'old']]);
      await write(beside.views, building, 'new', 'p3');
      expect(await texts(views)).toStrictEqual(['old', 'old']);
      expect(await beside.swapIn(building)).toBe(true);
      expect(await texts(views)).toStrictEqual(['new', 'new']);
      expect((await views.progress(THING.name)).reached).toBe('p3');
      expect([...(await views.load(THING.name, ['a', 'old']))]).toStrictEqual([['a', [thing('new')]]]);
      await beside.discard();
    });

    it('fence off whoever works on the live one, until he acquires its lease anew, which is free', async () => {
      await write(beside.views, building, 'new', 'p2');
      await beside.swapIn(building);
      await beside.discard();
      await expect(write(views, lease, 'made of what was old', 'p3')).rejects.toThrow(LeaseLost);
      expect(await leases.renew(lease, TTL)).toBe(false);
      const again = (await leases.acquire(THING.name, TTL))!;
      await views.commit(again, {}, 'p3');
      expect([await texts(views), (await views.progress(THING.name)).reached]).toStrictEqual([['new', 'new'], 'p3']);
    });

    it('hold back nothing any more once they are swapped in, as all of the log is in them', async () => {
      const parked = [{ stream: 'thing-1', revision: 0, reason: 'a bug' }];
      await views.commit(lease, { parked }, 'p2');
      await write(beside.views, building, 'new', 'p2');
      await beside.swapIn(building);
      await beside.discard();
      expect((await views.progress(THING.name)).parked).toStrictEqual([]);
    });

    it('are given to nobody else while somebody builds them', async () => {
      expect(await views.beside(THING, rebuild)).toBeUndefined();
      await beside.leases.renew(building, 0);
      const again = await views.beside(THING, rebuild);
      await again!.close();
      await beside.discard();
    });

    it('tell whoever waits', async () => {
      const waiting = views.waitFor(THING.name, 'p3', 5_000);
      await write(beside.views, building, 'new', 'p3');
      await beside.swapIn(building);
      await beside.discard();
      expect(await waiting).toBe(true);
    });

    it('keep what was built when another goes on, and take nothing from the one who was there before', async () => {
      await write(beside.views, building, 'new', 'p1');
      await beside.leases.renew(building, 0);
      const [before, lost] = [beside, building];
      await begin();
      expect(await texts(beside.views)).toStrictEqual(['new', 'new']);
      expect((await beside.views.progress(THING.name)).reached).toBe('p1');
      await expect(write(before.views, lost, 'late', 'p3')).rejects.toThrow(LeaseLost);
      await write(beside.views, building, 'new', 'p3');
      await expect(before.swapIn(lost)).rejects.toThrow(LeaseLost);
      expect(await texts(views)).toStrictEqual(['old', 'old']);
      await before.close();
      await beside.discard();
    });

    it('begin with nothing under another number, or once what was built is discarded', async () => {
      await write(beside.views, building, 'new', 'p1');
      await beside.discard();
      await begin();
      expect(await texts(beside.views)).toStrictEqual([]);
      await write(beside.views, building, 'new', 'p1');
      await beside.close();
      rebuild += 1;
      await begin();
      expect(await texts(beside.views)).toStrictEqual([]);
      await beside.discard();
    });
  });
