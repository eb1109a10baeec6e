import { Link } from '@tanstack/react-router';
import { Fragment, type JSX, type ReactNode } from 'react';

import { useHistory, type Task } from '../../api/tasks.ts';
import { useConsole } from '../../console.tsx';
import { day, dayEndingAt, longDay, shortMoment } from '../../i18n/times.ts';
import { useNow } from '../../parts/now.ts';
import { Say, useSay } from '../../parts/say.tsx';
import { derivedIn, editionIn, type Derived } from './derivation.ts';

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

const Derivation = ({ task, derived }: DerivedProps): JSX.Element => {
  const say = useSay();
  const { says, zone, sources, byIncludesTheDay, roll, daysOff, covered } = derived.derivation;
  const lines: readonly (readonly [label: string, words: ReactNode])[] = [
    ['deadline.said', <Said key="said" says={says} />],
    [
      'deadline.rule',
      <Edition key="rule" source={sources.policy}>
        {says.bound === 'by' ? `${say(byIncludesTheDay ? 'deadline.byIncludes' : 'deadline.byExcludes')} · ` : ''}
      </Edition>,
    ],
    [
      'deadline.calendar',
      <Edition key="calendar" source={sources.calendar}>
        {say(`deadline.roll.${roll}`)}
        {daysOff.length === 0 ? '' : `, ${say('deadline.rolled', { days: daysOff.length })}`}
        {covered ? '' : `, ${say('deadline.notCovered')}`}
        {' · '}
      </Edition>,
    ],
    ['deadline.zone', `${zone} · ${say('deadline.before', { utc: derived.dueAt.slice(0, 16).replace('T', ' ') })}`],
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

/** In the words of the text, where they are kept. */
const Said = ({ says }: Readonly<{ says: Derived['derivation']['says'] }>): JSX.Element => {
  const { phrase, on, month = '', bound, firmness } = says;
  const { language } = useConsole().preferences;
  const date = on === undefined ? month : longDay(language, new Date(`${on}T12:00:00+07:00`));
  return (
    <>
      {phrase === undefined ? <Say id={`deadline.bound.${bound}`} date={date} /> : `“${phrase}”`}
      {' · '}
      <Say id={`deadline.firmness.${firmness}`} />
    </>
  );
};

const Edition = ({ source, children }: Readonly<{ source: string; children: ReactNode }>): JSX.Element => (
  <>
    {children}
    <Link className="link" to="/rules">
      {editionIn(source)}
    </Link>
  </>
);

const Moved = ({ task: { dates } }: Readonly<{ task: Task }>): JSX.Element => {
  const { language } = useConsole().preferences;
  if (dates.length === 0) return <Say id="deadline.movedNever" />;
  return (
    <>
      {dates.map(({ how, to, at }) => (
        <div key={at}>
          {longDay(language, dayEndingAt(to))} · <Say id={`deadline.how.${how}`} />{' '}
          <span className="dim">{shortMoment(language, at)}</span>
        </div>
      ))}
    </>
  );
};

/** What rings, in the order of time; a rung that ends a day is told by that day. */
const Ladder = ({ derived: { rungs } }: Readonly<{ derived: Derived }>): JSX.Element => {
  const { language } = useConsole().preferences;
  const now = useNow().toISOString();
  return (
    <ol className="ladder">
      {rungs.map(({ kind, at }) => (
        <li key={`${kind}/${at}`} className={at <= now ? 'past' : undefined}>
          <b className={kind === 'overdue' ? 't-overdue' : undefined}>{day(language, new Date(at))}</b>
          <Say id={`deadline.rung.${kind}`} />
        </li>
      ))}
    </ol>
  );
};
