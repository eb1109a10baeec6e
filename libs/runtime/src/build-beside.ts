import type { EventStore } from './event-store.ts';
import { catchUp, type Subscriber } from './follow.ts';
import { LeaseLost, type Beside, type Lease, type Views } from './views.ts';

/** Who builds is not heard of for so long, and another goes on. */
const LEASE_MS = 30_000;
const RENEW_MS = 10_000;

type Building = Readonly<{
  store: EventStore;
  beside: Beside;
  /** The table, which is the name of who writes it. */
  name: string;
  writer(views: Views, lease: Lease): Subscriber;
}>;

/**
 * Builds a table anew from the log, and swaps it in once it has got as far as the live one. `false`: another builds it, or it was told to stop;
 * what is built so far stays for whoever goes on. A fault of what is pure is thrown.
 */
export const buildBeside = async (building: Building, signal: AbortSignal): Promise<boolean> => {
  const { leases } = building.beside;
  const lease = await leases.acquire(building.name, LEASE_MS);
  if (!lease) return false;
  const lost = new AbortController();
  const renewing = setInterval(() => {
    const kept = leases.renew(lease, LEASE_MS);
    kept.then((isKept) => isKept || lost.abort()).catch(() => undefined); // that it fails is no reason: it may be kept the next time
  }, RENEW_MS);
  try {
    return await built(building, lease, AbortSignal.any([signal, lost.signal]));
  } catch (error) {
    if (error instanceof LeaseLost) return false;
    throw error;
  } finally {
    clearInterval(renewing);
    await leases.renew(lease, 0).catch(() => false);
  }
};

/** While it is being written the live one goes on, so that it may take several turns. */
const built = async ({ store, beside, writer }: Building, lease: Lease, signal: AbortSignal): Promise<boolean> => {
  const builder = writer(beside.views, lease);
  do {
    await catchUp(store, [builder], signal);
    if (signal.aborted) return false;
  } while (!(await beside.swapIn(lease)));
  return true;
};
