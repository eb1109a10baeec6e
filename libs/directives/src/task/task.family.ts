import type { Instant } from '@edict/kernel';

import type { DelegationEvent } from './task.delegation.messages.ts';
import type { Evolvers } from './task.chapters.ts';
import { issuedAfter } from './task.handover.ts';
import type { Assigned } from './task.state.ts';

export type ChildState = Readonly<{ id: string; unit: string; dueAt: Instant | null; open: boolean; left: boolean }>;
export type Asked = Readonly<{
  unit: string;
  dueAt: Instant | null;
  given: boolean;
  called: boolean;
  goesOver: boolean;
}>;
export type Demand = Readonly<{ demand: number; dueAt: Instant | null; open: boolean; called: boolean }>;

/** Whom it was shared with, and who owes what to it. */
export type Family = Readonly<{
  children: readonly ChildState[];
  asked: readonly Asked[];
  contributed: readonly string[];
  demands: readonly Demand[];
}>;

export const noFamily: Family = { children: [], asked: [], contributed: [], demands: [] };

/** Children that are neither over nor decided on. */
export const openChildren = ({ family }: Assigned): readonly ChildState[] =>
  family.children.filter(({ open, left }) => open && !left);

/** Open children that would end after the parent: said with the move, never silent. */
export const childrenAfter = (state: Assigned, dueAt: Instant): readonly string[] =>
  openChildren(state)
    .filter((child) => child.dueAt !== null && child.dueAt > dueAt)
    .map(({ id }) => id);

const changed = <T extends object>(list: readonly T[], is: (item: T) => boolean, change: Partial<T>): readonly T[] =>
  list.map((each) => (is(each) ? { ...each, ...change } : each));

const withFamily = (task: Assigned, family: Partial<Family>): Assigned => ({
  ...task,
  family: { ...task.family, ...family },
});

export const evolveFamily: Evolvers<DelegationEvent> = {
  TaskDelegated: (task, { child }) => {
    const { id, task: terms } = child;
    const own = { id, unit: terms.unit, dueAt: terms.deadline?.dueAt ?? null, open: true, left: false };
    return { ...withFamily(task, { children: [...task.family.children, own] }), status: 'delegated' };
  },
  ChildNoted: (task, { child, ended, dueAt, unit }) =>
    withFamily(task, {
      children: changed(task.family.children, ({ id }) => id === child, {
        open: ended === null,
        dueAt,
        ...(unit === undefined ? {} : { unit }),
      }),
    }),
  WholeTransferred: (task, handover) => issuedAfter(task, handover),
  ChildDecided: (task, { child }) =>
    withFamily(task, { children: changed(task.family.children, ({ id }) => id === child, { left: true }) }),
  TaskContributed: (task, { unit, inPlaceOf = unit }) =>
    withFamily(task, {
      contributed: [...new Set([...task.family.contributed, unit])],
      asked: changed(task.family.asked, (each) => each.unit === inPlaceOf, { given: true, unit }),
    }),
  ContributionAsked: (task, { unit, dueAt, goesOver = false }) =>
    withFamily(task, { asked: [...task.family.asked, { unit, dueAt, given: false, called: false, goesOver }] }),
  ContributionMissed: (task, { unit, dueAt }) =>
    withFamily(task, {
      asked: changed(task.family.asked, (each) => each.unit === unit && each.dueAt === dueAt, { called: true }),
    }),
  ReportDemanded: (task, { demand, dueAt }) =>
    withFamily(task, { demands: [...task.family.demands, { demand, dueAt, open: true, called: false }] }),
  DemandMissed: (task, { demand }) =>
    withFamily(task, { demands: changed(task.family.demands, (each) => each.demand === demand, { called: true }) }),
};

/** Any report answers every demand that is open. */
export const demandsAnswered = (task: Assigned): Assigned =>
  task.family.demands.length === 0
    ? task
    : withFamily(task, { demands: task.family.demands.map((each) => ({ ...each, open: false })) });
