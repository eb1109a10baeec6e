import { lastDayOf, type LocalDate } from '@edict/kernel';

import { datedTasks, type DatedItem } from './common-due.ts';
import type { Clause, DirectiveDocument, Due, TaskItem, TaskKind } from './directive.document.ts';

/** What a directive contains, as `edict check` counts it. */
export type Counts = Readonly<{
  clauses: number;
  tasks: number;
  byKind: Readonly<Record<TaskKind, number>>;
  /** With a day or a month in the text; "as set elsewhere" is no date. */
  dated: number;
  urgent: number;
  noLead: number;
  severalLeads: number;
}>;

export const isDated = ({ due }: Pick<TaskItem, 'due'>): boolean => due?.on !== undefined || due?.month !== undefined;

export const countsOf = (document: DirectiveDocument): Counts => {
  const { clauses } = document;
  const tasks = datedTasks(document);
  const count = (holds: (task: DatedItem) => boolean): number => tasks.filter(holds).length;
  return {
    clauses: treeSize(clauses),
    tasks: tasks.length,
    byKind: {
      once: count(({ kind }) => kind === 'once'),
      standing: count(({ kind }) => kind === 'standing'),
      periodic: count(({ kind }) => kind === 'periodic'),
      until: count(({ kind }) => kind === 'until'),
      conditional: count(({ kind }) => kind === 'conditional'),
    },
    dated: count(isDated),
    urgent: count(({ urgency }) => urgency),
    noLead: count(({ lead }) => lead.length === 0),
    severalLeads: count(({ lead }) => lead.length > 1),
  };
};

export const sumOf = (all: readonly Counts[]): Counts => {
  const sum = (of: (counts: Counts) => number): number => all.reduce((so, counts) => so + of(counts), 0);
  return {
    clauses: sum(({ clauses }) => clauses),
    tasks: sum(({ tasks }) => tasks),
    byKind: {
      once: sum(({ byKind }) => byKind.once),
      standing: sum(({ byKind }) => byKind.standing),
      periodic: sum(({ byKind }) => byKind.periodic),
      until: sum(({ byKind }) => byKind.until),
      conditional: sum(({ byKind }) => byKind.conditional),
    },
    dated: sum(({ dated }) => dated),
    urgent: sum(({ urgent }) => urgent),
    noLead: sum(({ noLead }) => noLead),
    severalLeads: sum(({ severalLeads }) => severalLeads),
  };
};

const treeSize = (clauses: readonly Clause[]): number =>
  clauses.reduce((size, { children = [] }) => size + 1 + treeSize(children), 0);

/** The last day that a date in the text can mean, before any rule is applied to it; `undefined`: it names none. */
export const lastDayNamed = ({ on, month }: Due): LocalDate | undefined => on ?? (month && lastDayOf(month));
