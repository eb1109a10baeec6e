import type { JSX } from 'react';

import type { Directive } from '../../api/directives.ts';
import type { EventLine } from '../../api/tasks.ts';
import { useUnitNames } from '../../api/units.tsx';
import { useConsole } from '../../console.tsx';
import { longDay } from '../../i18n/times.ts';
import { Say } from '../../parts/say.tsx';
import { Table } from '../../parts/table.tsx';
import { issuedIn, type Linked } from './issued.ts';

type LinksProps = Readonly<{ directive: Directive; lines: readonly EventLine[] }>;

/** What the text refers to, what it implements, and what has changed it since. */
export const Links = ({ directive, lines }: LinksProps): JSX.Element => {
  const issued = issuedIn(lines);
  return (
    <section className="card">
      <header>
        <h2>
          <Say id="directiveView.links" />
        </h2>
      </header>
      <div className="body">
        <Table className="fix" heads={['links.rel', 'links.document', 'directives.issuers', 'links.date']}>
          {(issued?.links ?? []).map((link) => (
            <Row key={`${link.rel}/${link.title}`} link={link} />
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
