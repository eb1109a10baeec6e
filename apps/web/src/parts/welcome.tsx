import { Link } from '@tanstack/react-router';
import type { JSX } from 'react';

import { useDirectives } from '../api/directives.ts';
import { EXAMPLE } from './example.ts';
import { Say } from './say.tsx';

/** Where nothing has been issued yet: how to begin, and what it looks like. Else `children`. */
export const Welcome = ({ children }: Readonly<{ children: JSX.Element }>): JSX.Element => {
  const { items, isWhole } = useDirectives();
  if (!isWhole || items.length > 0) return children;
  return (
    <section className="pad stack">
      <h2>
        <Say id="welcome.title" />
      </h2>
      <p className="mid">
        <Say id="welcome.how" />
      </p>
      <div className="line">
        <Link className="btn primary" to="/directives/new">
          <Say id="welcome.import" />
        </Link>
        <Link className="btn" to="/rehearsal" search={EXAMPLE}>
          <Say id="welcome.demonstration" />
        </Link>
      </div>
      <p className="dim small">
        <Say id="rehearsal.example.why" />
      </p>
    </section>
  );
};
