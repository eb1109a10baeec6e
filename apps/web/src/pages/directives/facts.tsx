import { Link } from '@tanstack/react-router';
import type { JSX, ReactNode } from 'react';

import { useDirectiveHistory, type Directive } from '../../api/directives.ts';
import { useUnitNames } from '../../api/units.tsx';
import { useConsole } from '../../console.tsx';
import { longDay } from '../../i18n/times.ts';
import { MarkingWords } from '../../parts/marking.tsx';
import { Say } from '../../parts/say.tsx';
import { issuedIn, linkGroups, type Issued, type LinkGroup } from './issued.ts';

/** What the text says of itself; what it does not say is shown as missing. */
export const Facts = ({ directive }: Readonly<{ directive: Directive }>): JSX.Element => {
  const nameOf = useUnitNames();
  const { items } = useDirectiveHistory(directive.directiveId);
  const issued = issuedIn(items);
  return (
    <dl className="facts">
      <Fact name="directives.issuers">{directive.issuers.map(nameOf).join(', ')}</Fact>
      <Fact name="directives.adopted">
        <Dated date={directive.adoptedOn} />
      </Fact>
      <Fact name="directives.signed">
        <Dated date={issued?.signedOn ?? null} />
      </Fact>
      <Fact name="directives.issued">
        <Dated date={directive.issuedOn} />
      </Fact>
      <Fact name="directives.horizon">
        <Horizon horizon={issued?.horizon} />
      </Fact>
      {linkGroups(issued?.links ?? []).map((group) => (
        <Fact key={group.rel} name={`link.${group.rel}`}>
          <Linked id={directive.directiveId} group={group} />
        </Fact>
      ))}
      <Fact name="directives.marking">
        <MarkingWords {...directive} />
      </Fact>
    </dl>
  );
};

const Fact = ({ name, children }: Readonly<{ name: string; children: ReactNode }>): JSX.Element => (
  <div>
    <dt>
      <Say id={name} />
    </dt>
    <dd>{children}</dd>
  </div>
);

const Missing = ({ word }: Readonly<{ word: string }>): JSX.Element => (
  <span className="missing">
    <Say id={word} />
  </span>
);

const useDay = (): ((date: string) => string) => {
  const { language } = useConsole().preferences;
  return (date) => longDay(language, new Date(`${date}T12:00:00+07:00`));
};

const Dated = ({ date }: Readonly<{ date: string | null }>): JSX.Element => {
  const day = useDay();
  return date === null ? <Missing word="directives.notKnown" /> : <>{day(date)}</>;
};

/** For how long the text speaks. Nothing falls due by it. */
const Horizon = ({ horizon }: Readonly<{ horizon: Issued['horizon'] | undefined }>): JSX.Element => {
  const day = useDay();
  const { from = null, until = null } = horizon ?? {};
  if (from === null && until === null) return <Missing word="directives.notStated" />;
  return (
    <>
      {from === null ? null : <Say id="directives.horizonFrom" day={day(from)} />}{' '}
      {until === null ? null : <Say id="directives.horizonUntil" day={day(until)} />}
      {'; '}
      <Say id="directives.noDueDate" />
    </>
  );
};

const Linked = ({ id, group }: Readonly<{ id: string; group: LinkGroup }>): JSX.Element => (
  <Link className="link" to="/directives/$id" params={{ id }} search={(before) => ({ ...before, show: 'links' })}>
    {group.numbers.join(', ')}
    {group.unnumbered === 0 ? null : (
      <>
        {group.numbers.length === 0 ? '' : ', '}
        <Say id="directives.unnumbered" documents={group.unnumbered} />
      </>
    )}
  </Link>
);
