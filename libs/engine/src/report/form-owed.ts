import { listOf, type TaskRow } from '@edict/directives';
import { Rejection } from '@edict/kernel';

import { askedIn, editionIn, filledFor } from './form.ts';
import type { About, Making } from './report.ts';
import { columnsOf } from './sheet.ts';
import { lastDayOf, nameOf } from './task-line.ts';

/** `occurrence`: of a task that comes round, the period that the day lies in; null where it does not, or where no interval is known. */
export type Owed = Readonly<{ task: string; unit: string; occurrence: number | null }>;

/** `tasks`: how many are looked at; `filled`: for how many of them the form was filled in. */
export type FormOwedFigures = Readonly<{
  form: string;
  on: string;
  edition: number;
  tasks: number;
  filled: number;
  units: readonly string[];
  owed: readonly Owed[];
}>;

const OVER = ['accepted', 'lapsed', 'cancelled'];

/** Of a directive, or of one of its tasks: with whom a task lies for which nothing was filled into the form for that day. */
export const formOwedReport: Making<FormOwedFigures> = async (about) => {
  const { form, on } = askedIn(about);
  const { directiveId, ref } = about.scope;
  if (directiveId === undefined)
    throw new Rejection('report/which-directive', 'Say of which directive: no form says for which tasks it is.');
  const { version } = await editionIn(about, form, on);
  const filled = new Set((await filledFor(about, form, on)).map(({ concerning }) => concerning));
  const asked = about.tasks.filter((task) => isAsked(task) && (ref === undefined || task.ref === ref));
  const owing = asked.filter(({ taskId }) => !filled.has(taskId));
  const owed = owing.map((task) => owedFor(task, on, about));
  return {
    formulas: ['form-owed@1'],
    figures: {
      ...{ form, on, edition: version, tasks: asked.length, filled: asked.length - owing.length },
      units: [...new Set(owed.map(({ unit }) => unit))].toSorted(),
      owed,
    },
    sheets: [
      {
        name: 'Form owed',
        columns: columnsOf({ ...{ unit: 'Unit', task: 'Task', name: 'Name' }, occurrence: 'Period', state: 'State' }),
        rows: owing.map((task, n) => ({
          ...owed[n]!,
          name: nameOf(task, about.directiveOf(task)),
          state: task.state,
        })),
      },
    ],
  };
};

/** What lies with nobody, and what is over, nobody can report on. */
const isAsked = ({ unit, state }: TaskRow): boolean => unit !== null && !OVER.includes(state);

const owedFor = (task: TaskRow, on: string, { directiveOf }: About): Owed => {
  const { zone } = directiveOf(task).reckoning;
  const period = listOf(task, 'occurrences').find(
    ({ from, dueAt }) => from <= on && on <= (lastDayOf(dueAt, zone) ?? from),
  );
  return { task: task.taskId, unit: task.unit!, occurrence: period?.occurrence ?? null };
};
