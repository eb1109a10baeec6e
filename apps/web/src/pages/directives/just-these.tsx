import { Link } from '@tanstack/react-router';
import type { JSX } from 'react';

import { useHalts, type Directive } from '../../api/directives.ts';
import type { Task } from '../../api/tasks.ts';
import { useUnitNames } from '../../api/units.tsx';
import { useConsole } from '../../console.tsx';
import { dayEndingAt, longDay } from '../../i18n/times.ts';
import { Explained } from '../../parts/explained.tsx';
import { Say, useSay } from '../../parts/say.tsx';
import { Waiting } from '../../parts/waiting.tsx';
import { FigureReason } from '../../reasons/figure-reason.tsx';
import { milestoneIn, narrowed, type Asked } from './narrowed.ts';
import { Heads, TaskRow } from './task-tree.tsx';

type JustTheseProps = Readonly<{ directive: Directive; tasks: readonly Task[]; asked: Asked }>;

/** The tasks that a figure counted, each on a line of its own. */
export const JustThese = ({ directive, tasks, asked }: JustTheseProps): JSX.Element => {
  const id = directive.directiveId;
  const { data: halts, error } = useHalts(id);
  if (asked.halt !== undefined && !halts) return <Waiting error={error} />;
  const found = narrowed(tasks, asked, halts ?? { stuck: [], waiting: [] });
  return (
    <section className="card just-these">
      <header>
        <h2>
          <Say id="narrow.title" />
        </h2>
        <span className="dim small">
          <Explained why={() => <FigureReason id={id} tasks={found} rule={<By asked={asked} />} narrow={null} />}>
            <Say id="narrow.of" found={found.length} all={tasks.length} />
          </Explained>
          : <By asked={asked} />
        </span>
        <span className="sp" />
        <Link className="btn small" to="/directives/$id" params={{ id }}>
          <Say id="narrow.all" />
        </Link>
      </header>
      <table className="tree">
        <Heads />
        <tbody>
          {found.map((task) => (
            <TaskRow key={task.id} task={task} />
          ))}
        </tbody>
      </table>
    </section>
  );
};

/** Where the values of it have words. */
const WORDS: Readonly<Partial<Record<keyof Asked, string>>> = {
  class: 'class',
  state: 'state',
  kind: 'kind',
  place: 'place',
  halt: 'narrow',
  needs: 'needs',
  step: 'owed',
};

const By = ({ asked }: Readonly<{ asked: Asked }>): JSX.Element => {
  const say = useSay();
  const nameOf = useUnitNames();
  const { language } = useConsole().preferences;
  const wordOf = (name: keyof Asked, value: string): string => {
    const words = WORDS[name];
    if (words !== undefined) return say(`${words}.${value}`);
    if (name === 'due') return longDay(language, dayEndingAt(value));
    return name === 'unit' ? nameOf(value) : value;
  };
  const milestone = (value: string): string => {
    const { name, dueAt, state } = milestoneIn(value) ?? { name: value, dueAt: '', state: '' };
    if (state === '') return name;
    const day = dueAt === '' ? [] : [longDay(language, dayEndingAt(dueAt))];
    return [name, ...day, say(`milestone.${state}`)].join(' · ');
  };
  const all = Object.entries(asked).flatMap(([name, values = '']) => {
    if (name === 'milestone' && values !== '') return milestone(values);
    const each = values.split(',').filter((value) => value !== '');
    return each.length === 0 ? [] : each.map((value) => wordOf(name as keyof Asked, value)).join(', ');
  });
  return <>{all.join(' · ')}</>;
};
