import { mayOwe, type Answering, type TaskRow } from '@edict/directives';

import { nobodyAmong, succeededAt } from '../reading/succeeded.ts';
import type { About } from './report.ts';

export type AnsweringFor = (task: TaskRow) => Answering;

/** Who decides on a task and who has to do something about it, as succession has left it by the moment of the report. */
export const answeringFor = async (about: About): Promise<AnsweringFor> => {
  const { reading, at, tasks, directiveOf } = about;
  const { answers, isOpen } = await succeededAt(reading, at);
  const delegators = await delegatorsOf(about);
  const issuersOf = (task: TaskRow) => {
    const delegator = delegators.get(task.parent ?? '');
    const issuers = delegator === undefined ? directiveOf(task).issuers : [delegator];
    return [...new Set(issuers.map(answers))];
  };
  const owing = new Set(tasks.flatMap((task) => [...mayOwe(task).map(answers), ...issuersOf(task)]));
  const nobody = await nobodyAmong([...owing], reading, at);
  return (task) => ({
    issuers: issuersOf(task),
    answers,
    isOpen,
    isNobody: (unit) => nobody.has(unit),
  });
};

/** By task: who has it. On a part, whoever has the whole decides, and not who has issued the directive. */
const delegatorsOf = async ({ tasks, reading, asOf }: About): Promise<ReadonlyMap<string, string>> => {
  const known = new Map(tasks.map((task) => [task.taskId, task]));
  const wholes = new Set(tasks.flatMap(({ parent }) => parent ?? []));
  const delegators = new Map<string, string>();
  for (const id of wholes) {
    const unit = (known.get(id) ?? (await reading.task(id, asOf)))?.unit;
    if (unit) delegators.set(id, unit);
  }
  return delegators;
};
