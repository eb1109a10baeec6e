import { Link } from '@tanstack/react-router';
import type { JSX } from 'react';

import type { Task } from '../../api/tasks.ts';
import { useUnitNames } from '../../api/units.tsx';
import { useConsole } from '../../console.tsx';
import { dayEndingAt, daysBetween, shortDay } from '../../i18n/times.ts';
import { Explained } from '../../parts/explained.tsx';
import { Prose } from '../../parts/prose.tsx';
import { useSay } from '../../parts/say.tsx';
import { BucketFigure } from './figure.tsx';
import { counted } from './figures.ts';
import { Register } from './register.tsx';

const SHOWN = 6;

type LateProps = Readonly<{ id: string; tasks: readonly Task[]; now: Date }>;

/** What is longest overdue. */
export const Late = ({ id, tasks, now }: LateProps): JSX.Element => {
  const say = useSay();
  const late = counted(tasks, 'openOverdue').toSorted((a, b) => ((a.dueAt ?? '') < (b.dueAt ?? '') ? -1 : 1));
  const how = say('onePage.longest', { shown: Math.min(SHOWN, late.length), all: late.length });
  return (
    <Register
      title="onePage.late"
      how={
        <BucketFigure id={id} tasks={tasks} bucket="openOverdue" label={how}>
          {how}
        </BucketFigure>
      }
      className="late"
      heads={['onePage.answers', 'directives.task', 'onePage.due', 'onePage.daysLate']}
    >
      {late.slice(0, SHOWN).map((task) => (
        <Row key={task.id} task={task} days={-daysBetween(now, dayEndingAt(task.dueAt!))} />
      ))}
    </Register>
  );
};

const Row = ({ task, days }: Readonly<{ task: Task; days: number }>): JSX.Element => {
  const say = useSay();
  const nameOf = useUnitNames();
  const { language } = useConsole().preferences;
  return (
    <tr>
      <td>{task.unit === null ? '–' : nameOf(task.unit)}</td>
      <td>
        <Link to="/tasks/$id" params={{ id: task.id }}>
          <span className="mono">{task.ref}</span> <Prose text={task.statement} />
        </Link>
      </td>
      <td>{shortDay(language, dayEndingAt(task.dueAt!))}</td>
      <td data-head={say('onePage.daysLate')} className="num t-overdue">
        <Explained label={say('deadline.late', { days })} why={({ ClassReason }) => <ClassReason task={task} />}>
          {days}
        </Explained>
      </td>
    </tr>
  );
};
