import type { Task } from '../../api/tasks.ts';
import { plainText } from '../../parts/prose.tsx';
import { folded } from '../../parts/folded.ts';

/** What is over lies with nobody any more. */
export const TABS = ['todo', 'waiting'] as const;
export type Tab = (typeof TABS)[number];

export const tabOf = ({ state }: Task): Tab => (state === 'submitted' ? 'waiting' : 'todo');

/** What worries most comes first; what is never due comes last. */
const GROUPS = ['overdue', 'dueSoon', 'inTime', 'none', 'standing', 'doneInTime', 'doneLate'] as const;
export type Group = (typeof GROUPS)[number];

const groupOf = ({ kind, deadlineClass }: Task): Group =>
  kind === 'standing' && deadlineClass === 'none' ? 'standing' : (deadlineClass as Group);

/** What those of a group have in common: a date that makes nothing late may stand in its text all the same. Names a message. */
export const groupRule = (group: Group): string =>
  group === 'none' || group === 'standing' ? `reason.group.${group}` : `reason.class.${group}`;

export type Line = Readonly<{ group: Group; count: number }> | Readonly<{ task: Task }>;

/** The tasks of a tab that match what was typed, under the heading of their class, the earliest date first. */
export const linesOf = (tasks: readonly Task[], tab: Tab, text: string): readonly Line[] => {
  const wanted = folded(text);
  const found = tasks.filter((task) => tabOf(task) === tab && (wanted === '' || foldedOf(task).includes(wanted)));
  const byGroup = Map.groupBy(found, groupOf);
  return GROUPS.flatMap((group) => {
    const inGroup = byGroup.get(group) ?? [];
    const sorted = inGroup.toSorted((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1));
    return sorted.length === 0 ? [] : [{ group, count: sorted.length }, ...sorted.map((task) => ({ task }))];
  });
};

/** Folded once for each task, and not for each letter that is typed. */
const foldedTexts = new WeakMap<Task, string>();
const foldedOf = (task: Task): string => {
  const known = foldedTexts.get(task) ?? folded(`${task.ref} ${plainText(task.statement)}`);
  foldedTexts.set(task, known);
  return known;
};

/** As text that sorts by the date and then by the reference, in which 9 comes before 10: a collator would be asked a hundred thousand times. */
const places = new WeakMap<Task, string>();
const placeOf = (task: Task): string => {
  const { dueAt, ref } = task;
  const known = places.get(task) ?? `${dueAt ?? ''} ${ref.replace(/\d+/g, (digits) => digits.padStart(DIGITS, '0'))}`;
  places.set(task, known);
  return known;
};
const DIGITS = 9;
