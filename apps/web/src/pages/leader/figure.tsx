import type { JSX, ReactNode } from 'react';

import type { Task } from '../../api/tasks.ts';
import { useConsole } from '../../console.tsx';
import { decimal } from '../../i18n/numbers.ts';
import { Explained } from '../../parts/explained.tsx';
import { Say } from '../../parts/say.tsx';
import { decidedBy } from '../../reasons/decided-by.ts';
import { FigureReason, Parts, type Narrow } from '../../reasons/figure-reason.tsx';
import { differenceOf, partsBy, shareOf, sumOf } from '../../reasons/sums.ts';
import { CLASSES_OF, counted, bucketsOf, percentDone, type Bucket, type Buckets } from './figures.ts';

/** `tasks`: among which is counted, all of a directive or those of one unit. `label`: what the number is called. */
type FigureProps = Readonly<{
  id: string;
  tasks: readonly Task[];
  label: string;
  narrow?: Narrow | undefined;
  children: ReactNode;
}>;

const isOf = (bucket: Bucket, narrow: Narrow | undefined): Narrow => ({
  ...narrow,
  class: CLASSES_OF[bucket].join(','),
  place: 'counted',
});

/** One of the buckets: of which states its tasks are. */
export const BucketFigure = ({
  bucket,
  children,
  label,
  ...figure
}: FigureProps & Readonly<{ bucket: Bucket }>): JSX.Element => (
  <Explained
    label={label}
    why={() => (
      <FigureReason
        id={figure.id}
        tasks={counted(figure.tasks, bucket)}
        rule={<Say id={`reason.bucket.${bucket}`} />}
        narrow={isOf(bucket, figure.narrow)}
      />
    )}
  >
    {children}
  </Explained>
);

/** The share of what fell due that is done, as a numerator over a denominator. */
export const ShareFigure = ({ id, tasks, label, narrow, children }: FigureProps): JSX.Element => (
  <Explained label={label} why={() => <ShareReason id={id} tasks={tasks} narrow={narrow} />}>
    {children}
  </Explained>
);

type ShareReasonProps = Pick<FigureProps, 'id' | 'tasks'> & Readonly<{ narrow: Narrow | undefined }>;

const ShareReason = ({ id, tasks, narrow }: ShareReasonProps): JSX.Element => {
  const { language } = useConsole().preferences;
  const figures = bucketsOf(tasks);
  const { doneInTime, doneLate, openOverdue, fellDue } = figures;
  const fallen = counted(tasks, 'fellDue');
  const percent = percentDone(figures);
  return (
    <FigureReason
      id={id}
      tasks={fallen}
      title={percent === null ? '0' : shareOf(decimal(language, percent), doneInTime + doneLate, fellDue)}
      parts={
        <>
          {sumOf([doneInTime, doneLate])}; {sumOf([doneInTime, doneLate, openOverdue])}
          <div className="mid small">
            <Parts of={partsBy(fallen, ({ deadlineClass }) => deadlineClass)} words="class" />
          </div>
        </>
      }
      rule={<Say id="onePage.formula" />}
      narrow={isOf('fellDue', narrow)}
    />
  );
};

type ChangeProps = FigureProps &
  Readonly<{ bucket: keyof Buckets; then: Buckets; day: string; said: string; points?: boolean }>;

/** How much more or fewer there are than on the day before, and how both are counted. */
export const ChangeFigure = ({ label, children, ...change }: ChangeProps): JSX.Element => (
  <Explained label={label} why={() => <ChangeReason {...change} />}>
    {children}
  </Explained>
);

type ChangeReasonProps = Omit<ChangeProps, 'label' | 'narrow' | 'children'>;

/** Two moments, and the tasks of one would not be the difference. */
const ChangeReason = ({ id, tasks, bucket, then, day, said, points = false }: ChangeReasonProps): JSX.Element => {
  const { language } = useConsole().preferences;
  const now = bucketsOf(tasks);
  const valueOf = (figures: Buckets) =>
    points ? decimal(language, percentDone(figures) ?? '0') : String(figures[bucket]);
  return (
    <FigureReason
      id={id}
      tasks={counted(tasks, bucket)}
      title={differenceOf(said, valueOf(now), valueOf(then))}
      parts={<Say id="reason.change.parts" now={valueOf(now)} then={valueOf(then)} day={day} />}
      decided={decidedBy(isOf(bucket, undefined))}
      rule={<Say id={points ? 'reason.change.points' : 'reason.change.count'} />}
      narrow={null}
    />
  );
};
