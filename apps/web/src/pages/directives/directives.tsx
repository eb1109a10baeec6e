import './directives.css';
import { Link } from '@tanstack/react-router';
import type { JSX } from 'react';

import { useDirectives, type Directive } from '../../api/directives.ts';
import { useConsole } from '../../console.tsx';
import { longDay } from '../../i18n/times.ts';
import { Icon } from '../../icons.tsx';
import { DocumentType } from '../../parts/document-type.tsx';
import { MarkingTags } from '../../parts/marking.tsx';
import { useMoment } from '../../parts/moment.ts';
import { ReadOnly } from '../../parts/read-only.tsx';
import { Say } from '../../parts/say.tsx';
import { useUnitNames } from '../../api/units.tsx';
import { Waiting } from '../../parts/waiting.tsx';

export const Directives = (): JSX.Element => {
  const { items: directives, isPending, error } = useDirectives();
  const isNow = useMoment() === null;
  if (isPending || error) return <Waiting error={error} />;
  return (
    <div className="pad">
      <h1>
        <Say id="frame.directives" /> <span className="dim">{directives.length}</span>
      </h1>
      <div className="tools">
        <ReadOnly />
        {isNow ? (
          <Link className="btn" to="/directives/new">
            <Icon name="plus" />
            <Say id="new.title" />
          </Link>
        ) : null}
      </div>
      {directives.length === 0 ? (
        <p className="empty">
          <Say id="directives.empty" />
        </p>
      ) : null}
      <ul className="stack">
        {directives.map((directive) => (
          <Row key={directive.directiveId} directive={directive} />
        ))}
      </ul>
    </div>
  );
};

const Row = ({ directive }: Readonly<{ directive: Directive }>): JSX.Element => {
  const { language } = useConsole().preferences;
  const nameOf = useUnitNames();
  return (
    <li className="card">
      <Link className="issued" to="/directives/$id" params={{ id: directive.directiveId }}>
        <span className="line">
          <b>
            <DocumentType type={directive.type} />
            {directive.number ?? directive.slug}
          </b>
          <MarkingTags {...directive} />
        </span>
        <span>{directive.title}</span>
        <span className="dim small">
          {directive.issuers.map(nameOf).join(', ')} · {longDay(language, new Date(directive.issuedAt))} ·{' '}
          <Say id={`force.${directive.force}`} />
        </span>
      </Link>
    </li>
  );
};
