import { Link } from '@tanstack/react-router';
import type { JSX } from 'react';

import { useDirectives } from '../../api/directives.ts';
import { useTask, type Task } from '../../api/tasks.ts';
import { Icon, Mark } from '../../icons.tsx';
import { ClassTag, StateTag } from '../../parts/class-tag.tsx';
import { FilesOf } from '../../parts/files-of.tsx';
import { Prose } from '../../parts/prose.tsx';
import { Say } from '../../parts/say.tsx';
import { Waiting } from '../../parts/waiting.tsx';
import { Actions } from './actions.tsx';
import { AnswersTo } from './answers-to.tsx';
import { Deadline } from './deadline.tsx';
import { FormsOf } from './forms-of.tsx';
import { HandOffs } from './hand-offs.tsx';
import { History } from './history.tsx';
import { LeftOpen } from './left-open.tsx';
import { Life } from './life.tsx';
import { MattersOf } from './matters-of.tsx';
import { PartsOf } from './parts-of.tsx';
import { useRoles } from './roles.ts';
import { Request } from './request.tsx';
import { TextSays } from './text-says.tsx';

/** One task, whole: what it says, where it stands, what comes next, and what one may do. */
export const TaskPane = ({ id }: Readonly<{ id: string }>): JSX.Element => {
  const { data: task, error } = useTask(id);
  if (!task)
    return (
      <article className="detail">
        <Waiting error={error} />
      </article>
    );
  return (
    <article className="detail" aria-label={task.ref}>
      <div className="in">
        <Head task={task} />
        <Life task={task} />
        <div className="cols">
          <div className="stack">
            <Deadline task={task} />
            <TextSays task={task} />
            <LeftOpen task={task} />
            <Request task={task} />
            <PartsOf task={task} />
            <FormsOf task={task} />
            <TaskFiles task={task} />
            <History id={id} />
          </div>
          <div className="stack">
            <AnswersTo task={task} />
            <HandOffs task={task} />
            <MattersOf task={task} />
          </div>
        </div>
      </div>
      <Actions key={task.id} task={task} />
    </article>
  );
};

const TaskFiles = ({ task }: Readonly<{ task: Task }>): JSX.Element => {
  const isTheirs = Object.values(useRoles(task)).includes(true);
  return <FilesOf about={`task-${task.id}`} directiveId={task.directiveId} isTheirs={isTheirs} />;
};

const Head = ({ task }: Readonly<{ task: Task }>): JSX.Element => (
  <div className="head">
    <Link className="back" to="/inbox" search={({ task: _, ...rest }) => rest}>
      <Icon name="left" />
      <Say id="frame.inbox" />
    </Link>
    <div className="line small">
      <Of task={task} />
      <span className="mono">{task.ref}</span>
      {task.urgent ? (
        <span className="urgent">
          <Mark name="urgent" />
          <Say id="task.urgent" />
        </span>
      ) : null}
    </div>
    <h1>
      <Prose text={task.statement} />
    </h1>
    <div className="line">
      <StateTag task={task} />
      <ClassTag task={task} />
      <Say id={`kind.${task.kind}`} />
    </div>
  </div>
);

/** The way to what it was drawn from. */
const Of = ({ task: { directiveId } }: Readonly<{ task: Task }>): JSX.Element | null => {
  const directive = useDirectives().items.find((each) => each.directiveId === directiveId);
  if (!directive) return null;
  return (
    <>
      <Link to="/directives/$id" params={{ id: directiveId }}>
        {directive.number ?? directive.slug}
      </Link>
      <span className="dim">/</span>
    </>
  );
};
