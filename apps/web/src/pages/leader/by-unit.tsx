import type { JSX } from 'react';

import type { Task } from '../../api/tasks.ts';
import { useUnitNames } from '../../api/units.tsx';
import { useConsole } from '../../console.tsx';
import { decimal } from '../../i18n/numbers.ts';
import { Say, useSay } from '../../parts/say.tsx';
import type { Narrow } from '../../reasons/figure-reason.tsx';
import { Bar } from './bar.tsx';
import { BucketFigure, ChangeFigure, ShareFigure } from './figure.tsx';
import { bucketsOf, byUnit, percentDone, pointsSince, type Buckets } from './figures.ts';

const SHOWN = 10;
const HEADS = ['inTime', 'late', 'overdue', 'open', 'done', 'points'];

/** `day`: on which `then` was. */
type ByUnitProps = Readonly<{ id: string; tasks: readonly Task[]; then: readonly Task[] | null; day: string }>;

/** The most overdue first, each with what the end of last month showed, and all of them together. */
export const ByUnit = ({ id, tasks, then, day }: ByUnitProps): JSX.Element => {
  const nameOf = useUnitNames();
  const units = byUnit(tasks);
  const before = new Map((then ? byUnit(then) : []).map(({ unit, figures }) => [unit, figures]));
  return (
    <>
      <h2>
        <Say id="onePage.byUnit" />{' '}
        {units.length > SHOWN ? (
          <span>
            <Say id="onePage.mostOverdue" shown={SHOWN} units={units.length} />
          </span>
        ) : null}
      </h2>
      <table>
        <thead>
          <tr>
            <td />
            <td className="wide" />
            {HEADS.map((head) => (
              <th key={head} className="num">
                <Say id={`onePage.head.${head}`} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {units.slice(0, SHOWN).map(({ unit, tasks: own }) => (
            <Row
              key={unit}
              {...{ id, day, name: nameOf(unit), narrow: { unit }, tasks: own, then: before.get(unit) }}
            />
          ))}
          <Row {...{ id, day, tasks }} then={then ? bucketsOf(then) : undefined} />
        </tbody>
      </table>
    </>
  );
};

type RowProps = Readonly<{
  id: string;
  name?: string;
  tasks: readonly Task[];
  then: Buckets | undefined;
  day: string;
  narrow?: Narrow | undefined;
}>;

const COLUMNS = [
  ['doneInTime', 'inTime'],
  ['doneLate', 'late'],
  ['openOverdue', 'overdue'],
  ['openInTime', 'open'],
] as const;

/** `labelOf`: what a number is called, by the head of its column. */
type CellProps = Pick<RowProps, 'id' | 'tasks' | 'narrow'> &
  Readonly<{ labelOf(head: string, value: string | number): string }>;

const Row = ({ name, then, day, ...of }: RowProps): JSX.Element => {
  const say = useSay();
  const figures = bucketsOf(of.tasks);
  const labelOf: CellProps['labelOf'] = (head, value) =>
    `${name ?? say('onePage.all')}, ${say(`onePage.head.${head}`)}: ${value}`;
  return (
    <tr className={name === undefined ? 'sum' : undefined}>
      <td>{name ?? <Say id="onePage.all" />}</td>
      <td className="wide">{name === undefined ? null : <Bar figures={figures} />}</td>
      {COLUMNS.map(([bucket, head]) => (
        <td key={bucket} className={bucket === 'openOverdue' && figures[bucket] > 0 ? 'num t-overdue' : 'num'}>
          <BucketFigure {...of} bucket={bucket} label={labelOf(head, figures[bucket])}>
            {figures[bucket]}
          </BucketFigure>
        </td>
      ))}
      <td className="num">
        <Done {...of} labelOf={labelOf} />
      </td>
      <td className="num dim">{then ? <Points {...of} {...{ labelOf, then, day }} /> : '–'}</td>
    </tr>
  );
};

const Done = ({ labelOf, ...of }: CellProps): JSX.Element => {
  const { language } = useConsole().preferences;
  const percent = percentDone(bucketsOf(of.tasks));
  if (percent === null) return <>–</>;
  const share = decimal(language, percent);
  return (
    <ShareFigure {...of} label={labelOf('done', share)}>
      {share}
    </ShareFigure>
  );
};

const Points = ({ labelOf, ...of }: CellProps & Readonly<{ then: Buckets; day: string }>): JSX.Element => {
  const { language } = useConsole().preferences;
  const points = pointsSince(bucketsOf(of.tasks), of.then);
  if (points === null) return <>–</>;
  const said = decimal(language, points);
  return (
    <ChangeFigure {...of} said={said} bucket="fellDue" points label={labelOf('points', said)}>
      {said}
    </ChangeFigure>
  );
};
