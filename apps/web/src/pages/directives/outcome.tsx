import { Fragment, type JSX } from 'react';

import type { Task } from '../../api/tasks.ts';
import { useConsole } from '../../console.tsx';
import { decimal } from '../../i18n/numbers.ts';
import { ClassWord } from '../../parts/class-tag.tsx';
import { Explained } from '../../parts/explained.tsx';
import { Say, useSay } from '../../parts/say.tsx';
import { FigureReason, type Narrow } from '../../reasons/figure-reason.tsx';
import { Bar, FOUR } from '../leader/bar.tsx';
import { BucketFigure, ShareFigure } from '../leader/figure.tsx';
import { bucketsOf, percentDone, placeOf } from '../leader/figures.ts';

const KINDS = ['once', 'conditional', 'periodic', 'standing'] as const;
const CLASSES = ['doneInTime', 'doneLate', 'overdue', 'inTime'] as const;

type Of = Readonly<{ id: string; tasks: readonly Task[] }>;

/** Until it `isWhole` nothing is counted: a number that climbs is none. */
type OutcomeProps = Of & Readonly<{ isWhole: boolean }>;

/** The share of what fell due that is done, the four buckets, and what has no date, apart and by kind. */
export const Outcome = ({ isWhole, ...of }: OutcomeProps): JSX.Element => {
  const figures = bucketsOf(isWhole ? of.tasks : []);
  const say = useSay();
  return (
    <section className="card outcome">
      <header>
        <h2>
          <Say id="directives.outcome" />
        </h2>
      </header>
      <div className="body">
        {isWhole ? <Share {...of} /> : <p className="mid">–</p>}
        <Bar figures={figures} />
        <div className="buckets">
          {FOUR.map(([name, pattern], n) => (
            <div key={name} className="bucket">
              <i className={`sw ${pattern}`} />
              <ClassWord deadlineClass={CLASSES[n]!} />
              <b>
                {isWhole ? (
                  <BucketFigure {...of} bucket={name} label={`${say(`class.${CLASSES[n]!}`)}: ${figures[name]}`}>
                    {figures[name]}
                  </BucketFigure>
                ) : (
                  '–'
                )}
              </b>
            </div>
          ))}
        </div>
        {isWhole ? <Apart {...of} /> : null}
      </div>
    </section>
  );
};

/** With how it is reckoned, for whoever asks. */
const Share = (of: Of): JSX.Element => {
  const { language } = useConsole().preferences;
  const figures = bucketsOf(of.tasks);
  const share = percentDone(figures);
  if (share === null)
    return (
      <p className="mid">
        <Say id="onePage.nothingFellDue" />
      </p>
    );
  const percent = `${decimal(language, share)} %`;
  return (
    <p className="share">
      <b>
        <ShareFigure {...of} label={percent}>
          {percent}
        </ShareFigure>
      </b>{' '}
      <Say id="directives.share" fellDue={figures.fellDue} />
    </p>
  );
};

/** What is counted in the buckets, and what stands apart from them: parts, what only lasts, and what has no date, by its kind. */
const Apart = ({ id, tasks }: Of): JSX.Element => {
  const lineOf = (word: string, rule: string, narrow: Narrow): Line => {
    const own = tasks.filter((task) => placeOf(task) === narrow.place && [undefined, task.kind].includes(narrow.kind));
    return { word: `directives.${word}`, rule: `reason.${rule}`, tasks: own, narrow };
  };
  const lines = [
    ...KINDS.map((kind) => lineOf(`apart.${kind}`, 'apart', { place: 'undated', kind })),
    lineOf('apart.until', 'apart.until', { place: 'until' }),
    lineOf('apart.part', 'apart.part', { place: 'part' }),
  ];
  const all = [lineOf('dated', 'dated', { place: 'counted' }), ...lines.filter((line) => line.tasks.length > 0)];
  return (
    <dl className="apart">
      {all.map((line) => (
        <Fragment key={line.word}>
          <dt>
            <Say id={line.word} />
          </dt>
          <dd>
            <Counted id={id} line={line} />
          </dd>
        </Fragment>
      ))}
    </dl>
  );
};

type Line = Readonly<{ word: string; rule: string; tasks: readonly Task[]; narrow: Narrow }>;

const Counted = ({ id, line: { word, rule, tasks, narrow } }: Readonly<{ id: string; line: Line }>): JSX.Element => {
  const say = useSay();
  return (
    <Explained
      label={`${say(word)}: ${tasks.length}`}
      why={() => <FigureReason id={id} tasks={tasks} rule={<Say id={rule} />} narrow={narrow} />}
    >
      {tasks.length}
    </Explained>
  );
};
