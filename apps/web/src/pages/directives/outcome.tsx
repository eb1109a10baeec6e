import type { JSX } from 'react';

import type { Task } from '../../api/tasks.ts';
import { useConsole } from '../../console.tsx';
import { decimal } from '../../i18n/numbers.ts';
import { ClassWord } from '../../parts/class-tag.tsx';
import { Say } from '../../parts/say.tsx';
import { Bar, FOUR } from '../leader/bar.tsx';
import { bucketsOf, percentDone, type Buckets } from '../leader/figures.ts';

const KINDS = ['once', 'conditional', 'periodic', 'until', 'standing'] as const;
const CLASSES = ['doneInTime', 'doneLate', 'overdue', 'inTime'] as const;

/** The share of what fell due that is done, the four buckets, and what has no date, apart and by kind. */
export const Outcome = ({ tasks }: Readonly<{ tasks: readonly Task[] }>): JSX.Element => {
  const figures = bucketsOf(tasks);
  return (
    <section className="card outcome">
      <header>
        <h2>
          <Say id="directives.outcome" />
        </h2>
      </header>
      <div className="body">
        <Share figures={figures} />
        <Bar figures={figures} />
        <div className="buckets">
          {FOUR.map(([name, pattern], n) => (
            <div key={name}>
              <i className={`sw ${pattern}`} />
              <ClassWord deadlineClass={CLASSES[n]!} />
              <b>{figures[name]}</b>
            </div>
          ))}
        </div>
        <Apart tasks={tasks} />
      </div>
    </section>
  );
};

/** With how it is reckoned, for whoever asks. */
const Share = ({ figures }: Readonly<{ figures: Buckets }>): JSX.Element => {
  const { language } = useConsole().preferences;
  const share = percentDone(figures);
  const { doneInTime, doneLate, fellDue } = figures;
  if (share === null)
    return (
      <p className="mid">
        <Say id="onePage.nothingFellDue" />
      </p>
    );
  const percent = decimal(language, share);
  return (
    <>
      <p className="share">
        <b>{percent} %</b> <Say id="directives.share" fellDue={fellDue} />
      </p>
      <details className="how">
        <summary>
          <Say id="directives.why" percent={percent} />
        </summary>
        <p className="small mid">
          {doneInTime} + {doneLate} = {doneInTime + doneLate}; {doneInTime + doneLate} ÷ {fellDue} = {percent} %.{' '}
          <Say id="onePage.formula" />
        </p>
      </details>
    </>
  );
};

const Apart = ({ tasks }: Readonly<{ tasks: readonly Task[] }>): JSX.Element => {
  const undated = tasks.filter(({ deadlineClass }) => deadlineClass === 'none');
  const kinds = KINDS.map((kind) => [kind, undated.filter((task) => task.kind === kind).length] as const);
  return (
    <dl className="apart">
      <dt>
        <Say id="directives.dated" />
      </dt>
      <dd>{tasks.length - undated.length}</dd>
      {kinds.flatMap(([kind, count]) =>
        count === 0
          ? []
          : [
              <dt key={kind}>
                <Say id={`directives.apart.${kind}`} />
              </dt>,
              <dd key={`${kind}/count`}>{count}</dd>,
            ],
      )}
    </dl>
  );
};
