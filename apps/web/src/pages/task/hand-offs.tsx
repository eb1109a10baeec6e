import type { JSX } from 'react';

import type { Task } from '../../api/tasks.ts';
import { Say } from '../../parts/say.tsx';

const ACTS = ['reassigned', 'refused', 'returned', 'opinion'] as const;

/** How often it went from one to another, which principle 3.b4.2 has counted. */
export const HandOffs = ({ task: { passed, extensions } }: Readonly<{ task: Task }>): JSX.Element => {
  const counts = [
    ...ACTS.map((act) => [act, passed.filter((each) => each.act === act).length] as const),
    ['extensions', extensions] as const,
  ];
  return (
    <section className="card">
      <header>
        <h2>
          <Say id="handOffs.title" />
        </h2>
      </header>
      <ul className="body pairs">
        {counts.map(([name, count]) => (
          <li key={name}>
            <Say id={`handOffs.${name}`} />
            <b>{count}</b>
          </li>
        ))}
      </ul>
    </section>
  );
};
