import { Link } from '@tanstack/react-router';
import type { JSX } from 'react';

import type { EventLine } from '../../api/tasks.ts';
import { useUnitLife } from '../../api/unit-life.ts';
import { useUnitNames } from '../../api/units.tsx';
import { useConsole } from '../../console.tsx';
import { beginOf } from '../../i18n/days.ts';
import type { Language } from '../../i18n/language.ts';
import { longDay, stamp } from '../../i18n/times.ts';
import { EventWords } from '../../parts/event-words.tsx';
import { Say } from '../../parts/say.tsx';

/** What has become of a unit, newest first: what, from which day on, and by which act. */
export const UnitLife = ({ id }: Readonly<{ id: string }>): JSX.Element => {
  const { items } = useUnitLife(id);
  const { language } = useConsole().preferences;
  return (
    <section className="card">
      <header>
        <h2>
          <Say id="units.life" />
        </h2>
        <span className="dim small">{items.length}</span>
        <span className="sp" />
        <Link className="link small" to="/audit" search={(before) => ({ ...before, of: `unit-${id}` })}>
          <Say id="inbox.fullHistory" />
        </Link>
      </header>
      <div className="body">
        <ol className="acts unit-life">
          {items.toReversed().map((line) => (
            <li key={line.revision}>
              <time dateTime={line.at}>{stamp(language, line.at ?? '')}</time>
              <i className={line.actor.origin === 'person' ? 'dot fill' : 'dot auto'} />
              <div>
                <EventWords line={line} />
                <What line={line} />
              </div>
            </li>
          ))}
        </ol>
      </div>
    </section>
  );
};

type Told = Readonly<{
  on?: string | null;
  effectiveOn?: string;
  names?: Readonly<Record<string, string>>;
  unit?: string;
  parent?: string | null;
  from?: readonly string[];
  to?: string | null;
}>;

/** The names that an event carries, and its day. */
const What = ({ line }: Readonly<{ line: EventLine }>): JSX.Element | null => {
  const nameOf = useUnitNames();
  const { language } = useConsole().preferences;
  const told = line.data as Told;
  const day = told.on ?? told.effectiveOn;
  const parts = [...aboutIn(told, nameOf, language), day ? longDay(language, new Date(beginOf(day))) : ''];
  const said = parts.filter((part) => part !== '');
  return said.length === 0 ? null : <p className="by">{said.join(' · ')}</p>;
};

const aboutIn = (told: Told, nameOf: (id: string) => string, language: Language): readonly string[] => {
  if (told.names) return [told.names[language] ?? Object.values(told.names)[0] ?? ''];
  if (told.from) return [`${told.from.map(nameOf).join(', ')} → ${told.to ? nameOf(told.to) : '–'}`];
  const other = told.unit ?? told.parent;
  return other ? [nameOf(other)] : [];
};
