import { Link } from '@tanstack/react-router';
import type { JSX } from 'react';

import type { EventLine } from '../api/tasks.ts';
import { useUnitNames } from '../api/units.tsx';
import { useConsole } from '../console.tsx';
import { stamp } from '../i18n/times.ts';
import { EventWords } from '../parts/event-words.tsx';
import { Say } from '../parts/say.tsx';
import type { Way } from './reason.tsx';

/** What happened, when, by whom, and the way to its place in the history. */
export const ByEvent = ({ line }: Readonly<{ line: EventLine }>): JSX.Element => {
  const nameOf = useUnitNames();
  const { language } = useConsole().preferences;
  const { unit, origin } = line.actor;
  return (
    <>
      <EventWords line={line} />
      <div className="small mid">
        {stamp(language, line.occurredAt ?? line.at ?? '')}
        {unit === undefined ? null : ` · ${nameOf(unit)}`}
        {origin === undefined ? null : (
          <>
            {' · '}
            <Say id={`origin.${origin}`} />
          </>
        )}
        {' · '}
        <Link className="link mono" to="/audit" search={{ of: line.stream, event: line.revision + 1 }}>
          #{line.revision + 1}
        </Link>
      </div>
    </>
  );
};

/** To all that was recorded there, where it can be proved. */
export const proofOf = (stream: string): Way => ({ to: '/audit', search: { of: stream } });

/** How far a stream was read. */
export const placeIn = (lines: readonly EventLine[]): string | undefined => {
  const last = lines.at(-1);
  return last && `${last.stream}@${last.revision}`;
};
