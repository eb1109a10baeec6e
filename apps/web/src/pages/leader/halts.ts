import type { Shape } from '@edict/client';

type Figures = Shape<'StatisticsFigures'>;
type Named = Readonly<{ id: string; ref: string }>;

/** `tasks`: as many of this ref need the same decision of the same units. */
export type Stuck = Readonly<{ ref: string; needs: string; by: readonly string[]; tasks: number }>;

/** Alike ones are one line: a clause that went to sixty-three committees is decided once. The most first. */
export const stuckAmong = (stuck: Figures['stuck'], tasks: readonly Named[]): readonly Stuck[] => {
  const refs = new Map(tasks.map(({ id, ref }) => [id, ref]));
  const named = stuck.map(({ task, needs, by }) => ({ ref: refs.get(task) ?? task, needs, by }));
  return [...Map.groupBy(named, ({ ref, needs, by }) => [ref, needs, ...by].join('\n')).values()]
    .map((each) => ({ ...each[0]!, tasks: each.length }))
    .toSorted((a, b) => b.tasks - a.tasks || (a.ref < b.ref ? -1 : 1));
};

/** `most`: who owes it in most tasks. */
export type Owed = Readonly<{ step: string; tasks: number; units: number; most: readonly string[] }>;

const NAMED = 2;

/** By what is owed, the most first: a step that a named unit can take by itself. */
export const owedAmong = (waiting: Figures['waiting']): readonly Owed[] => {
  const owed = waiting.flatMap(({ task, owed: each }) => each.map(({ unit, step }) => ({ task, unit, step })));
  return [...Map.groupBy(owed, ({ step }) => step)]
    .map(([step, each]) => {
      const units = [...Map.groupBy(each, ({ unit }) => unit)].toSorted((a, b) => b[1].length - a[1].length);
      const tasks = new Set(each.map(({ task }) => task)).size;
      return { step, tasks, units: units.length, most: units.slice(0, NAMED).map(([unit]) => unit) };
    })
    .toSorted((a, b) => b.tasks - a.tasks);
};
