import type { EventLine } from '../../api/tasks.ts';
import type { Derivation } from '../../parts/derived.tsx';

/** As an event keeps it: the date, and all that it follows from. */
export type Derived = Readonly<{
  dueAt: string;
  rungs: readonly Readonly<{ kind: 'reminder' | 'overdue' | 'escalation'; at: string }>[];
  derivation: Derivation;
}>;

type Dated = Readonly<{ deadline?: Derived | null; task?: Readonly<{ deadline?: Derived | null }> }>;

/** By the last event that set this date. `undefined`: none of these did. */
export const derivedIn = (lines: readonly EventLine[], dueAt: string | null): Derived | undefined =>
  lines
    .map(({ data }) => deadlineIn(data as Dated))
    .findLast((deadline) => deadline !== undefined && deadline.dueAt === dueAt);

const deadlineIn = ({ deadline, task }: Dated): Derived | undefined => deadline ?? task?.deadline ?? undefined;
