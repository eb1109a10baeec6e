import { beforeEach, describe, expect, it } from '@jest/globals';
import { instant, plusMs } from '@edict/kernel';
import { PROCESS_NAME, type Lease, type Leases } from '@edict/runtime';

/** `open` gives leases of which none is held, that go by the clock it is handed (milliseconds). */
export const leasesContract = (adapter: string, open: (nowMs: () => number) => Promise<Leases>): void =>
  describe(`The ${adapter} leases`, () => {
    let leases: Leases;
    let now: number;
    beforeEach(async () => {
      now = Date.parse('2025-06-01T00:00:00.000Z');
      leases = await open(() => now);
    });

    const acquire = (ttlMs = 1000, name = 'escalation') => leases.acquire(name, ttlMs);
    const acquired = async (ttlMs = 1000): Promise<Lease> => (await acquire(ttlMs))!;

    it('are given to whoever comes first, under their name', async () =>
      expect(await acquire()).toMatchObject({ name: 'escalation' }));

    it('are held by one at a time', async () => {
      await acquire();
      expect(await acquire()).toBeUndefined();
    });

    it('go to exactly one of many who ask at once', async () => {
      const given = await Promise.all(Array.from({ length: 20 }, () => acquire()));
      expect(given.filter(Boolean).length).toBe(1);
    });

    it('do not get in the way of each other', async () => {
      await acquire();
      expect(await acquire(1000, 'fanOut')).toMatchObject({ name: 'fanOut' });
    });

    it('run out when their time has passed, and not a moment before', async () => {
      await acquire(1000);
      now += 999;
      expect(await acquire()).toBeUndefined();
      now += 1;
      expect(await acquire()).toBeDefined();
    });

    it('have a higher epoch each time', async () => {
      const epochs: number[] = [];
      for (const _ of [1, 2, 3]) epochs.push((await acquired(0)).epoch);
      expect(epochs).toStrictEqual([...new Set(epochs)].toSorted((a, b) => a - b));
    });

    it('are held from now on for as long as the renewal says', async () => {
      const lease = await acquired(1000);
      now += 900;
      expect(await leases.renew(lease, 500)).toBe(true);
      now += 499;
      expect(await acquire()).toBeUndefined();
      now += 1;
      expect(await acquire()).toBeDefined();
    });

    it('can be renewed after they ran out, as long as nobody has taken them', async () => {
      const lease = await acquired(1000);
      now += 2000;
      expect(await leases.renew(lease, 1000)).toBe(true);
      expect(await acquire()).toBeUndefined();
    });

    it('cannot be renewed once another has them, and stay with the other', async () => {
      const lost = await acquired(0);
      const taken = await acquired(1000);
      expect(await leases.renew(lost, 5000)).toBe(false);
      expect(await leases.renew(taken, 1000)).toBe(true);
      now += 1000;
      expect(await acquire()).toBeDefined();
    });

    it('are told of to operators, by name, as long as they are held', async () => {
      const until = (ms: number) => plusMs(instant('2025-06-01T00:00Z'), ms);
      const { epoch } = await acquired(1000);
      await acquire(2000, 'alarm');
      expect(await leases.held()).toStrictEqual([
        { name: 'alarm', epoch: expect.any(Number), holder: PROCESS_NAME, until: until(2000) },
        { name: 'escalation', epoch, holder: PROCESS_NAME, until: until(1000) },
      ]);
      now += 1000;
      expect((await leases.held()).map(({ name }) => name)).toStrictEqual(['alarm']);
    });

    it('cannot be renewed by somebody who never had them', async () => {
      expect(await leases.renew({ name: 'escalation', epoch: 1 }, 1000)).toBe(false);
      const { epoch } = await acquired();
      expect(await leases.renew({ name: 'escalation', epoch: epoch + 1 }, 1000)).toBe(false);
    });
  });
