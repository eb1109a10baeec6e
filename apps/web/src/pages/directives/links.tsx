import { Link } from '@tanstack/react-router';
import type { JSX } from 'react';

import { useDirectives, type Directive } from '../../api/directives.ts';
import type { EventLine } from '../../api/tasks.ts';
import { useUnitNames } from '../../api/units.tsx';
import { useConsole } from '../../console.tsx';
import { longDay } from '../../i18n/times.ts';
import { Say } from '../../parts/say.tsx';
import { Table } from '../../parts/table.tsx';
import { issuedIn, type Linked } from './issued.ts';
import { useIssues } from './issuing.ts';
import { Change, Implement, WithdrawImplementation } from './link-acts.tsx';

type LinksProps = Readonly<{ directive: Directive; lines: readonly EventLine[] }>;

/** What the text refers to, what it implements, and what has changed it since. */
export const Links = ({ directive, lines }: LinksProps): JSX.Element => {
  const issued = issuedIn(lines);
  const issues = useIssues(directive);
  return (
    <section className="card">
      <header>
        <h2>
          <Say id="directiveView.links" />
        </h2>
        <span className="sp" />
        {issues ? <Implement directive={directive} /> : null}
        {issues ? <Change directive={directive} /> : null}
      </header>
      <div className="body">
        <Table className="fix" heads={['links.rel', 'links.document', 'directives.issuers', 'links.date']}>
          {(issued?.links ?? []).map((link) => (
            <Row key={`${link.rel}/${link.title}`} link={link} />
          ))}
          {directive.implements.map((implemented) => (
            <ImplementedRow
              key={`${implemented.directiveId}/${implemented.clause}`}
              directive={directive}
              implemented={implemented}
            />
          ))}
          {directive.changes.map(({ how, by, at }) => (
            <Row
              key={`${how}/${at}`}
              link={{ ...by, rel: `changed.${how}`, title: by.title ?? '', issuers: [by.issuer], date: by.on ?? null }}
            />
          ))}
        </Table>
      </div>
    </section>
  );
};

type ImplementedProps = Readonly<{ directive: Directive; implemented: Directive['implements'][number] }>;

/** What it brings down, as its text or its issuer has said; until it was taken back. */
const ImplementedRow = ({ directive, implemented }: ImplementedProps): JSX.Element | null => {
  const nameOf = useUnitNames();
  const { language } = useConsole().preferences;
  const issues = useIssues(directive);
  const { directiveId, clause, by, at, until } = implemented;
  const higher = useDirectives().items.find((each) => each.directiveId === directiveId);
  if (!higher) return null;
  return (
    <tr className={until === undefined ? undefined : 'hid'}>
      <td>
        <Say id="link.implements" />
      </td>
      <td>
        <Link className="link" to="/directives/$id" params={{ id: directiveId }}>
          <b>{higher.number ?? higher.slug}</b>, {clause}
        </Link>
        {by.length === 0 ? null : ` (${by.join(', ')})`}{' '}
        {issues && until === undefined ? (
          <WithdrawImplementation directive={directive} implemented={implemented} />
        ) : null}
      </td>
      <td>{higher.issuers.map(nameOf).join(', ')}</td>
      <td className="day">{longDay(language, new Date(at))}</td>
    </tr>
  );
};

const Row = ({ link }: Readonly<{ link: Omit<Linked, 'type'> }>): JSX.Element => {
  const nameOf = useUnitNames();
  const { language } = useConsole().preferences;
  return (
    <tr>
      <td>
        <Say id={`link.${link.rel}`} />
      </td>
      <td>
        {link.number === null ? <Unknown /> : <b>{link.number}</b>} {link.title}
      </td>
      <td>{link.issuers.length === 0 ? '–' : link.issuers.map(nameOf).join(', ')}</td>
      <td className="day">
        {link.date === null ? <Unknown /> : longDay(language, new Date(`${link.date}T12:00:00+07:00`))}
      </td>
    </tr>
  );
};

const Unknown = (): JSX.Element => (
  <span className="missing">
    <Say id="directives.notKnown" />
  </span>
);
