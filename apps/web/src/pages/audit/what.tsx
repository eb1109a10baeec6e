import { Link } from '@tanstack/react-router';
import type { JSX } from 'react';

import { useDirectives } from '../../api/directives.ts';
import { useMatter } from '../../api/matters.ts';
import { useTask } from '../../api/tasks.ts';
import { useUnitNames } from '../../api/units.tsx';
import { useCrumb } from '../../frame/crumb.ts';
import { Prose } from '../../parts/prose.tsx';
import { idIn } from './facts.ts';

/** What it is about, by the name that people give it; and the way to its own page. */
export const What = ({ stream }: Readonly<{ stream: string }>): JSX.Element => {
  const id = idIn(stream);
  if (stream.startsWith('task-')) return <OfTask id={id} />;
  if (stream.startsWith('matter-')) return <OfMatter id={id} />;
  if (stream.startsWith('directive-')) return <OfDirective id={id} />;
  return <h2 className="what mono">{stream}</h2>;
};

type OfProps = Readonly<{ id: string }>;

const OfTask = ({ id }: OfProps): JSX.Element | null => {
  const nameOf = useUnitNames();
  const { data: task } = useTask(id);
  useCrumb(task?.ref);
  if (!task) return null;
  return (
    <h2 className="what">
      <Link className="mono" to="/tasks/$id" params={{ id }}>
        {task.ref}
      </Link>{' '}
      <Prose text={task.statement} /> {task.unit === null ? null : <span className="mid">{nameOf(task.unit)}</span>}
    </h2>
  );
};

const OfMatter = ({ id }: OfProps): JSX.Element | null => {
  const { data: matter } = useMatter(id);
  if (!matter) return null;
  return (
    <h2 className="what">
      <Link to="/matters/$id" params={{ id }}>
        <Prose text={matter.subject} />
      </Link>
    </h2>
  );
};

const OfDirective = ({ id }: OfProps): JSX.Element | null => {
  const directive = useDirectives().items.find(({ directiveId }) => directiveId === id);
  useCrumb(directive && (directive.number ?? directive.slug));
  if (!directive) return null;
  return (
    <h2 className="what">
      <Link to="/directives/$id" params={{ id }}>
        {directive.number ?? directive.slug}
      </Link>{' '}
      {directive.title}
    </h2>
  );
};
