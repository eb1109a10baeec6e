import type { Task } from '../../api/tasks.ts';
import type { Offer } from './acts.ts';
import { actsOn } from './offers.ts';

/** More than these nobody looks through at once. */
const MOST = 200;

export const offerOn = (task: Task, verb: string): Offer | undefined =>
  actsOn(task).find((offer) => offer.verb === verb);

/** `rest`: how many come after these. */
type Portion = Readonly<{ portion: readonly Task[]; rest: number }>;

/** What is next to be looked through, of those that were not yet. */
export const nextPortion = (tasks: readonly Task[], verb: string, seen: ReadonlySet<string>): Portion => {
  const left = tasks.filter((task) => !seen.has(task.id) && offerOn(task, verb));
  const portion = left.slice(0, MOST);
  return { portion, rest: left.length - portion.length };
};
