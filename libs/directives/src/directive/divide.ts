import { refuse, type Refused } from '@edict/kernel';

import type { Directive } from './directive.decider.ts';
import type { DirectiveEvent, EnteredTask, Given } from './directive.messages.ts';
import { membersOf } from './plan.ts';

/** Those of a group that have a task together, as it stood when the task was set; `null`: no group has, or each of it has its own. */
export const membersTogether =
  (ref: string) =>
  ({ issued, entered }: Directive): readonly string[] | null => {
    const set = issued === null ? [] : issued.document.tasks.map((item) => ({ item, named: issued.named }));
    const found = [...set, ...entered].find(({ item }) => item.ref === ref);
    return found && !found.item.each && isOfGroup(found) ? membersOf(found.item.accountable, found.named) : null;
  };

const isOfGroup = ({ item, named }: Pick<EnteredTask, 'item' | 'named'>): boolean =>
  item.accountable.some((id) => named[id] && named[id].members.length > 1);

/** What was decided on the task is carried out here, where every task of the directive comes from: once, and whatever else has changed. */
export const divide = (
  data: Given<'DivideTask'>,
  { issued, divided }: Directive,
): readonly DirectiveEvent[] | Refused<DirectiveEvent> => {
  if (!issued) return refuse('directive/unknown', 'There is no such directive.');
  return divided.some(({ ref }) => ref === data.ref) ? [] : [{ type: 'TaskDivided', data }];
};
