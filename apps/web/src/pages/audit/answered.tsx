import { useQuery } from '@tanstack/react-query';
import { useId, useState, type JSX } from 'react';

import { useApi } from '../../api/api.ts';
import { useOffice } from '../../api/tasks.ts';
import { useUnitNames } from '../../api/units.tsx';
import { dayOf } from '../../i18n/days.ts';
import { useNow } from '../../parts/now.ts';
import { Say } from '../../parts/say.tsx';
import { Waiting } from '../../parts/waiting.tsx';

const ROLES = ['accountable', 'lead', 'coordinating', 'successorOf'] as const;

/** Who answered for a task at the end of a day: after a merger it is not who it was assigned to. */
export const Answered = ({ of }: Readonly<{ of: string }>): JSX.Element => {
  const field = useId();
  const now = useNow();
  const [day, setDay] = useState<string>();
  const on = day ?? dayOf(now);
  return (
    <section className="card">
      <header>
        <h2>
          <Say id="audit.answered" />
        </h2>
      </header>
      <div className="body">
        <label className="lab" htmlFor={field}>
          <Say id="audit.answered.on" />
        </label>
        <input id={field} className="field" type="date" value={on} onChange={({ target }) => setDay(target.value)} />
        {on === '' ? null : <Names of={of} on={on} />}
      </div>
    </section>
  );
};

const Names = ({ of, on }: Readonly<{ of: string; on: string }>): JSX.Element => {
  const api = useApi();
  const office = useOffice();
  const nameOf = useUnitNames();
  const { data, error } = useQuery({
    queryKey: ['lookup', of, 'who', on, office],
    queryFn: () => api.get('/lookup/{id}/who', { path: { id: of }, query: { on } }),
  });
  if (!data) return <Waiting error={error} />;
  return (
    <dl className="facts">
      {ROLES.map((role) => (
        <div key={role}>
          <dt>
            <Say id={`role.${role}`} />
          </dt>
          <dd>{data[role].length === 0 ? '–' : data[role].map(nameOf).join(', ')}</dd>
        </div>
      ))}
    </dl>
  );
};
