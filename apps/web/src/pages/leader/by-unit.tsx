import type { JSX } from 'react';

import type { Task } from '../../api/tasks.ts';
import { useUnitNames } from '../../api/units.tsx';
import { useConsole } from '../../console.tsx';
import { decimal } from '../../i18n/numbers.ts';
import { Say } from '../../parts/say.tsx';
import { Bar } from './bar.tsx';
import { bucketsOf, byUnit, percentDone, pointsSince, type Buckets } from './figures.ts';

const SHOWN = 10;
const HEADS = ['inTime', 'late', 'overdue', 'open', 'done', 'points'];

type ByUnitProps = Readonly<{ tasks: readonly Task[]; then: readonly Task[] | null }>;

/** The most overdue first, each with what the end of last month showed, and all of them together. */
export const ByUnit = ({ tasks, then }: ByUnitProps): JSX.Element => {
  const nameOf = useUnitNames();
  const before = new Map((then ? byUnit(then) : []).map(({ unit, figures }) => [unit, figures]));
  return (
    <>
      <h2>
        <Say id="onePage.byUnit" />
      </h2>
      <table>
        <thead>
          <tr>
            <td colSpan={2} />
            {HEADS.map((head) => (
              <th key={head} className="num">
                <Say id={`onePage.head.${head}`} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {byUnit(tasks)
            .slice(0, SHOWN)
            .map(({ unit, figures }) => (
              <Row key={unit} name={nameOf(unit)} figures={figures} then={before.get(unit)} />
            ))}
          <Row figures={bucketsOf(tasks)} then={then ? bucketsOf(then) : undefined} />
        </tbody>
      </table>
    </>
  );
};

type RowProps = Readonly<{ name?: string; figures: Buckets; then: Buckets | undefined }>;

const Row = ({ name, figures, then }: RowProps): JSX.Element => {
  const { language } = useConsole().preferences;
  const written = (text: string | null) => (text === null ? '–' : decimal(language, text));
  return (
    <tr className={name === undefined ? 'sum' : undefined}>
      <td>{name ?? <Say id="onePage.all" />}</td>
      <td className="wide">{name === undefined ? null : <Bar figures={figures} />}</td>
      <td className="num">{figures.doneInTime}</td>
      <td className="num">{figures.doneLate}</td>
      <td className={figures.openOverdue > 0 ? 'num t-overdue' : 'num'}>{figures.openOverdue}</td>
      <td className="num">{figures.openInTime}</td>
      <td className="num">{written(percentDone(figures))}</td>
      <td className="num dim">{written(pointsSince(figures, then))}</td>
    </tr>
  );
};
