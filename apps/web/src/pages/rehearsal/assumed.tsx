import type { JSX, ReactNode } from 'react';

import { useConsole } from '../../console.tsx';
import { beginOf } from '../../i18n/days.ts';
import { longDay } from '../../i18n/times.ts';
import { editionName } from '../../parts/edition.ts';
import { Say, useSay } from '../../parts/say.tsx';
import type { Played } from './set-up.tsx';

/** What was assumed, each of which can be changed. */
export const Assumed = ({ played, onChange }: Readonly<{ played: Played; onChange(): void }>): JSX.Element => {
  const say = useSay();
  const { language } = useConsole().preferences;
  const { rehearsal, asked } = played;
  const { policyId, policyVersion, calendarId, calendarVersion } = rehearsal.rules;
  const dayOf = (text: string) => longDay(language, new Date(beginOf(text)));
  const lines: readonly (readonly [string, ReactNode])[] = [
    ['directives.issued', dayOf(rehearsal.from)],
    ['rehearsal.until', dayOf(rehearsal.until)],
    ['rehearsal.who', say(asked.script === undefined ? 'rehearsal.nobody' : 'rehearsal.byScript')],
    ['frame.standingUnit', say('rehearsal.desks', rehearsal.counts.standingUnits)],
    ['frame.units', String(rehearsal.units)],
    ['reference.policy', editionName(policyId, policyVersion)],
    ['reference.calendar', editionName(calendarId, calendarVersion)],
  ];
  return (
    <section className="card">
      <header>
        <h2>
          <Say id="rehearsal.assumed" />
        </h2>
        <span className="sp" />
        <button className="link plain small" type="button" onClick={onChange}>
          <Say id="rehearsal.change" />
        </button>
      </header>
      <dl className="kv body wide">
        {lines.map(([name, value]) => (
          <div key={name}>
            <dt>
              <Say id={name} />
            </dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <Refusals refusals={rehearsal.refusals} />
    </section>
  );
};

/** What the script wanted and a rule refused. */
const Refusals = ({ refusals }: Readonly<{ refusals: Played['rehearsal']['refusals'] }>): JSX.Element | null =>
  refusals.length === 0 ? null : (
    <ul className="body refusals">
      {refusals.map(({ at, as, do: verb, task, message }) => (
        <li key={`${at} ${as} ${verb} ${task}`}>
          <span className="mono">
            {at} {as} {verb} {task}
          </span>
          <p className="refused">{message}</p>
        </li>
      ))}
    </ul>
  );
