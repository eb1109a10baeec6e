import type { JSX } from 'react';

import type { Task } from '../../api/tasks.ts';
import { useConsole } from '../../console.tsx';
import { dayEndingAt, longDay } from '../../i18n/times.ts';
import { ClassOf } from '../../parts/class-tag.tsx';
import { useDueWords } from '../../parts/due.tsx';
import { Say, useSay } from '../../parts/say.tsx';
import { WorkedOut } from './worked-out.tsx';

export const Deadline = ({ task }: Readonly<{ task: Task }>): JSX.Element => {
  const say = useSay();
  const words = useDueWords(task);
  const { language } = useConsole().preferences;
  const { dueAt } = task;
  return (
    <section className="card dead" aria-label={say('deadline.title')}>
      <header>
        <h2>
          <Say id="deadline.title" />
        </h2>
      </header>
      <div className="body">
        <div className="big">
          {dueAt === null ? (
            <span className="missing">{words}</span>
          ) : (
            say('deadline.endOfDay', { day: longDay(language, dayEndingAt(dueAt)) })
          )}
          <span className="small">
            <ClassOf task={task} />
          </span>
        </div>
        <dl className="kv">
          {task.milestones.map(({ name, dueAt: at, state }) => (
            <Milestone key={name} name={name} dueAt={at} state={state} />
          ))}
        </dl>
        <WorkedOut task={task} />
      </div>
    </section>
  );
};

const Milestone = (props: Readonly<{ name: string; dueAt: string | null; state: string }>): JSX.Element => {
  const { language } = useConsole().preferences;
  return (
    <>
      <dt>
        <Say id="task.milestone" />
      </dt>
      <dd>
        {props.name}
        {props.dueAt === null ? null : <span className="dim"> · {longDay(language, dayEndingAt(props.dueAt))}</span>}
        {' · '}
        <span className={props.state === 'missed' ? 't-overdue' : props.state === 'met' ? 't-done' : 'dim'}>
          <Say id={`milestone.${props.state}`} />
        </span>
      </dd>
    </>
  );
};
