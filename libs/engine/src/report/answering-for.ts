import { mayOwe, type Answering, type TaskRow } from '@edict/directives';

import { nobodyAmong, succeededAt } from '../reading/succeeded.ts';
import type { About } from './report.ts';

export type AnsweringFor = (task: TaskRow) => Answering;

/** Who decides on a task and who has to do something about it, as succession has left it by the moment of the report. */
export const answeringFor = async ({ reading, at, tasks, directiveOf }: About): Promise<AnsweringFor> => {
  const { answers, isOpen } = await succeededAt(reading, at);
  const issuersOf = (task: TaskRow) => [...new Set(directiveOf(task).issuers.map(answers))];
  const owing = new Set(tasks.flatMap((task) => [...mayOwe(task).map(answers), ...issuersOf(task)]));
  const nobody = await nobodyAmong([...owing], reading, at);
  return (task) => ({
    issuers: issuersOf(task),
    answers,
    isOpen,
    isNobody: (unit) => nobody.has(unit),
  });
};
