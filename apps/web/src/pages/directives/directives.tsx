import { Link } from '@tanstack/react-router';
import type { JSX } from 'react';

import { useDirectives } from '../../api/directives.ts';
import { useConsole } from '../../console.tsx';
import { moment } from '../../i18n/times.ts';
import { Icon } from '../../icons.tsx';
import { Say } from '../../parts/say.tsx';
import { useUnitNames } from '../../api/units.tsx';
import { Waiting } from '../../parts/waiting.tsx';

export const Directives = (): JSX.Element => {
  const { items: directives, isPending, error } = useDirectives();
  const { language } = useConsole().preferences;
  const nameOf = useUnitNames();
  if (isPending || error) return <Waiting error={error} />;
  return (
    <div className="pad">
      <h1>
        <Say id="frame.directives" />
      </h1>
      <Link className="btn" to="/directives/new">
        <Icon name="plus" />
        <Say id="new.title" />
      </Link>
      {directives.length === 0 ? (
        <p className="empty">
          <Say id="directives.empty" />
        </p>
      ) : null}
      <ul className="stack">
        {directives.map(({ directiveId, slug, title, issuers, issuedAt }) => (
          <li key={directiveId} className="card">
            <Link className="choice" to="/directives/$id" params={{ id: directiveId }}>
              <span>
                <b>{slug}</b> {title}
              </span>
              <span className="dim">
                {issuers.map(nameOf).join(', ')} · {moment(language, issuedAt)}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
};
