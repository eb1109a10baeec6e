import type { Task } from '../../api/tasks.ts';

/** What can be told apart in a small square. */
export type Cell = 'done' | 'underWay' | 'acknowledged' | 'assigned' | 'suspended' | 'refused' | 'over';

const CELLS: Readonly<Record<string, Cell>> = {
  accepted: 'done',
  submitted: 'underWay',
  inProgress: 'underWay',
  delegated: 'underWay',
  returned: 'underWay',
  acknowledged: 'acknowledged',
  assigned: 'assigned',
  suspended: 'suspended',
  refused: 'refused',
  lapsed: 'over',
  cancelled: 'over',
};

/** Members that are, or will be, one unit; those that stay what they are stand alone. */
export type Column = Readonly<{ unit: string; members: readonly string[] }>;

/** `refs`: the tasks that went to many, in the order of the text. */
export type Grid = Readonly<{
  refs: readonly string[];
  columns: readonly Column[];
  members: number;
  cellOf(ref: string, member: string): Cell | undefined;
}>;

type Given = Pick<Task, 'ref' | 'member' | 'state'>;

/** Fewer squares say nothing that the list does not. */
const MANY = 8;

/** What went to each of many: a row for each task, a column for each member. `null`: nothing went to many. */
export const gridOf = (tasks: readonly Given[], followedBy: (member: string) => string): Grid | null => {
  const byRef = [...Map.groupBy(tasks, ({ ref }) => ref)].filter(([, each]) => each.length >= MANY);
  if (byRef.length === 0) return null;
  const given = byRef.flatMap(([, each]) => each);
  const cells = new Map(given.map(({ ref, member, state }) => [`${ref} ${member}`, CELLS[state]]));
  const members = [...new Set(given.map(({ member }) => member))];
  const columns = [...Map.groupBy(members, followedBy)].map(([unit, each]) => ({ unit, members: each }));
  return {
    refs: byRef.map(([ref]) => ref),
    columns,
    members: members.length,
    cellOf: (ref, member) => cells.get(`${ref} ${member}`),
  };
};

/** Names without the words that most of them share: what is left tells them apart. */
export const shortened = (names: readonly string[]): readonly string[] => {
  const words = names.map((name) => name.split(' '));
  const counts = new Map<string, number>();
  for (const word of words.flatMap((each) => [...new Set(each)])) counts.set(word, (counts.get(word) ?? 0) + 1);
  const isShared = (word: string) => counts.get(word)! > names.length / 2;
  return words.map((each, n) => each.filter((word) => !isShared(word)).join(' ') || names[n]!);
};
