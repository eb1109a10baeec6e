import type { TaskItem } from '../document/index.ts';
import type { DividedTask, EnteredTask, Issued } from './directive.messages.ts';
import { taskIdOf } from './identity.ts';
import { membersFor, plan, planEntered, type Planned } from './plan.ts';

type Set = Readonly<{ issued: Issued; entered: readonly EnteredTask[] }>;

/** Of a task that is divided between the members of a group: each as if the text had said so, with what had become of its terms by then. */
export const planDivided = (
  directiveId: string,
  { issued, entered }: Set,
  { ref, at, terms }: DividedTask,
): readonly Planned[] => {
  const entry = entered.find(({ item }) => item.ref === ref);
  const own = entry
    ? planEntered(directiveId, issued, { ...entry, item: toEach(ref)(entry.item), at })
    : plan(directiveId, { ...issued, issuedAt: at, document: dividedIn(issued.document, ref) });
  const divided = own.filter(({ task }) => task.ref === ref);
  const waiting = entered.flatMap((each) => awaitedIn(directiveId, each, divided));
  return divided.map((planned) => {
    const coordinating = terms.coordinating.filter((unit) => unit !== planned.task.member);
    const later = waiting.filter(({ awaited }) => awaited === planned.id).map(({ by }) => by);
    const awaitedBy = later.length === 0 ? {} : { awaitedBy: [...(planned.task.awaitedBy ?? []), ...later] };
    return { ...planned, task: { ...planned.task, ...awaitedBy, ...terms, coordinating, since: at } } as Planned;
  });
};

const toEach =
  (ref: string) =>
  (item: TaskItem): TaskItem =>
    item.ref === ref ? { ...item, each: true } : item;

const dividedIn = (document: Issued['document'], ref: string): Issued['document'] => ({
  ...document,
  tasks: document.tasks.map(toEach(ref)),
});

/** Of each task that an entry yields: which of those that were there it waits for, each by its id. */
export const awaitedIn = (
  directiveId: string,
  { item, named }: EnteredTask,
  there: readonly Planned[],
): readonly Readonly<{ awaited: string; by: string }>[] =>
  membersFor(item, named).flatMap((member) => {
    const before = there.filter(({ task }) => item.after?.includes(task.ref));
    return before
      .filter(
        ({ task }) =>
          task.member === member || !before.some((each) => each.task.member === member && each.task.ref === task.ref),
      )
      .map(({ id }) => ({ awaited: id, by: taskIdOf(directiveId, item.ref, member) }));
  });

/** Every task that a directive has set so far. */
export const planAll = (
  directiveId: string,
  {
    issued,
    entered,
    divided,
  }: Readonly<{ issued: Issued | null; entered: readonly EnteredTask[]; divided: readonly DividedTask[] }>,
): readonly Planned[] =>
  issued === null
    ? []
    : [
        ...plan(directiveId, issued),
        ...entered.flatMap((each) => planEntered(directiveId, issued, each)),
        ...divided.flatMap((each) => planDivided(directiveId, { issued, entered }, each)),
      ];
