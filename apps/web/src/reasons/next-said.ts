import type { Task } from '../api/tasks.ts';

/** At work: a result may be submitted, where there is one to come. */
const AT_WORK = ['acknowledged', 'inProgress', 'returned', 'delegated'];

type Going = Pick<Task, 'state' | 'kind' | 'started'>;

/** Who does what next, by the state; what lasts is reported on and never submitted, and what waits for its condition begins with that. Names a message. */
export const nextOf = ({ state, kind, started }: Going): string => {
  if (!AT_WORK.includes(state)) return `reason.next.${state}`;
  if (kind !== 'once' && kind !== 'conditional') return 'reason.next.lasting';
  return kind === 'conditional' && !started ? 'reason.next.notBegun' : `reason.next.${state}`;
};
