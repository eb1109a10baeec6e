import type { Due, TaskItem, TaskStart } from '@edict/directives/document';

import { quoted, type Flaw, type Path } from '../problem.ts';
import { circleIn, flaw, twice } from './common.ts';
import { figureFlaws } from './figure.rules.ts';
import { windowFlaws } from './window.rules.ts';

export const taskFlaws = (tasks: readonly TaskItem[], clauses: ReadonlySet<string>): readonly Flaw[] => {
  const refs = new Set(tasks.map(({ ref }) => ref));
  return [
    ...twice(
      tasks.map(({ ref }, index) => ({ name: ref, path: ['tasks', index, 'ref'] })),
      'task/ref-twice',
      'The task',
    ),
    ...tasks.flatMap((task, index) => [
      ...addressFlaws(task, ['tasks', index], clauses),
      ...roleFlaws(task, ['tasks', index]),
      ...timeFlaws(task, ['tasks', index]),
      ...orderFlaws(task, ['tasks', index], refs),
      ...startFlaws(task, ['tasks', index], refs),
      ...(task.targets ?? []).flatMap((target, n) => figureFlaws(target, ['tasks', index, 'targets', n])),
    ]),
    ...circleFlaws(tasks),
  ];
};

const addressFlaws = ({ clause }: TaskItem, path: Path, clauses: ReadonlySet<string>): readonly Flaw[] =>
  clauses.has(clause)
    ? []
    : [
        flaw(
          [...path, 'clause'],
          'clause/unknown',
          `There is no clause ${quoted(clause)}; name one of the clause tree.`,
        ),
      ];

const roleFlaws = ({ accountable, each, lead, leadBasis }: TaskItem, path: Path): readonly Flaw[] => [
  ...(leadBasis === 'none' && lead.length > 0
    ? [
        flaw(
          [...path, 'leadBasis'],
          'lead/none-but-named',
          'The basis is none, but leads are named; say stated, inherited or implied.',
        ),
      ]
    : []),
  ...(each && accountable.length === 0
    ? [
        flaw(
          [...path, 'each'],
          'task/each-of-nobody',
          'Each needs accountable units to be given to; name them, or leave each out.',
        ),
      ]
    : []),
];

const timeFlaws = ({ due, kind, milestones = [], recurrence, window }: TaskItem, path: Path): readonly Flaw[] => [
  ...(due ? dueFlaws(due, [...path, 'due']) : []),
  ...milestones.flatMap((milestone, index) => dueFlaws(milestone.due, [...path, 'milestones', index, 'due'])),
  ...twice(
    milestones.map(({ name }, index) => ({ name, path: [...path, 'milestones', index, 'name'] })),
    'milestone/twice',
    'The milestone',
  ),
  ...(window ? windowFlaws(window, [...path, 'window']) : []),
  ...(window && kind === 'once'
    ? [
        flaw(
          [...path, 'window'],
          'task/window-of-once',
          'A task done once has a deadline and no window; use due, or another kind.',
        ),
      ]
    : []),
  ...(recurrence && kind !== 'periodic'
    ? [
        flaw(
          [...path, 'recurrence'],
          'task/recurrence-of-unperiodic',
          `Only periodic tasks recur, and this one is ${kind}.`,
        ),
      ]
    : []),
];

export const dueFlaws = ({ on, month }: Due, path: Path): readonly Flaw[] =>
  on !== undefined && month !== undefined
    ? [flaw(path, 'due/day-and-month', `A deadline has a day or a month, not both: ${on} and ${month}.`)]
    : [];

const orderFlaws = ({ after = [], ref }: TaskItem, path: Path, refs: ReadonlySet<string>): readonly Flaw[] =>
  after.flatMap((before, index) => {
    const at = [...path, 'after', index];
    if (before === ref) return [flaw(at, 'task/after-itself', `The task ${quoted(ref)} cannot wait for itself.`)];
    return refs.has(before)
      ? []
      : [flaw(at, 'task/after-unknown', `There is no task ${quoted(before)} to wait for; name one of this file.`)];
  });

/** What begins with another task names one of this file, and has to be of the kind that begins with an event. */
const startFlaws = (task: TaskItem, path: Path, refs: ReadonlySet<string>): readonly Flaw[] =>
  (['trigger', 'condition'] as const).flatMap((key) => {
    const start = task[key];
    return typeof start === 'object' ? oneStart(task, start, [...path, key, 'task'], refs) : [];
  });

const oneStart = (
  { kind, ref }: TaskItem,
  { task }: TaskStart,
  path: Path,
  refs: ReadonlySet<string>,
): readonly Flaw[] => {
  if (task === ref) return [flaw(path, 'task/starts-with-itself', `The task ${quoted(ref)} cannot start with itself.`)];
  if (!refs.has(task))
    return [flaw(path, 'task/start-unknown', `There is no task ${quoted(task)} to start with; name one of this file.`)];
  return kind === 'conditional'
    ? []
    : [
        flaw(
          path,
          'task/start-of-unconditional',
          `Only conditional tasks start with another one, and this one is ${kind}.`,
        ),
      ];
};

const circleFlaws = (tasks: readonly TaskItem[]): readonly Flaw[] => {
  const edges = new Map(tasks.map(({ after = [], ref }) => [ref, after.filter((before) => before !== ref)]));
  const [first, ...rest] = circleIn(edges) ?? [];
  if (first === undefined) return [];
  const index = tasks.findIndex(({ ref }) => ref === first);
  const circle = rest.length > 8 ? [...rest.slice(0, 8), '…'] : rest;
  return [
    flaw(
      ['tasks', index, 'after'],
      'task/cycle',
      `These tasks wait for one another in a circle: ${[first, ...circle, first].join(' after ')}. Take one "after" out.`,
    ),
  ];
};
