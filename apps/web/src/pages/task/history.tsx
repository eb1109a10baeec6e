import { Link } from '@tanstack/react-router';
import type { JSX } from 'react';

import { useHistory } from '../../api/tasks.ts';
import { useConsole } from '../../console.tsx';
import { shortMoment } from '../../i18n/times.ts';
import { EventWords } from '../../parts/event-words.tsx';
import { Say } from '../../parts/say.tsx';
import { useUnitNames } from '../../api/units.tsx';
import { useNow } from '../../parts/now.ts';

/** Newest first; what the engine did has a square, what people did a dot. */
export const History = ({ id }: Readonly<{ id: string }>): JSX.Element => {
  const { items: lines } = useHistory(id);
  const { language } = useConsole().preferences;
  const now = useNow();
  const nameOf = useUnitNames();
  return (
    <section className="card">
      <header>
        <h2>
          <Say id="inbox.history" />
        </h2>
        <span className="dim small">{lines.length}</span>
        <span className="sp" />
        <Link className="link small" to="/audit" search={(before) => ({ ...before, of: `task-${id}` })}>
          <Say id="inbox.fullHistory" />
        </Link>
      </header>
      <div className="body">
        <ol className="acts">
          {lines.toReversed().map((line) => (
            <li key={line.revision}>
              <time dateTime={line.at}>{shortMoment(language, line.at ?? '', now)}</time>
              <i className={line.actor.origin === 'person' ? 'dot fill' : 'dot auto'} />
              <span>
                <EventWords line={line} />
                {line.actor.origin === 'person' ? <span className="by"> · {nameOf(line.actor.unit ?? '')}</span> : null}
              </span>
              <span className="rev mono">#{line.revision + 1}</span>
            </li>
          ))}
        </ol>
      </div>
    </section>
  );
};
