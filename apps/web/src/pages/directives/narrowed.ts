import type { Figures } from '../../api/directives.ts';
import type { Task } from '../../api/tasks.ts';
import type { Narrow } from '../../reasons/figure-reason.tsx';
import { NARROWING } from '../../search-in.ts';
import { placeOf, type Classed } from '../leader/figures.ts';

export type Halts = Pick<Figures, 'stuck' | 'waiting'>;
export type Asked = Readonly<{ [Name in keyof Narrow]?: string | undefined }>;

export type Told = Classed & Pick<Task, 'id' | 'ref' | 'clause' | 'unit' | 'state' | 'dueAt' | 'milestones'>;

const fieldsOf = ({ ref, clause, unit, state, dueAt: due, ...task }: Told) =>
  ({ ref, clause, unit, state, due, kind: task.kind, class: task.deadlineClass, place: placeOf(task) }) as const;

const hasMilestone = ({ milestones }: Told, wanted: string): boolean =>
  milestones.some(({ name, dueAt, state }) => milestoneOf(name, dueAt, state) === wanted);

/** As it stands in an address. */
export const milestoneOf = (name: string, dueAt: string | null, state: string): string =>
  [name, dueAt, state].join('@');

/** Of one of these, what it is; in a name there may be anything. `null`: it is none. */
export const milestoneIn = (text: string): Readonly<{ name: string; dueAt: string; state: string }> | null => {
  const [, name, dueAt, state] = /^(.*)@([^@]*)@([^@]*)$/s.exec(text) ?? [];
  return name === undefined ? null : { name, dueAt: dueAt!, state: state! };
};

/** Just the tasks that the address asks for. `halts`: which of them are stuck and which wait, where it asks for that. */
export const narrowed = <T extends Told>(tasks: readonly T[], asked: Asked, halts: Halts): readonly T[] => {
  const { halt, needs, step, milestone, ...fields } = asked;
  const wanted = Object.entries(fields).flatMap(([name, values]) =>
    values === undefined ? [] : [[name as keyof ReturnType<typeof fieldsOf>, values.split(',')] as const],
  );
  const halted = halt === undefined ? undefined : new Set(haltedIn(halts, { halt, needs, step }));
  return tasks.filter((task) => {
    const own = fieldsOf(task);
    return (
      wanted.every(([name, values]) => values.includes(own[name] ?? '')) &&
      (milestone === undefined || hasMilestone(task, milestone)) &&
      (halted?.has(task.id) ?? true)
    );
  });
};

const haltedIn = ({ stuck, waiting }: Halts, { halt, needs, step }: Pick<Asked, 'halt' | 'needs' | 'step'>) =>
  halt === 'stuck'
    ? stuck.filter((each) => needs === undefined || each.needs === needs).map(({ task }) => task)
    : waiting
        .filter(({ owed }) => step === undefined || owed.some((each) => each.step === step))
        .map(({ task }) => task);

/** What of an address narrows the tasks. `null`: nothing. */
export const askedIn = (search: Asked): Asked | null => {
  const asked = Object.fromEntries(
    NARROWING.flatMap((name) => (search[name] === undefined ? [] : [[name, search[name]]])),
  );
  return Object.keys(asked).length === 0 ? null : asked;
};
