import './leader.css';
import { useSearch } from '@tanstack/react-router';
import type { JSX } from 'react';

import { useDirectives, useDirectiveTasks, type Directive } from '../../api/directives.ts';
import type { Task } from '../../api/tasks.ts';
import { useUnitNames } from '../../api/units.tsx';
import { useConsole } from '../../console.tsx';
import { dayEndingAt, daysBetween, day, longDay } from '../../i18n/times.ts';
import { Icon } from '../../icons.tsx';
import { useNow } from '../../parts/now.ts';
import { Prose } from '../../parts/prose.tsx';
import { Say } from '../../parts/say.tsx';
import { Waiting } from '../../parts/waiting.tsx';
import { bucketsOf, byUnit, percentDone, type Buckets } from './figures.ts';

const SHOWN = 10;

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

const Sheet = ({ directive }: Readonly<{ directive: Directive }>): JSX.Element => {
  const { items: tasks, isWhole, error } = useDirectiveTasks(directive.directiveId);
  const { language } = useConsole().preferences;
  const now = useNow();
  if (!isWhole) return <Waiting error={error} />;
  const figures = bucketsOf(tasks);
  return (
    <article className="sheet">
      <button className="btn no-print" type="button" onClick={() => print()}>
        <Icon name="print" />
        <Say id="onePage.print" />
      </button>
      <h1>
        {directive.number ?? directive.slug} <span className="dim small">{longDay(language, now)}</span>
      </h1>
      <p>{directive.title}</p>
      <Sentence figures={figures} />
      <Four figures={figures} />
      <Units tasks={tasks} />
      <Late tasks={tasks} now={now} />
      <p className="foot">
        <Say id="onePage.formula" />
      </p>
    </article>
  );
};

const Sentence = ({ figures }: Readonly<{ figures: Buckets }>): JSX.Element => {
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
            percent={percent}
          />
        )}
      </b>
    </p>
  );
};

const FOUR = [
  ['doneInTime', 'b-dit', 'class.doneInTime'],
  ['doneLate', 'b-dl', 'class.doneLate'],
  ['openOverdue', 'b-oo', 'class.overdue'],
  ['openInTime', 'b-oit', 'class.inTime'],
] as const;

const Bar = ({ figures }: Readonly<{ figures: Buckets }>): JSX.Element => (
  <div className="bar" aria-hidden="true">
    {FOUR.filter(([name]) => figures[name] > 0).map(([name, pattern]) => (
      <i key={name} className={pattern} style={{ flexGrow: figures[name] }} />
    ))}
  </div>
);

const Four = ({ figures }: Readonly<{ figures: Buckets }>): JSX.Element => (
  <>
    <h2>
      <Say id="onePage.four" />
    </h2>
    <Bar figures={figures} />
    <div className="four">
      {FOUR.map(([name, pattern, word]) => (
        <div key={name}>
          <span>
            <i className={`sw ${pattern}`} /> <Say id={word} />
          </span>
          <b>{figures[name]}</b>
        </div>
      ))}
    </div>
  </>
);

const Units = ({ tasks }: Readonly<{ tasks: readonly Task[] }>): JSX.Element => {
  const nameOf = useUnitNames();
  return (
    <>
      <h2>
        <Say id="onePage.byUnit" />
      </h2>
      <table>
        <tbody>
          {byUnit(tasks)
            .slice(0, SHOWN)
            .map(({ unit, figures }) => (
              <tr key={unit}>
                <td>{nameOf(unit)}</td>
                <td className="wide">
                  <Bar figures={figures} />
                </td>
                <td className="num">{figures.openOverdue}</td>
                <td className="num">{percentDone(figures) ?? '–'}</td>
              </tr>
            ))}
        </tbody>
      </table>
    </>
  );
};

const Late = ({ tasks, now }: Readonly<{ tasks: readonly Task[]; now: Date }>): JSX.Element => {
  const nameOf = useUnitNames();
  const { language } = useConsole().preferences;
  const late = tasks
    .filter(({ deadlineClass }) => deadlineClass === 'overdue')
    .toSorted((a, b) => ((a.dueAt ?? '') < (b.dueAt ?? '') ? -1 : 1));
  return (
    <>
      <h2>
        <Say id="onePage.late" /> <span>{late.length}</span>
      </h2>
      <table>
        <tbody>
          {late.slice(0, SHOWN).map((task) => (
            <tr key={task.id}>
              <td>{task.unit === null ? '–' : nameOf(task.unit)}</td>
              <td>
                <span className="mono">{task.ref}</span> <Prose text={task.statement} />
              </td>
              <td className="nw">{day(language, dayEndingAt(task.dueAt!))}</td>
              <td className="num t-overdue">{-daysBetween(now, dayEndingAt(task.dueAt!))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
};
