import type { Task } from '../../api/tasks.ts';
import type { Narrow } from '../../reasons/figure-reason.tsx';
import { milestoneOf } from './narrowed.ts';

/** `state`: the deadline class of a task, or the state of a milestone. `units`: how many have it in this state. */
export type Due = Readonly<{
  at: string;
  ref: string;
  kind: Task['kind'];
  statement: Task['statement'];
  milestone: string | null;
  state: string;
  units: number;
}>;

/** Every date of these tasks and of their milestones, the earliest first. What went to many units in one state is one line. */
export const fallingDue = (tasks: readonly Task[]): readonly Due[] => {
  const all = tasks.flatMap(({ ref, kind, statement, dueAt, deadlineClass, milestones }): readonly Due[] => {
    const one = { ref, kind, statement, units: 1 };
    const own = dueAt === null ? [] : [{ ...one, at: dueAt, milestone: null, state: deadlineClass }];
    const onTheWay = milestones.flatMap(({ name, dueAt: at, state }) =>
      at === null ? [] : [{ ...one, at, milestone: name, state }],
    );
    return [...own, ...onTheWay];
  });
  const alike = Map.groupBy(all, ({ at, ref, milestone, state }) => [at, ref, milestone ?? '', state].join('\n'));
  return [...alike.entries()]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([, [first, ...others]]) => ({ ...first!, units: others.length + 1 }));
};

/** Whether a line tells of this task. */
export const isOn = ({ at, ref, milestone, state }: Due, task: Task): boolean =>
  task.ref === ref &&
  (milestone === null
    ? task.dueAt === at && task.deadlineClass === state
    : task.milestones.some((each) => each.name === milestone && each.dueAt === at && each.state === state));

/** By what the page of a directive finds these tasks. */
export const narrowOf = ({ at, ref, milestone, state }: Due): Narrow =>
  milestone === null ? { ref, class: state, due: at } : { ref, milestone: milestoneOf(milestone, at, state) };

/** Where one is in time, and for how long the text speaks: nothing falls due by them. */
export type Beside = Readonly<{ at: string; beside: 'now' | 'horizonFrom' | 'horizonUntil' }>;

/** In the order of time; what falls due with the end of a day stands before what begins there. */
export const inOrder = (dues: readonly Due[], beside: readonly Beside[]): readonly (Due | Beside)[] =>
  [...dues, ...beside].toSorted((one, other) => (one.at < other.at ? -1 : Number(one.at > other.at)));
