import { conservation, talliedFrom, type Conservation } from '@edict/directives';
import { happened, type EventStore, type Recorded } from '@edict/runtime';

/** Reads the whole log, from its beginning to its end. */
export const conservationOf = async (store: Pick<EventStore, 'follow'>, id: string): Promise<Conservation> => {
  const ledger = conservation(id);
  const stop = new AbortController();
  for await (const { events, live } of store.follow('', stop.signal)) {
    for (const event of events) ledger.add({ event: happened(event), revision: event.revision });
    if (live) stop.abort();
  }
  return ledger.proof();
};

type History = (stream: string) => Promise<readonly Recorded[]>;

/** `history`: of who may not see everything; they are shown, and counted, what they may see, and no hash of what they may not. */
export const conservationSeen = async (
  store: EventStore,
  id: string,
  history: History | undefined,
): Promise<Conservation | undefined> => {
  if ((await store.read(`succession-${id}`, -1, 1)).length === 0) return undefined;
  const proof = await conservationOf(store, id);
  if (!history) return proof;
  const seen = await Promise.all(proof.items.map(async ({ holding }) => (await history(holding)).length > 0));
  const items = proof.items.filter((_, n) => seen[n]);
  return { ...proof, items, ...talliedFrom(items), manifestHash: null, manifestAgrees: null };
};
