import { Link } from '@tanstack/react-router';
import type { JSX } from 'react';

import type { Task } from '../../api/tasks.ts';
import { useUnitNames } from '../../api/units.tsx';
import { useConsole } from '../../console.tsx';
import { day, dayEndingAt } from '../../i18n/times.ts';
import { Say } from '../../parts/say.tsx';
import { DecideOnPart } from './decide-on-part.tsx';
import { useRoles } from './roles.ts';
import { useNow } from '../../parts/now.ts';

/** What was passed on, to whom and until when: whoever passes something on goes on answering for it. */
export const PartsOf = ({ task }: Readonly<{ task: Task }>): JSX.Element | null => {
  const nameOf = useUnitNames();
  const { language } = useConsole().preferences;
  const now = useNow();
  const { performer } = useRoles(task);
  if (task.children.length === 0) return null;
  return (
    <section className="card">
      <header>
        <h2>
          <Say id="task.parts" />
        </h2>
        <span className="dim small">{task.children.length}</span>
      </header>
      <ul className="body">
        {task.children.map(({ id, ref, unit, dueAt, ended, decided }) => (
          <li key={id}>
            <Link className="link" to="/tasks/$id" params={{ id }}>
              {ref}
            </Link>{' '}
            {nameOf(unit)}
            <span className="dim">
              {dueAt === null ? '' : ` · ${day(language, dayEndingAt(dueAt), now)}`}
              {ended === null ? null : (
                <>
                  {' · '}
                  <Say id={`state.${ended}`} />
                </>
              )}
            </span>{' '}
            {performer && ended === null && decided === null ? <DecideOnPart task={task} child={id} /> : null}
          </li>
        ))}
      </ul>
    </section>
  );
};
