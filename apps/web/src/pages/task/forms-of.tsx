import { Link } from '@tanstack/react-router';
import { useState, type JSX } from 'react';

import { useFormReports, type FormReport } from '../../api/forms.ts';
import { useEditions } from '../../api/references.ts';
import type { Task } from '../../api/tasks.ts';
import { useUnitNames } from '../../api/units.tsx';
import { useConsole } from '../../console.tsx';
import { useKeys } from '../../frame/keys.ts';
import { written } from '../../i18n/times.ts';
import { useMay } from '../../parts/may.ts';
import { Say } from '../../parts/say.tsx';
import { FillForm } from '../forms/fill-form.tsx';
import { useRoles } from './roles.ts';

/** Forms that were filled in with reports on this task; nothing where there are no forms at all. */
export const FormsOf = ({ task }: Readonly<{ task: Task }>): JSX.Element | null => {
  const { items: forms } = useEditions('form');
  const { items: reports } = useFormReports({ task: task.id });
  const [isFilling, setFilling] = useState(false);
  const mayFill = useMayFill(task) && forms.length > 0;
  useKeys({ o: mayFill ? () => setFilling(true) : undefined });
  if (forms.length === 0 && reports.length === 0) return null;
  return (
    <section className="card">
      <header>
        <h2>
          <Say id="frame.forms" />
        </h2>
        <span className="dim small">{reports.length}</span>
        <span className="sp" />
        {mayFill ? (
          <button className="btn small" type="button" onClick={() => setFilling(true)}>
            <Say id="forms.fill" />
            <kbd>O</kbd>
          </button>
        ) : null}
      </header>
      <ul className="body">
        {reports.map((report) => (
          <Row key={report.id} report={report} />
        ))}
      </ul>
      {isFilling ? <FillForm task={task.id} reports={reports} onClose={() => setFilling(false)} /> : null}
    </section>
  );
};

const useMayFill = (task: Task): boolean => {
  const { performer, coordinator } = useRoles(task);
  return useMay('FileFormReport') && (performer || coordinator);
};

const Row = ({ report: { form, on, unit, corrections } }: Readonly<{ report: FormReport }>): JSX.Element => {
  const nameOf = useUnitNames();
  const { language } = useConsole().preferences;
  return (
    <li>
      <Link className="link" to="/forms" search={(before) => ({ ...before, form, on })}>
        {form}
      </Link>
      <span className="dim">
        {` · ${written(language, on)} · ${nameOf(unit)}`}
        {corrections === 0 ? null : (
          <>
            {' · '}
            <Say id="forms.corrected" times={corrections} />
          </>
        )}
      </span>
    </li>
  );
};
