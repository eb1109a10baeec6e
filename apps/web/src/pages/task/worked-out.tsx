import { Fragment, type JSX, type ReactNode } from 'react';

import { useHistory, type Task } from '../../api/tasks.ts';
import { useConsole } from '../../console.tsx';
import { day, dayEndingAt, longDay, shortMoment } from '../../i18n/times.ts';
import { ByCalendar, ByRule, Said } from '../../parts/derived.tsx';
import { useNow } from '../../parts/now.ts';
import { Say, useSay } from '../../parts/say.tsx';
import { derivedIn, type Derived } from './derivation.ts';

/** From what the text says to the date: by which rule, which edition of which calendar, and what rings before and after it. */
export const WorkedOut = ({ task }: Readonly<{ task: Task }>): JSX.Element | null => {
  const { items: lines } = useHistory(task.id);
  const derived = derivedIn(lines, task.dueAt);
  if (!derived) return null;
  return (
    <>
      <details className="how">
        <summary>
          <Say id="deadline.how" />
        </summary>
        <Derivation task={task} derived={derived} />
      </details>
      <Ladder derived={derived} />
    </>
  );
};

type DerivedProps = Readonly<{ task: Task; derived: Derived }>;

const Derivation = ({ task, derived: { derivation, dueAt } }: DerivedProps): JSX.Element => {
  const say = useSay();
  const lines: readonly (readonly [label: string, words: ReactNode])[] = [
    ['deadline.said', <Said key="said" derivation={derivation} />],
    ['deadline.rule', <ByRule key="rule" derivation={derivation} />],
    ['deadline.calendar', <ByCalendar key="calendar" derivation={derivation} />],
    ['deadline.zone', `${derivation.zone} · ${say('deadline.before', { utc: dueAt.slice(0, 16).replace('T', ' ') })}`],
    ['deadline.moved', <Moved key="moved" task={task} />],
  ];
  return (
    <dl className="kv">
      {lines.map(([label, words]) => (
        <Fragment key={label}>
          <dt>
            <Say id={label} />
          </dt>
          <dd>{words}</dd>
        </Fragment>
      ))}
    </dl>
  );
};

const Moved = ({ task: { dates } }: Readonly<{ task: Task }>): JSX.Element => {
  const { language } = useConsole().preferences;
  const now = useNow();
  if (dates.length === 0) return <Say id="deadline.movedNever" />;
  return (
    <>
      {dates.map(({ how, to, at }) => (
        <div key={at}>
          {longDay(language, dayEndingAt(to))} · <Say id={`deadline.how.${how}`} />{' '}
          <span className="dim">{shortMoment(language, at, now)}</span>
        </div>
      ))}
    </>
  );
};

/** What rings, in the order of time; a rung that ends a day is told by that day. */
const Ladder = ({ derived: { rungs } }: Readonly<{ derived: Derived }>): JSX.Element => {
  const { language } = useConsole().preferences;
  const now = useNow();
  return (
    <ol className="ladder">
      {rungs.map(({ kind, at }) => (
        <li key={`${kind}/${at}`} className={at <= now.toISOString() ? 'past' : undefined}>
          <b className={kind === 'overdue' ? 't-overdue' : undefined}>{day(language, new Date(at), now)}</b>
          <Say id={`deadline.rung.${kind}`} />
        </li>
      ))}
    </ol>
  );
};
