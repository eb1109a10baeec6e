import { useMemo, type JSX } from 'react';

import type { Task } from '../../api/tasks.ts';
import { useConsole } from '../../console.tsx';
import { dayEndingAt, longDay } from '../../i18n/times.ts';
import { ClassWord } from '../../parts/class-tag.tsx';
import { Prose } from '../../parts/prose.tsx';
import { Say } from '../../parts/say.tsx';
import { Table } from '../../parts/table.tsx';
import { fallingDue, type Due } from './falling-due.ts';

/** What falls due, day by day; what has no date is not on it, and is counted below. */
export const Timeline = ({ tasks }: Readonly<{ tasks: readonly Task[] }>): JSX.Element => {
  const dues = useMemo(() => fallingDue(tasks), [tasks]);
  const undated = tasks.filter(({ dueAt }) => dueAt === null).length;
  return (
    <section className="card">
      <header>
        <h2>
          <Say id="directiveView.timeline" />
        </h2>
      </header>
      <div className="body">
        <Table className="fix" heads={['timeline.day', 'directives.task', 'timeline.units', 'directives.state']}>
          {dues.map((due) => (
            <Row key={`${due.at}/${due.ref}/${due.milestone ?? ''}/${due.state}`} due={due} />
          ))}
        </Table>
        <p className="dim">
          <Say id="timeline.undated" tasks={undated} />
        </p>
      </div>
    </section>
  );
};

const Row = ({ due }: Readonly<{ due: Due }>): JSX.Element => {
  const { language } = useConsole().preferences;
  return (
    <tr>
      <td className="day">
        <time dateTime={due.at}>{longDay(language, dayEndingAt(due.at))}</time>
      </td>
      <td>
        <span className="mono">{due.ref}</span> <Prose text={due.statement} />
        {due.milestone === null ? null : (
          <div className="p">
            <Say id="task.milestone" />: {due.milestone}
          </div>
        )}
      </td>
      <td className="num">{due.units}</td>
      <td>
        <Standing due={due} />
      </td>
    </tr>
  );
};

/** What only lasts until a day is never late. */
const Standing = ({ due: { milestone, kind, state } }: Readonly<{ due: Due }>): JSX.Element => {
  if (milestone !== null) return <Say id={`milestone.${state}`} />;
  return kind === 'until' ? <Say id="kind.until" /> : <ClassWord deadlineClass={state} />;
};
