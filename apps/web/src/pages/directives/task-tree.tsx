import { Link } from '@tanstack/react-router';
import { useState, type JSX } from 'react';

import { useClauses, type Directive } from '../../api/directives.ts';
import type { Task } from '../../api/tasks.ts';
import { Icon, Mark } from '../../icons.tsx';
import { Due } from '../../parts/due.tsx';
import { Explained } from '../../parts/explained.tsx';
import { Prose } from '../../parts/prose.tsx';
import { Say, useSay } from '../../parts/say.tsx';
import { FigureReason, type Narrow } from '../../reasons/figure-reason.tsx';
import { Bulk } from '../task/bulk.tsx';
import { EnterTask } from './enter-task.tsx';
import { useIssues } from './issuing.ts';
import { useUnitNames } from '../../api/units.tsx';

const AT_ONCE = ['grantExtension', 'accept'] as const;

type TaskTreeProps = Readonly<{ directive: Directive; tasks: readonly Task[]; isWhole: boolean }>;

/** Clause by clause; what went to each member of a group is one line that opens. */
export const TaskTree = ({ directive, tasks, isWhole }: TaskTreeProps): JSX.Element => {
  const { items: clauses } = useClauses(directive.directiveId);
  const issues = useIssues(directive);
  const byClause = [...Map.groupBy(tasks, ({ clause }) => clause)];
  const textOf = new Map(clauses.map(({ ref, text }) => [ref, text]));
  return (
    <section className="card">
      <header>
        <h2>
          <Say id="directives.tasks" />
        </h2>
        <span className="dim small">
          <Total id={directive.directiveId} tasks={tasks} isWhole={isWhole} />
        </span>
        <span className="sp" />
        {issues ? <EnterTask id={directive.directiveId} /> : null}
      </header>
      <Bulk tasks={tasks} verbs={AT_ONCE} />
      <table className="tree">
        <Heads />
        {byClause.map(([clause, inClause]) => (
          <Clause
            key={clause}
            id={directive.directiveId}
            clause={clause}
            text={textOf.get(clause)}
            tasks={inClause}
            isWhole={isWhole}
          />
        ))}
      </table>
    </section>
  );
};

const Total = ({ id, tasks, isWhole }: Pick<ClauseProps, 'id' | 'tasks' | 'isWhole'>): JSX.Element => {
  const say = useSay();
  return isWhole ? (
    <Count id={id} tasks={tasks} label={say('directives.tasks')} rule="reason.all" narrow={null} />
  ) : (
    <Say id="directives.atLeast" tasks={tasks.length} />
  );
};

export const Heads = (): JSX.Element => (
  <thead>
    <tr>
      <th className="wide">
        <Say id="directives.task" />
      </th>
      <th>
        <Say id="role.lead" />
      </th>
      <th>
        <Say id="deadline.title" />
      </th>
      <th>
        <Say id="directives.state" />
      </th>
    </tr>
  </thead>
);

type ClauseProps = Readonly<{
  id: string;
  clause: string;
  text: unknown;
  tasks: readonly Task[];
  isWhole: boolean;
}>;

const Clause = ({ id, clause, text, tasks, isWhole }: ClauseProps): JSX.Element => (
  <tbody>
    <tr className="cl">
      <td colSpan={3}>
        {clause} <span className="text">{text === undefined ? null : <Prose text={text} />}</span>
      </td>
      <td className="num dim">
        {isWhole ? <Count id={id} tasks={tasks} label={clause} rule="reason.drawn" narrow={{ clause }} /> : '–'}
      </td>
    </tr>
    {[...Map.groupBy(tasks, ({ ref }) => ref)].map(([ref, [first, ...others]]) =>
      others.length === 0 ? (
        <TaskRow key={ref} task={first!} />
      ) : (
        <Fanned key={ref} id={id} tasks={[first!, ...others]} isWhole={isWhole} />
      ),
    )}
  </tbody>
);

type CountProps = Readonly<{
  id: string;
  tasks: readonly Task[];
  label: string;
  rule: string;
  narrow: Narrow | null;
}>;

const Count = ({ id, tasks, label, rule, narrow }: CountProps): JSX.Element => (
  <Explained
    label={`${label}: ${tasks.length}`}
    why={() => <FigureReason id={id} tasks={tasks} rule={<Say id={rule} />} narrow={narrow} />}
  >
    {tasks.length}
  </Explained>
);

const Fanned = ({ id, tasks, isWhole }: Omit<ClauseProps, 'clause' | 'text'>): JSX.Element => {
  const [isOpen, setOpen] = useState(false);
  const [first] = tasks;
  return (
    <>
      <tr className="tk">
        <td colSpan={2}>
          <button className="choice" type="button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            <span className="cut">
              <Icon name={isOpen ? 'down' : 'right'} />
              <span className="ref">{first!.ref}</span> <Prose text={first!.statement} />
            </span>
          </button>
        </td>
        <td>
          <Due task={first!} />
        </td>
        <td>{isWhole ? <DoneOf id={id} tasks={tasks} /> : '–'}</td>
      </tr>
      {isOpen ? tasks.map((task) => <TaskRow key={task.id} task={task} />) : null}
    </>
  );
};

const DoneOf = ({ id, tasks }: Pick<ClauseProps, 'id' | 'tasks'>): JSX.Element => (
  <Explained
    why={() => <FigureReason id={id} tasks={tasks} rule={<Say id="reason.eachOf" />} narrow={{ ref: tasks[0]!.ref }} />}
  >
    <Say id="directives.doneOf" done={tasks.filter(({ state }) => state === 'accepted').length} all={tasks.length} />
  </Explained>
);

/** It opens the task, where its state and its date explain themselves. */
export const TaskRow = ({ task }: Readonly<{ task: Task }>): JSX.Element => {
  const nameOf = useUnitNames();
  return (
    <tr className="tk">
      <td>
        <Link to="/tasks/$id" params={{ id: task.id }}>
          <span className="ref">{task.ref}</span> <Prose text={task.statement} />
        </Link>
      </td>
      <td>{task.lead.length === 0 ? (task.unit ? nameOf(task.unit) : '–') : task.lead.map(nameOf).join(', ')}</td>
      <td>
        <Due task={task} />
      </td>
      <td>
        <Say id={`state.${task.state}`} />
        {task.urgent ? (
          <span className="urgent">
            {' '}
            <Mark name="urgent" />
          </span>
        ) : null}
      </td>
    </tr>
  );
};
