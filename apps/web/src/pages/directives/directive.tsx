import './directives.css';
import { useParams } from '@tanstack/react-router';
import type { JSX } from 'react';

import { useDirectives, useDirectiveTasks, type Directive } from '../../api/directives.ts';
import { useConsole } from '../../console.tsx';
import { longDay } from '../../i18n/times.ts';
import { Say } from '../../parts/say.tsx';
import { useUnitNames } from '../../api/units.tsx';
import { Waiting } from '../../parts/waiting.tsx';
import { Findings } from './findings.tsx';
import { Outcome } from './outcome.tsx';
import { TaskTree } from './task-tree.tsx';

/** What came of a directive. */
export const DirectivePage = (): JSX.Element => {
  const { id } = useParams({ from: '/directives/$id' });
  const { items: directives, error } = useDirectives();
  const { items: tasks } = useDirectiveTasks(id);
  const directive = directives.find(({ directiveId }) => directiveId === id);
  if (!directive) return <Waiting error={error} />;
  return (
    <div className="pad">
      <h1>{directive.number ?? directive.slug}</h1>
      <p className="mid">{directive.title}</p>
      <Facts directive={directive} />
      <div className="cols">
        <div className="stack">
          <Outcome tasks={tasks} />
          <TaskTree tasks={tasks} />
        </div>
        <Findings findings={directive.findings} />
      </div>
    </div>
  );
};

/** What the text does not say is shown as missing. */
const Facts = ({ directive }: Readonly<{ directive: Directive }>): JSX.Element => {
  const { language } = useConsole().preferences;
  const nameOf = useUnitNames();
  const dated = (date: string | null) =>
    date === null ? (
      <span className="missing">
        <Say id="directives.notKnown" />
      </span>
    ) : (
      longDay(language, new Date(`${date}T12:00:00+07:00`))
    );
  return (
    <dl className="facts">
      <div>
        <dt>
          <Say id="directives.issuers" />
        </dt>
        <dd>{directive.issuers.map(nameOf).join(', ')}</dd>
      </div>
      <div>
        <dt>
          <Say id="directives.adopted" />
        </dt>
        <dd>{dated(directive.adoptedOn)}</dd>
      </div>
      <div>
        <dt>
          <Say id="directives.issued" />
        </dt>
        <dd>{dated(directive.issuedOn)}</dd>
      </div>
    </dl>
  );
};
