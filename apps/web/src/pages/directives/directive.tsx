import './directives.css';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import type { JSX } from 'react';

import { useDirectiveHistory, useDirectives, useDirectiveTasks, type Directive } from '../../api/directives.ts';
import { useConsole } from '../../console.tsx';
import { longDay } from '../../i18n/times.ts';
import { EventTable } from '../../parts/event-table.tsx';
import { Say } from '../../parts/say.tsx';
import { Views } from '../../parts/views.tsx';
import { useUnitNames } from '../../api/units.tsx';
import { Waiting } from '../../parts/waiting.tsx';
import { Coverage } from './coverage.tsx';
import { Findings } from './findings.tsx';
import { Links } from './links.tsx';
import { Outcome } from './outcome.tsx';
import { RecordFinding } from './record-finding.tsx';
import { TaskTree } from './task-tree.tsx';
import { Timeline } from './timeline.tsx';

const VIEWS = ['tasks', 'coverage', 'timeline', 'links', 'history'] as const;

/** What came of a directive, in several views; which of them stands in the address. */
export const DirectivePage = (): JSX.Element => {
  const { id } = useParams({ from: '/directives/$id' });
  const { show } = useSearch({ from: '/directives/$id' });
  const navigate = useNavigate();
  const { items: directives, error } = useDirectives();
  const directive = directives.find(({ directiveId }) => directiveId === id);
  const shown = VIEWS.find((each) => each === show) ?? 'tasks';
  if (!directive) return <Waiting error={error} />;
  return (
    <div className="pad">
      <h1>{directive.number ?? directive.slug}</h1>
      <p className="mid">{directive.title}</p>
      <Facts directive={directive} />
      <div className="tools">
        <Views
          label="frame.directives"
          names={VIEWS}
          shown={shown}
          words="directiveView"
          onShow={(name) =>
            void navigate({ to: '/directives/$id', params: { id }, search: (before) => ({ ...before, show: name }) })
          }
        />
      </div>
      <View shown={shown} directive={directive} />
    </div>
  );
};

type ViewProps = Readonly<{ shown: (typeof VIEWS)[number]; directive: Directive }>;

const View = ({ shown, directive }: ViewProps): JSX.Element => {
  const id = directive.directiveId;
  if (shown === 'coverage') return <Coverage id={id} />;
  if (shown === 'links' || shown === 'history') return <Recorded shown={shown} directive={directive} />;
  return <Tasks shown={shown} directive={directive} />;
};

const Tasks = ({ shown, directive }: ViewProps): JSX.Element => {
  const { items: tasks, isPending, error } = useDirectiveTasks(directive.directiveId);
  if (isPending || error) return <Waiting error={error} />;
  if (shown === 'timeline') return <Timeline tasks={tasks} />;
  return (
    <div className="cols">
      <div className="stack">
        <Outcome tasks={tasks} />
        <TaskTree id={directive.directiveId} tasks={tasks} />
      </div>
      <Findings findings={directive.findings}>
        <RecordFinding id={directive.directiveId} />
      </Findings>
    </div>
  );
};

const Recorded = ({ shown, directive }: ViewProps): JSX.Element => {
  const { items, isPending, error } = useDirectiveHistory(directive.directiveId);
  if (isPending || error) return <Waiting error={error} />;
  return shown === 'links' ? <Links directive={directive} lines={items} /> : <EventTable lines={items} />;
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
