import { Link } from '@tanstack/react-router';
import type { JSX, ReactNode } from 'react';

import { useUnitNames, type Unit } from '../../api/units.tsx';
import { useConsole } from '../../console.tsx';
import { beginOf, dayOf } from '../../i18n/days.ts';
import { longDay } from '../../i18n/times.ts';
import { Explained } from '../../parts/explained.tsx';
import { useNow } from '../../parts/now.ts';
import { Say, useSay } from '../../parts/say.tsx';
import { successorsOf } from './tree.ts';
import { groupsOf, isMemberOn, membershipOf, type Membership } from './unit-offers.ts';

const LANGUAGES = ['vi', 'en', 'ru', 'uk'] as const;

/** As it is registered: its names, under whom it is, and who takes over from it. */
export const UnitFacts = ({ unit }: Readonly<{ unit: Unit }>): JSX.Element => (
  <section className="card">
    <header>
      <h2>
        <Say id="units.facts" />
      </h2>
    </header>
    <dl className="kv body wide">
      {LANGUAGES.filter((language) => unit.names[language] !== undefined).map((language) => (
        <Fact key={language} label={`units.name.${language}`}>
          <span lang={language}>{unit.names[language]}</span>
        </Fact>
      ))}
      {unit.aliases.length === 0 ? null : <Fact label="units.aliases">{unit.aliases.join(', ')}</Fact>}
      <Fact label="units.id">
        <span className="mono">{unit.unitId}</span>
      </Fact>
      <Fact label="units.parent">{unit.parent === null ? '–' : <UnitLink id={unit.parent} />}</Fact>
      <Fact label="units.successor">
        <Successors unit={unit} />
      </Fact>
    </dl>
  </section>
);

const Fact = ({ label, children }: Readonly<{ label: string; children: ReactNode }>): JSX.Element => (
  <>
    <dt>
      <Say id={label} />
    </dt>
    <dd>{children}</dd>
  </>
);

const Successors = ({ unit }: Readonly<{ unit: Unit }>): JSX.Element => {
  const { language } = useConsole().preferences;
  const successors = successorsOf(unit);
  if (successors.length === 0) return <>–</>;
  return (
    <>
      {successors.map(({ succession, to, on }) => (
        <div key={`${succession}/${to ?? ''}`}>
          {to === null ? <Say id="units.notKnown" /> : <UnitLink id={to} />}{' '}
          <span className="dim day">
            {on === null ? <Say id="units.noDay" /> : longDay(language, new Date(beginOf(on)))}
          </span>
        </div>
      ))}
    </>
  );
};

/** To the page of a unit; `className`: where nothing else is there but links, none need be marked. */
export const UnitLink = ({
  id,
  className = 'link',
}: Readonly<{ id: string; className?: string | undefined }>): JSX.Element => {
  const nameOf = useUnitNames();
  return (
    <Link className={className} to="/units/$id" params={{ id }}>
      {nameOf(id)}
    </Link>
  );
};

/** Who is in it, or where it is: those of that day first. */
export const Memberships = ({ unit, units }: Readonly<{ unit: Unit; units: readonly Unit[] }>): JSX.Element | null => {
  const say = useSay();
  const day = dayOf(useNow());
  const isGroup = unit.kind === 'group';
  const all = isGroup ? membershipOf(unit) : groupsOf(unit.unitId, units);
  if (all.length === 0) return null;
  const title = isGroup ? 'units.members' : 'units.groups';
  const count = all.filter((each) => isMemberOn(each, day)).length;
  const sorted = all.toSorted((one, other) => Number(isMemberOn(other, day)) - Number(isMemberOn(one, day)));
  return (
    <section className="card">
      <header>
        <h2>
          <Say id={title} />
        </h2>
        <Explained
          className="dim small"
          label={`${say(title)}: ${count}`}
          why={({ Reason }) => <Reason title={count} rule={<Say id={`reason.${title}`} />} view="unit" />}
        >
          {count}
        </Explained>
      </header>
      <ul className="body members">
        {sorted.map((each) => (
          <li key={`${each.unit}/${each.from ?? ''}`} className={isMemberOn(each, day) ? undefined : 'dim'}>
            <UnitLink id={each.unit} />
            <Period {...each} />
          </li>
        ))}
      </ul>
    </section>
  );
};

const Period = ({ from, until }: Membership): JSX.Element | null => {
  const { language } = useConsole().preferences;
  const told = (day: string) => longDay(language, new Date(beginOf(day)));
  if (from === null && until === null) return null;
  return (
    <span className="dim small">
      {from === null ? null : <Say id="units.since" day={told(from)} />}{' '}
      {until === null ? null : <Say id="units.before" day={told(until)} />}
    </span>
  );
};
