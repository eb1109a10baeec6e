import type { JSX } from 'react';

import { Mark } from '../../icons.tsx';
import { Say } from '../../parts/say.tsx';

/** What a person should look at, and what comes of it. */
export const Concerns = ({ concerns }: Readonly<{ concerns: readonly string[] }>): JSX.Element | null =>
  concerns.length === 0 ? null : (
    <section className="card">
      <header>
        <h2>
          <Say id="health.concerns" /> <span className="dim">{concerns.length}</span>
        </h2>
      </header>
      <ul className="concerns">
        {concerns.map((concern) => (
          <li key={concern}>
            <span className="cls overdue">
              <Mark name="overdue" />
              <Say id={`health.concern.${concern}`} />
            </span>
            <p className="mid">
              <Say id={`health.concern.${concern}.do`} />
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
