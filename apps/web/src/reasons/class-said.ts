import type { EventLine, Task } from '../api/tasks.ts';
import { lastOf } from './made-by.ts';

type Dated = Pick<Task, 'state' | 'decidedAt'>;

/** With what the deadline is compared: when the result was sent that stands, when it was suspended, or the moment that is shown. */
export type Compared = Readonly<{ with: 'sent' | 'suspended' | 'shown'; at: string }>;

export const comparedWith = ({ state, decidedAt }: Dated, lines: readonly EventLine[], now: string): Compared => {
  if (decidedAt !== null) return { with: 'sent', at: decidedAt };
  const suspended = state === 'suspended' ? lastOf(lines, ['TaskSuspended']) : undefined;
  const at = suspended?.occurredAt ?? suspended?.at;
  return at === undefined ? { with: 'shown', at: now } : { with: 'suspended', at };
};

type Said = Pick<Task, 'deadlineClass' | 'dueAt' | 'says'>;

/** By which rule the class is what it is. That the text states no date is said only where it does not: what is only proposed or announced may. Names a message. */
export const classRule = ({ deadlineClass, dueAt, says: { due, status = 'assigned' } }: Said): string => {
  if (deadlineClass !== 'none') return `reason.class.${deadlineClass}`;
  if (dueAt !== null) return 'reason.class.noneDated';
  if (!isDated(due)) return 'reason.class.none';
  return status === 'assigned' ? 'reason.class.noneCounted' : 'reason.class.noneSaid';
};

const isDated = (due: Said['says']['due']): boolean => (due?.on ?? due?.month) !== undefined;
