import type { JSX } from 'react';

import { useHistory, type Task } from '../../api/tasks.ts';
import { useConsole } from '../../console.tsx';
import { dayEndingAt, longDay } from '../../i18n/times.ts';
import { ClassOf } from '../../parts/class-tag.tsx';
import { Distance } from '../../parts/distance.tsx';
import { useDueWords } from '../../parts/due.tsx';
import { Explained } from '../../parts/explained.tsx';
import { Say, useSay } from '../../parts/say.tsx';
import { derivedIn } from './derivation.ts';
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
        <Far task={task} />
        <dl className="kv">
          {task.milestones.map((milestone) => (
            <Milestone key={milestone.name} task={task.id} milestone={milestone} />
          ))}
        </dl>
        <WorkedOut task={task} />
      </div>
    </section>
  );
};

/** What is done, or lasts until a day, is not waited for. */
const Far = ({ task: { id, dueAt, deadlineClass, kind } }: Readonly<{ task: Task }>): JSX.Element | null => {
  const { items: lines } = useHistory(id);
  if (dueAt === null || kind === 'until' || deadlineClass.startsWith('done')) return null;
  const calendar = derivedIn(lines, dueAt)?.derivation.sources.calendar;
  return (
    <p className="small">
      <Distance endsAt={dueAt} isLate={deadlineClass === 'overdue'} calendar={calendar} />
    </p>
  );
};

const STYLES: Readonly<Record<string, string>> = { missed: 't-overdue', met: 't-done' };

type MilestoneProps = Readonly<{ task: string; milestone: Task['milestones'][number] }>;

const Milestone = ({ task, milestone }: MilestoneProps): JSX.Element => {
  const { language } = useConsole().preferences;
  const { name, dueAt, state } = milestone;
  return (
    <>
      <dt>
        <Say id="task.milestone" />
      </dt>
      <dd>
        {name}
        {dueAt === null ? null : <span className="dim"> · {longDay(language, dayEndingAt(dueAt))}</span>}
        {' · '}
        <Explained
          className={STYLES[state] ?? 'dim'}
          why={({ MilestoneReason }) => <MilestoneReason task={task} milestone={milestone} />}
        >
          <Say id={`milestone.${state}`} />
        </Explained>
      </dd>
    </>
  );
};
