import type { JSX } from 'react';

import { useOffice, type Task } from '../../api/tasks.ts';
import { Say } from '../../parts/say.tsx';
import { useUnitNames } from '../../api/units.tsx';

/** From who is accountable down to who helps; one's own unit is marked. */
export const AnswersTo = ({ task }: Readonly<{ task: Task }>): JSX.Element => {
  const nameOf = useUnitNames();
  const you = useOffice()?.unit;
  const chain = [
    ...task.accountable.map((unit) => ({ unit, role: 'accountable' })),
    ...task.lead.map((unit) => ({ unit, role: 'lead' })),
    ...task.coordinating.map((unit) => ({ unit, role: 'coordinating' })),
  ];
  return (
    <section className="card">
      <header>
        <h2>
          <Say id="inbox.answersTo" />
        </h2>
      </header>
      <div className="body">
        <ol className="chain">
          {chain.map(({ unit, role }) => (
            <li key={`${role}/${unit}`} className={unit === you ? 'you' : undefined}>
              <b>{nameOf(unit)}</b>
              <span>
                <Say id={`role.${role}`} />
                {unit === you ? (
                  <>
                    {' '}
                    · <Say id="role.you" />
                  </>
                ) : null}
              </span>
            </li>
          ))}
        </ol>
      </div>
    </section>
  );
};
