import { useMemo, type JSX, type ReactNode } from 'react';

import { useDirectiveHistory } from '../../api/directives.ts';
import type { Task } from '../../api/tasks.ts';
import { useConsole } from '../../console.tsx';
import { beginOf, endOf } from '../../i18n/days.ts';
import { dayEndingAt, longDay } from '../../i18n/times.ts';
import { ClassWord } from '../../parts/class-tag.tsx';
import { Explained } from '../../parts/explained.tsx';
import { useNow } from '../../parts/now.ts';
import { Prose } from '../../parts/prose.tsx';
import { Say, useSay } from '../../parts/say.tsx';
import { Table } from '../../parts/table.tsx';
import { FigureReason } from '../../reasons/figure-reason.tsx';
import { fallingDue, inOrder, isOn, narrowOf, type Beside, type Due } from './falling-due.ts';
import { issuedIn } from './issued.ts';

type TimelineProps = Readonly<{ id: string; tasks: readonly Task[]; isWhole: boolean }>;

/** What falls due, day by day, beside now and the horizon of the text; what has no date is not on it, and is counted below. */
export const Timeline = ({ id, tasks, isWhole }: TimelineProps): JSX.Element => {
  const beside = useBeside(id);
  const lines = useMemo(() => inOrder(fallingDue(tasks), beside), [tasks, beside]);
  return (
    <section className="card">
      <header>
        <h2>
          <Say id="directiveView.timeline" />
        </h2>
      </header>
      <div className="body">
        <Table className="fix" heads={['timeline.day', 'directives.task', 'timeline.units', 'directives.state']}>
          {lines.map((line) =>
            'beside' in line ? (
              <BesideRow key={line.beside} beside={line} />
            ) : (
              <Row
                key={`${line.at}/${line.ref}/${line.milestone ?? ''}/${line.state}`}
                due={line}
                id={id}
                isWhole={isWhole}
                tasks={tasks.filter((task) => isOn(line, task))}
              />
            ),
          )}
        </Table>
        <p className="dim">
          {isWhole ? <Undated id={id} tasks={tasks.filter(({ dueAt }) => dueAt === null)} /> : null}
        </p>
      </div>
    </section>
  );
};

const Undated = ({ id, tasks }: Pick<TimelineProps, 'id' | 'tasks'>): JSX.Element => (
  <Explained why={() => <FigureReason id={id} tasks={tasks} rule={<Say id="reason.undated" />} narrow={null} />}>
    <Say id="timeline.undated" tasks={tasks.length} />
  </Explained>
);

const useBeside = (id: string): readonly Beside[] => {
  const now = useNow().toISOString();
  const { items } = useDirectiveHistory(id);
  const { from = null, until = null } = issuedIn(items)?.horizon ?? {};
  return useMemo(
    () => [
      { at: now, beside: 'now' },
      ...(from === null ? [] : [{ at: beginOf(from), beside: 'horizonFrom' } as const]),
      ...(until === null ? [] : [{ at: endOf(until), beside: 'horizonUntil' } as const]),
    ],
    [now, from, until],
  );
};

const BesideRow = ({ beside: { at, beside } }: Readonly<{ beside: Beside }>): JSX.Element => {
  const { language } = useConsole().preferences;
  const day = beside === 'horizonUntil' ? dayEndingAt(at) : new Date(at);
  return (
    <tr className={`beside ${beside}`}>
      <td className="day">
        <time dateTime={at}>{longDay(language, day)}</time>
      </td>
      <td colSpan={3}>
        <Say id={`timeline.${beside}`} />
      </td>
    </tr>
  );
};

type RowProps = Readonly<{ due: Due; id: string; tasks: readonly Task[]; isWhole: boolean }>;

const Row = ({ due, isWhole, ...of }: RowProps): JSX.Element => {
  const say = useSay();
  const { language } = useConsole().preferences;
  return (
    <tr>
      <td className="day">
        <time dateTime={due.at}>{longDay(language, dayEndingAt(due.at))}</time>
      </td>
      <td>
        <span className="mono">{due.ref}</span> <Prose text={due.statement} />
        {due.milestone === null ? null : (
          <div className="p">
            <Say id="task.milestone" />: {due.milestone}
          </div>
        )}
      </td>
      <td data-head={say('timeline.units')} className="num">
        {isWhole ? <Units {...of} due={due} label={`${due.ref}, ${say('timeline.units')}: ${due.units}`} /> : '–'}
      </td>
      <td>
        <Standing {...of} due={due} />
      </td>
    </tr>
  );
};

type CountedProps = Omit<RowProps, 'isWhole'> & Readonly<{ label: string; children?: ReactNode }>;

/** How many they are, or what has become of them: which they are, and where they are counted. */
const Units = ({ due, id, tasks, label, children = due.units }: CountedProps): JSX.Element => (
  <Explained
    label={label}
    why={() => (
      <FigureReason
        id={id}
        tasks={tasks}
        rule={<Say id={due.milestone === null ? 'reason.alike' : 'reason.milestones'} />}
        narrow={narrowOf(due)}
      />
    )}
  >
    {children}
  </Explained>
);

/** What only lasts until a day is never late. */
const Standing = ({ due, ...of }: Omit<RowProps, 'isWhole'>): JSX.Element => {
  const say = useSay();
  const { milestone, kind, state } = due;
  if (milestone !== null) {
    const word = say(`milestone.${state}`);
    return (
      <Units {...of} due={due} label={`${due.ref}, ${milestone}: ${word}`}>
        {word}
      </Units>
    );
  }
  return kind === 'until' ? <Say id="kind.until" /> : <ClassWord deadlineClass={state} />;
};
