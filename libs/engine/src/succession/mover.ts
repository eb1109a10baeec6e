import { isHoldable } from '@edict/directives';
import { categoryOf } from '@edict/kernel';
import {
  HeldBack,
  Reach,
  type Batch,
  type EventStore,
  type Execute,
  type Histories,
  type Lease,
  type Progress,
  type Recorded,
  type Releasing,
  type Subscriber,
  type Views,
} from '@edict/runtime';

import { Draft } from './draft.ts';
import { follower } from './follow.ts';
import { RUN, type RunRow } from './tables.ts';
import { carryOn, type Once } from './work.ts';

type Ports = Readonly<{
  store: EventStore;
  histories: Histories;
  views: Views;
  lease: Lease;
  execute: Execute;
  window: number;
  releasing: Releasing;
}>;

/**
 * Moves what predecessors held. First what is to be done is committed with how far the log was read; then it is done, under ids that follow
 * from it. After a crash it is done again, which changes nothing.
 */
export const mover = ({ store, histories, views, lease, execute, window, releasing }: Ports): Subscriber => {
  const follow = follower({ store, histories });
  const reach = new Reach(views, lease);
  const once = onceBy(execute);
  const open = new Set<string>();
  let runs: ReadonlyMap<string, RunRow> | undefined;
  /** As of when `runs` is. */
  let known: Progress | undefined;

  const load = async (): Promise<ReadonlyMap<string, RunRow>> => {
    const rows = (await views.find(RUN.name, {})) as readonly RunRow[];
    for (const { succession } of rows) open.add(succession);
    return new Map(rows.map((row) => [row.succession, row]));
  };

  const read = async ({ events, position }: Batch): Promise<void> => {
    const progress = await reach.now();
    if (progress !== known) runs = undefined; // asked anew: another has led, or nobody knows what came of a commit
    known = progress;
    const { reached, parked } = progress;
    if (position <= reached) return;
    const draft = new Draft(views, (runs ??= await load()));
    const held = new HeldBack(parked, releasing);
    const fresh = events.filter((event) => event.position > reached);
    await draft.fetchHolders([...new Set(fresh.map(({ stream }) => stream))].filter(isHeld));
    await inOrder(fresh, held, (event) => follow(event, draft));
    known = await reach.commit({ ...draft.change, ...held.change }, position);
    for (const succession of draft.touched) open.add(succession);
    runs = draft.runs;
  };

  return {
    name: lease.name,
    reached: async () => (await views.progress(lease.name)).reached,
    async handle(batch) {
      await read(batch);
      // Further on it may have been done, and other figures said: what was never so at the end of the log is not said.
      if (!batch.live) return;
      runs ??= await load();
      for (const run of runs.values())
        if (open.has(run.succession) && (await carryOn(run, views, window, once))) open.delete(run.succession);
    },
  };
};

const isHeld = (stream: string): boolean => isHoldable(categoryOf(stream));

const onceBy = (execute: Execute): Once => {
  const sent = new Set<string>();
  return async (command, caller) => {
    if (sent.has(caller.commandId)) return;
    await execute(command, caller);
    sent.add(caller.commandId);
  };
};

/** A stream that cannot be read is held back, and what was held back of one that is released comes where that is said. */
const inOrder = async (
  fresh: readonly Recorded[],
  held: HeldBack,
  follow: (event: Recorded) => Promise<void>,
): Promise<void> => {
  const freed = new Set<string>();
  const taken = async (event: Recorded): Promise<void> => {
    if (!held.has(event.stream)) await follow(event).catch((error: unknown) => held.park(event, error));
  };
  for (const event of fresh) {
    if (!freed.has(event.stream)) await taken(event);
    for (const each of await held.freedBy(event, fresh.at(-1)!.position)) {
      freed.add(each.stream);
      await taken(each);
    }
  }
};
