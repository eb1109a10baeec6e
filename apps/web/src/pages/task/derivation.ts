import type { EventLine, Task } from '../../api/tasks.ts';

/** As an event keeps it: the date, and all that it follows from. */
export type Derived = Readonly<{
  dueAt: string;
  rungs: readonly Readonly<{ kind: 'reminder' | 'overdue' | 'escalation'; at: string }>[];
  derivation: Readonly<{
    says: NonNullable<Task['says']['due']>;
    zone: string;
    sources: Readonly<{ policy: string; calendar: string }>;
    byIncludesTheDay: boolean;
    roll: 'none' | 'next' | 'previous';
    daysOff: readonly string[];
    covered: boolean;
  }>;
}>;

type Dated = Readonly<{ deadline?: Derived | null; task?: Readonly<{ deadline?: Derived | null }> }>;

/** By the last event that set this date. `undefined`: none of these did. */
export const derivedIn = (lines: readonly EventLine[], dueAt: string | null): Derived | undefined =>
  lines
    .map(({ data }) => deadlineIn(data as Dated))
    .findLast((deadline) => deadline !== undefined && deadline.dueAt === dueAt);

const deadlineIn = ({ deadline, task }: Dated): Derived | undefined => deadline ?? task?.deadline ?? undefined;

/** `reference-policy-vn-party@2`: that policy, as its third edition. */
const REFERENCE = /^reference-(?:policy|calendar)-(.+)@(\d+)$/;
export const editionIn = (source: string): string => {
  const [, id, revision] = REFERENCE.exec(source) ?? [];
  return id === undefined ? source : `${id} v${Number(revision) + 1}`;
};
