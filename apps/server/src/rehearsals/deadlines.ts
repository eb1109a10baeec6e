import type { Deadline, Derivation } from '@edict/directives';
import type { Summary } from '@edict/engine';
import { categoryOf } from '@edict/kernel';
import type { Recorded } from '@edict/runtime';

import type { RehearsedDeadline } from './rehearsal-answer.ts';

/** What the text dates, earliest first, and from what each date follows. */
export const deadlinesOf = (
  { tasks }: Pick<Summary, 'tasks'>,
  events: readonly Recorded[],
): readonly RehearsedDeadline[] => {
  const derived = derivationsIn(events);
  const dated = tasks.flatMap(({ id, ref, kind, dueAt, milestones }) =>
    [{ name: null, dueAt }, ...milestones].flatMap(({ name, dueAt: at }) =>
      at === null
        ? []
        : [{ ref, kind, dueAt: at, milestone: name, derivation: derived.get(`task-${id} ${at}`) ?? null }],
    ),
  );
  const together = Map.groupBy(dated, ({ ref, dueAt, milestone }) => `${ref} ${dueAt} ${milestone ?? ''}`);
  return [...together.values()]
    .map((group) => ({ ...group[0]!, count: group.length }))
    .sort((a, b) => (a.dueAt < b.dueAt ? -1 : Number(a.dueAt > b.dueAt)));
};

type Dated = Readonly<{ deadline?: Deadline | null; milestones?: readonly Readonly<{ deadline: Deadline | null }>[] }>;

/** By the stream of the task and the moment. */
const derivationsIn = (events: readonly Recorded[]): ReadonlyMap<string, Derivation> => {
  const derived = new Map<string, Derivation>();
  for (const { stream, data } of events) {
    if (categoryOf(stream) !== 'task') continue;
    const { deadline, task = {} } = data as Dated & Readonly<{ task?: Dated }>;
    for (const each of [deadline, task.deadline, ...(task.milestones ?? []).map((milestone) => milestone.deadline)])
      if (each) derived.set(`${stream} ${each.dueAt}`, each.derivation);
  }
  return derived;
};
