import './leader.css';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import type { JSX } from 'react';

import { useDirectives, useDirectiveTasks, useDirectiveTasksAt, type Directive } from '../../api/directives.ts';
import type { Task } from '../../api/tasks.ts';
import { useUnitNames } from '../../api/units.tsx';
import { useConsole } from '../../console.tsx';
import { dayAndMonth, dayEndingAt, daysBetween, longDay } from '../../i18n/times.ts';
import { decimal } from '../../i18n/numbers.ts';
import { Icon } from '../../icons.tsx';
import { useNow } from '../../parts/now.ts';
import { DocumentType } from '../../parts/document-type.tsx';
import { Prose } from '../../parts/prose.tsx';
import { Say, useSay } from '../../parts/say.tsx';
import { Waiting } from '../../parts/waiting.tsx';
import { Bar, FOUR } from './bar.tsx';
import { ByUnit } from './by-unit.tsx';
import { bucketsOf, endOfLastMonth, percentDone, signed, type Buckets } from './figures.ts';
import { Halted } from './halted.tsx';
import { Register } from './register.tsx';
import { SaveReport } from './save-report.tsx';

const SHOWN = 6;

/** Where a directive stands, on one sheet of A4. */
export const OnePage = (): JSX.Element => {
  const { directive: asked } = useSearch({ from: '/one-page' });
  const { items: directives, isPending, error } = useDirectives();
  const directive = directives.find(({ directiveId }) => directiveId === asked) ?? directives[0];
  if (isPending || error) return <Waiting error={error} />;
  if (!directive)
    return (
      <p className="empty">
        <Say id="directives.empty" />
      </p>
    );
  return <Sheet directive={directive} />;
};

/** The choice of the directive stays where it is while another one comes, so that whoever goes through them by arrows goes on. */
const Sheet = ({ directive }: Readonly<{ directive: Directive }>): JSX.Element => (
  <article className="sheet">
    <Tools directive={directive} />
    <Standing directive={directive} />
  </article>
);

const Standing = ({ directive }: Readonly<{ directive: Directive }>): JSX.Element => {
  const { items: tasks, isWhole, error } = useDirectiveTasks(directive.directiveId);
  const { language } = useConsole().preferences;
  const now = useNow();
  const end = endOfLastMonth(now);
  const then = useThen(directive, end);
  if (!isWhole) return <Waiting error={error} />;
  const figures = bucketsOf(tasks);
  return (
    <>
      <h1>
        <DocumentType type={directive.type} />
        {directive.number ?? directive.slug} <span className="dim small">{longDay(language, now)}</span>{' '}
        {then === null ? null : (
          <span className="dim small">
            <Say id="onePage.against" day={longDay(language, dayEndingAt(end))} />
          </span>
        )}
      </h1>
      <p>{directive.title}</p>
      <Sentence figures={figures} />
      <Four
        figures={figures}
        then={then && bucketsOf(then)}
        dueSoon={tasks.filter(({ deadlineClass }) => deadlineClass === 'dueSoon').length}
      />
      <ByUnit tasks={tasks} then={then} />
      <Late tasks={tasks} now={now} />
      <Halted id={directive.directiveId} tasks={tasks} />
      <p className="foot">
        <Say id="onePage.formula" />
      </p>
    </>
  );
};

/** Not on the printed page: which directive, where there are several, and its printing. */
const Tools = ({ directive }: Readonly<{ directive: Directive }>): JSX.Element => {
  const id = directive.directiveId;
  const say = useSay();
  const navigate = useNavigate();
  const { items } = useDirectives();
  return (
    <div className="tools no-print">
      {items.length < 2 ? null : (
        <select
          className="field"
          aria-label={say('frame.directives')}
          value={id}
          onChange={({ target }) =>
            void navigate({ to: '/one-page', search: (before) => ({ ...before, directive: target.value }) })
          }
        >
          {items.map(({ directiveId, number, slug, title }) => (
            <option key={directiveId} value={directiveId}>
              {number ?? slug} {title}
            </option>
          ))}
        </select>
      )}
      <SaveReport id={id} name={directive.slug} />
      <button className="btn" type="button" onClick={() => print()}>
        <Icon name="print" />
        <Say id="onePage.print" />
      </button>
    </div>
  );
};

/** As it stood then. `null`: nobody knew of it, or it is not there yet. */
const useThen = ({ directiveId, recordedAt }: Directive, at: string): readonly Task[] | null => {
  const { items, isWhole } = useDirectiveTasksAt(directiveId, recordedAt < at ? at : null);
  return isWhole && items.length > 0 ? items : null;
};

const Sentence = ({ figures }: Readonly<{ figures: Buckets }>): JSX.Element => {
  const { language } = useConsole().preferences;
  const percent = percentDone(figures);
  return (
    <p>
      <b>
        {percent === null ? (
          <Say id="onePage.nothingFellDue" />
        ) : (
          <Say
            id="onePage.sentence"
            done={figures.doneInTime + figures.doneLate}
            fellDue={figures.fellDue}
            percent={decimal(language, percent)}
          />
        )}
      </b>
    </p>
  );
};

type FourProps = Readonly<{ figures: Buckets; then: Buckets | null; dueSoon: number }>;

/** Each with how many more or fewer there are than at the end of last month. */
const Four = ({ figures, then, dueSoon }: FourProps): JSX.Element => (
  <>
    <h2>
      <Say id="onePage.four" />
      {dueSoon === 0 ? null : (
        <span>
          <Say id="onePage.atRisk" count={dueSoon} />
        </span>
      )}
    </h2>
    <Bar figures={figures} />
    <div className="four">
      {FOUR.map(([name, pattern, word]) => (
        <div key={name}>
          <span>
            <i className={`sw ${pattern}`} /> <Say id={word} />
          </span>
          <b>{figures[name]}</b>
          <span className="dim small">{then === null ? null : signed(figures[name] - then[name])}</span>
        </div>
      ))}
    </div>
  </>
);

const Late = ({ tasks, now }: Readonly<{ tasks: readonly Task[]; now: Date }>): JSX.Element => {
  const say = useSay();
  const nameOf = useUnitNames();
  const { language } = useConsole().preferences;
  const late = tasks
    .filter(({ deadlineClass }) => deadlineClass === 'overdue')
    .toSorted((a, b) => ((a.dueAt ?? '') < (b.dueAt ?? '') ? -1 : 1));
  return (
    <Register
      title="onePage.late"
      how={<Say id="onePage.longest" shown={Math.min(SHOWN, late.length)} all={late.length} />}
      className="late"
      heads={['onePage.answers', 'directives.task', 'onePage.due', 'onePage.daysLate']}
    >
      {late.slice(0, SHOWN).map((task) => (
        <tr key={task.id}>
          <td>{task.unit === null ? '–' : nameOf(task.unit)}</td>
          <td>
            <Link to="/tasks/$id" params={{ id: task.id }}>
              <span className="mono">{task.ref}</span> <Prose text={task.statement} />
            </Link>
          </td>
          <td>{dayAndMonth(language, dayEndingAt(task.dueAt!))}</td>
          <td data-head={say('onePage.daysLate')} className="num t-overdue">
            {-daysBetween(now, dayEndingAt(task.dueAt!))}
          </td>
        </tr>
      ))}
    </Register>
  );
};
