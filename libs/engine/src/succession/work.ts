import { HOLDABLE, isObligation, type Count, type Holdable } from '@edict/directives';
import { canonical, categoryOf, idFrom, type Actor, type Command } from '@edict/kernel';
import { CommandMismatch, Fault, inWindow, UnknownVersion, type Caller, type Views } from '@edict/runtime';

import { endingOf } from './follow.ts';
import { ITEM, type ItemRow, type RunRow } from './tables.ts';

const ACTOR: Actor = { id: 'succession', unit: 'edict', capacity: 'saga', origin: 'saga' };

export const byMover = (cause: string, ...parts: readonly string[]): Caller => ({
  commandId: idFrom('succession', cause, ...parts),
  actor: ACTOR,
  correlationId: cause,
  causationId: cause,
});

/** Carries out a command that has not been carried out in this process. */
export type Once = (command: Command, caller: Caller) => Promise<void>;

/**
 * Moves what is left of a succession, and says so when nothing is, or when all that is left waits. Resolves with whether nothing more can be
 * done until something happens to it. What cannot be moved because its stream cannot be read stays open, and so does a
 * succession that cannot be read itself: neither holds up anything else.
 */
export const carryOn = async (run: RunRow, views: Views, window: number, once: Once): Promise<boolean> => {
  const { succession, cause, manifest } = run;
  const send = (command: Command, caller: Caller) => once(command, caller).then(() => true, passOver);
  const tell: Tell = (type, data, caller) => send({ stream: `succession-${succession}`, type, data }, caller);
  if (run.listed === 0 && !(await tell('ListHoldings', JSON.parse(manifest) as object, byMover(cause, 'list'))))
    return false;
  const left = (await views.find(ITEM.name, { where: { succession, outcome: 'open' } })) as readonly ItemRow[];
  const decided = left.filter((item) => item.to !== null);
  const went = await inWindow(decided, window, (item) => send(...moving(item, run)));
  if (went.includes(true)) return false;
  const count = await countOf(views, succession);
  const isInNoFigure = count.open === 0 && left.length > 0; // memberships alone
  const isSaid = isInNoFigure || (await say(count, run, tell));
  return isSaid && went.length === 0;
};

type Tell = (type: string, data: object, caller: Caller) => Promise<boolean>;

/** Once after each time that something else was said: the same figures may come again, when what has gone over was brought back. */
const say = async ({ open, ...tally }: Count, { cause, completed }: RunRow, tell: Tell): Promise<boolean> => {
  const { by, balanced: _, ...said } = JSON.parse(completed ?? '{}') as Said;
  const data = open === 0 ? tally : { ...tally, open };
  const word = canonical(data);
  if (word === canonical(said)) return true;
  const since = by === undefined ? [] : [by];
  return open === 0
    ? tell('CompleteSuccession', data, byMover(cause, 'complete', word, ...since))
    : tell('CountHoldings', data, byMover(cause, 'count', word, ...since));
};

type Said = Partial<Count> & Readonly<{ by?: string; balanced?: boolean }>;

/** Throws what is no fault of the code here, what a later Edict has written, and that this one has changed its mind. */
const passOver = (error: unknown): false => {
  if (!(error instanceof Fault) || error instanceof UnknownVersion || error instanceof CommandMismatch) throw error;
  return false;
};

const moving = ({ stream, to, cause }: ItemRow, run: RunRow): [Command, Caller] => {
  const { succession, effectiveOn, effectiveAt } = run;
  const { transfer } = HOLDABLE[categoryOf(stream) as Holdable];
  const handover = { succession, from: endingOf(run), to: to || null, effectiveOn };
  const data = isObligation(categoryOf(stream)) ? { ...handover, effectiveAt } : handover;
  // One event may bring something to the predecessors of two successions.
  return [{ stream, type: transfer, data }, byMover(cause, succession, stream)];
};

const countOf = async (views: Views, succession: string): Promise<Count> => {
  const all = (await views.find(ITEM.name, { where: { succession } })) as readonly ItemRow[];
  const items = all.filter(({ stream }) => isObligation(categoryOf(stream)));
  const count = (is: (item: ItemRow) => boolean) => items.filter(is).length;
  return {
    holdings: count(({ arrival }) => arrival === 'cut'),
    late: count(({ arrival }) => arrival === 'late'),
    moved: count(({ outcome }) => outcome === 'moved'),
    closedMeanwhile: count(({ outcome }) => outcome === 'closed'),
    open: count(({ outcome }) => outcome === 'open'),
  };
};
