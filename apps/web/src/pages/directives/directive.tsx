import './directives.css';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import type { JSX } from 'react';

import { useDirectiveHistory, useDirectives, useDirectiveTasks, type Directive } from '../../api/directives.ts';
import { useCrumb } from '../../frame/crumb.ts';
import { Icon } from '../../icons.tsx';
import { DocumentType } from '../../parts/document-type.tsx';
import { EventTable } from '../../parts/event-table.tsx';
import { MarkingTags } from '../../parts/marking.tsx';
import { Say } from '../../parts/say.tsx';
import { Views } from '../../parts/views.tsx';
import { Waiting } from '../../parts/waiting.tsx';
import { Coverage } from './coverage.tsx';
import { CoverageGrid } from './coverage-grid.tsx';
import { Deeds } from './deeds.tsx';
import { Facts } from './facts.tsx';
import { Findings } from './findings.tsx';
import { JustThese } from './just-these.tsx';
import { Links } from './links.tsx';
import { askedIn } from './narrowed.ts';
import { Outcome } from './outcome.tsx';
import { RecordFinding } from './record-finding.tsx';
import { TaskTree } from './task-tree.tsx';
import { Timeline } from './timeline.tsx';
import { WouldMoveCard } from './would-move.tsx';

const VIEWS = ['tasks', 'coverage', 'timeline', 'links', 'history'] as const;

/** What came of a directive, in several views; which of them stands in the address. */
export const DirectivePage = (): JSX.Element => {
  const { id } = useParams({ from: '/directives/$id' });
  const { show } = useSearch({ from: '/directives/$id' });
  const { items: directives, isWhole, error } = useDirectives();
  const directive = directives.find(({ directiveId }) => directiveId === id);
  const shown = VIEWS.find((each) => each === show) ?? 'tasks';
  useCrumb(directive && (directive.number ?? directive.slug));
  if (!directive && isWhole) return <Unknown id={id} />;
  if (!directive) return <Waiting error={error} />;
  return (
    <div className="pad">
      <div className="line">
        <h1 className="line">
          <span>
            <DocumentType type={directive.type} />
            {directive.number ?? directive.slug}
          </span>
          <MarkingTags {...directive} explained={directive.directiveId} />
        </h1>
        <span className="sp" />
        <Deeds directive={directive} />
      </div>
      <p className="mid">{directive.title}</p>
      <Facts directive={directive} />
      <Tools id={id} shown={shown} />
      <View shown={shown} directive={directive} />
    </div>
  );
};

/** Also what nobody may know of, and what was not known at the moment that is shown. */
const Unknown = ({ id }: Readonly<{ id: string }>): JSX.Element => (
  <div className="pad">
    <h1 className="mono">{id}</h1>
    <p className="empty">
      <Say id="directives.unknown" />
    </p>
  </div>
);

type Shown = (typeof VIEWS)[number];

/** Which view, and what else there is of it. */
const Tools = ({ id, shown }: Readonly<{ id: string; shown: Shown }>): JSX.Element => {
  const navigate = useNavigate();
  return (
    <div className="tools wide">
      <Views
        label="frame.directives"
        names={VIEWS}
        shown={shown}
        words="directiveView"
        onShow={(name) =>
          void navigate({
            to: '/directives/$id',
            params: { id },
            search: { show: name },
          })
        }
      />
      <span className="sp" />
      <Link className="btn" to="/one-page" search={(before) => ({ ...before, directive: id })}>
        <Icon name="onePage" />
        <Say id="frame.onePage" />
      </Link>
      <Link className="btn" to="/audit" search={(before) => ({ ...before, of: `directive-${id}` })}>
        <Icon name="audit" />
        <Say id="frame.audit" />
      </Link>
    </div>
  );
};

type ViewProps = Readonly<{ shown: Shown; directive: Directive }>;

const View = ({ shown, directive }: ViewProps): JSX.Element => {
  const id = directive.directiveId;
  if (shown === 'coverage') return <Coverage id={id} />;
  if (shown === 'links' || shown === 'history') return <Recorded shown={shown} directive={directive} />;
  return <Tasks shown={shown} directive={directive} />;
};

const Tasks = ({ shown, directive }: ViewProps): JSX.Element => {
  const { items: tasks, isPending, isWhole, error } = useDirectiveTasks(directive.directiveId);
  const asked = askedIn(useSearch({ from: '/directives/$id' }));
  if (isPending || error) return <Waiting error={error} />;
  if (shown === 'tasks' && asked)
    return isWhole ? <JustThese directive={directive} tasks={tasks} asked={asked} /> : <Waiting />;
  const of = { id: directive.directiveId, tasks, isWhole };
  if (shown === 'timeline')
    return (
      <>
        <WouldMoveCard directive={directive} />
        <Timeline {...of} />
      </>
    );
  return (
    <>
      <div className="abreast">
        <Outcome {...of} />
        <CoverageGrid {...of} />
      </div>
      <div className="cols">
        <TaskTree directive={directive} tasks={tasks} isWhole={isWhole} />
        <Findings findings={directive.findings} tasks={tasks} isWhole={isWhole}>
          <RecordFinding id={directive.directiveId} />
        </Findings>
      </div>
    </>
  );
};

const Recorded = ({ shown, directive }: ViewProps): JSX.Element => {
  const { items, isPending, error } = useDirectiveHistory(directive.directiveId);
  if (isPending || error) return <Waiting error={error} />;
  return shown === 'links' ? <Links directive={directive} lines={items} /> : <EventTable lines={items} />;
};
