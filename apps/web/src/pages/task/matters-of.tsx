import { Link } from '@tanstack/react-router';
import { useState, type JSX } from 'react';

import { useMattersOf } from '../../api/matters.ts';
import type { Task } from '../../api/tasks.ts';
import { useKeys } from '../../frame/keys.ts';
import { useMay } from '../../parts/may.ts';
import { Prose } from '../../parts/prose.tsx';
import { Say } from '../../parts/say.tsx';
import { BringMatter } from '../standing-unit/bring-matter.tsx';

/** What was brought to a desk because of this task, and how it stands there. */
export const MattersOf = ({ task }: Readonly<{ task: Task }>): JSX.Element => {
  const { items: matters } = useMattersOf(task.id);
  const [isBringing, setBringing] = useState(false);
  const mayBring = useMay('ReceiveMatter');
  useKeys({ m: mayBring ? () => setBringing(true) : undefined });
  return (
    <section className="card">
      <header>
        <h2>
          <Say id="frame.matters" />
        </h2>
        <span className="dim small">{matters.length}</span>
        <span className="sp" />
        {mayBring ? (
          <button className="btn small" type="button" onClick={() => setBringing(true)}>
            <Say id="matters.bring" />
            <kbd>M</kbd>
          </button>
        ) : null}
      </header>
      <ul className="body">
        {matters.map(({ id, subject, state }) => (
          <li key={id}>
            <Link className="link" to="/matters/$id" params={{ id }}>
              <Prose text={subject} />
            </Link>
            <span className="dim">
              {' · '}
              <Say id={`matterState.${state}`} />
            </span>
          </li>
        ))}
      </ul>
      {isBringing ? <BringMatter task={task} onClose={() => setBringing(false)} /> : null}
    </section>
  );
};
