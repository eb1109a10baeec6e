import type { Clause, TaskRow } from '@edict/directives';
import { dayOf, type Instant } from '@edict/kernel';

import type { Reading } from '../reader.ts';
import { answeringNow } from './answering.ts';
import { clauseLines } from './clauses.ts';
import { implementedBy } from './implemented.ts';
import { heldFrom, implementing, nameOf, tasksUnder, within, type Held } from './held.ts';

export type ChainTask = Readonly<{ id: string; ref: string; unit: string | null; state: string; dueAt: string | null }>;

/** Where something comes from: a clause, the tasks of it that are brought down here, and what that clause itself comes from. */
export type Upward = Readonly<{
  directiveId: string;
  /** Its number, or the id in its file. */
  directive: string;
  issuers: readonly string[];
  clause: string;
  text: string;
  tasks: readonly ChainTask[];
  up: readonly Upward[];
}>;

/** What came of a task: the parts of it that were passed on, and what other directives made of its clause. */
export type Downward = Readonly<{
  directiveId: string;
  directive: string;
  clause: string;
  task: ChainTask;
  down: readonly Downward[];
}>;

/** `up`: the clause that set it, with the whole that it is a part of, and so on to where nothing stands above. `down`: to the last unit. */
export type Chain = Readonly<{ up: Upward; down: Downward }>;

/** `undefined`: there is no such task. */
export const chainOf = async (reading: Reading, taskId: string, asOf?: Instant): Promise<Chain | undefined> => {
  const task = await reading.task(taskId, asOf);
  const held = task && (await heldFrom(reading, task.directiveId, asOf));
  if (!held) return undefined;
  const { zone } = (await reading.issued(task.directiveId))!.policy.value.policy;
  const isBy = await bringing(reading, dayOf(asOf ?? reading.now(), zone));
  const whole = held.tasks.filter((each) => each.taskId === task.parent);
  const climbing = { reading, isBy, asOf };
  const from = { directiveId: task.directiveId, clause: task.clause, tasks: whole };
  return { up: (await climb(climbing, from, []))!, down: descend(held, task, isBy) };
};

/** Whether who issued a document brings down with it what lies with a unit: as that unit, as its predecessor, or as one of a class. */
type IsBy = (unit: string | null, issuers: readonly string[]) => boolean;

const bringing = async (reading: Reading, day: string): Promise<IsBy> => {
  const units = await reading.units();
  const classes = new Set(units.filter(({ kind }) => kind !== 'unit').map(({ unitId }) => unitId));
  const answering = answeringNow(units, day);
  return (unit, issuers) =>
    unit !== null && (classes.has(unit) || issuers.some((issuer) => answering(issuer) === unit));
};

type Climbing = Readonly<{
  reading: Reading;
  isBy: IsBy;
  asOf: Instant | undefined;
}>;
type From = Readonly<{ directiveId: string; clause: string; tasks: readonly TaskRow[] }>;

/** What the reader may not see ends the way up, as does a circle. */
const climb = async (climbing: Climbing, from: From, below: readonly string[]): Promise<Upward | undefined> => {
  const { directiveId, clause, tasks } = from;
  const row = below.includes(directiveId) ? undefined : await climbing.reading.directive(directiveId, climbing.asOf);
  const issued = row && (await climbing.reading.issued(directiveId));
  if (!row || !issued) return undefined;
  const { clauses, directive } = issued.document;
  const said = implementedBy(row, climbing.asOf).filter(({ by }) => within(clauses, by).has(clause));
  const up = await Promise.all(
    said.map(async (higher) => {
      const all = await climbing.reading.tasks(higher.directiveId, climbing.asOf);
      const brought = all.filter(
        (each) => each.clause === higher.clause && climbing.isBy(each.unit, directive.issuers),
      );
      const next = { directiveId: higher.directiveId, clause: higher.clause, tasks: brought };
      return climb(climbing, next, [...below, directiveId]);
    }),
  );
  return {
    directiveId,
    directive: nameOf(row),
    issuers: directive.issuers,
    clause,
    text: textOf(clauses, clause),
    tasks: tasks.map(shown),
    up: up.filter((each) => each !== undefined),
  };
};

const textOf = (clauses: readonly Clause[], ref: string): string =>
  clauseLines(clauses).find((each) => each.ref === ref)?.text ?? '';

const shown = ({ taskId, ref, unit, state, dueAt }: TaskRow): ChainTask => ({ id: taskId, ref, unit, state, dueAt });

const descend = (held: Held, task: TaskRow, isBy: IsBy): Downward => {
  const parts = held.tasks.filter(({ parent }) => parent === task.taskId);
  const lower = implementing(held, new Set([task.clause])).filter((each) => isBy(task.unit, each.held.issuers));
  return {
    directiveId: held.directiveId,
    directive: held.name,
    clause: task.clause,
    task: shown(task),
    down: [
      ...parts.map((part) => descend(held, part, isBy)),
      ...lower.flatMap((each) =>
        tasksUnder(each.held, each.by)
          .filter(({ parent }) => parent === null)
          .map((below) => descend(each.held, below, isBy)),
      ),
    ],
  };
};
