import type { JSX } from 'react';

import type { Health } from '../../api/operations.ts';
import { useConsole } from '../../console.tsx';
import { moment } from '../../i18n/times.ts';
import { Say } from '../../parts/say.tsx';

type RebuildsProps = Readonly<{ rebuilds: NonNullable<Health['rebuilds']> }>;

/** Which views are being built anew, since when it was asked for, and what hinders it. */
export const Rebuilds = ({ rebuilds }: RebuildsProps): JSX.Element | null => {
  const { language } = useConsole().preferences;
  if (rebuilds.length === 0) return null;
  return (
    <ul className="body" role="status">
      {rebuilds.map(({ view, askedAt, failing }) => (
        <li key={`${view} ${askedAt}`}>
          <Say id="operations.rebuilding" view={view} since={moment(language, askedAt)} />
          {failing ? <span className="t-overdue"> {failing.reason}</span> : null}
        </li>
      ))}
    </ul>
  );
};
