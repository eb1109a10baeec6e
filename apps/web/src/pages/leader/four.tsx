import type { JSX } from 'react';

import type { Task } from '../../api/tasks.ts';
import { useConsole } from '../../console.tsx';
import { decimal } from '../../i18n/numbers.ts';
import { Say, useSay } from '../../parts/say.tsx';
import { Bar, FOUR } from './bar.tsx';
import { BucketFigure, ChangeFigure, ShareFigure } from './figure.tsx';
import { bucketsOf, counted, percentDone, signed, type Buckets } from './figures.ts';

type Of = Readonly<{ id: string; tasks: readonly Task[] }>;

export const Sentence = (of: Of): JSX.Element => {
  const say = useSay();
  const { language } = useConsole().preferences;
  const figures = bucketsOf(of.tasks);
  const percent = percentDone(figures);
  const sentence =
    percent === null
      ? say('onePage.nothingFellDue')
      : say('onePage.sentence', {
          done: figures.doneInTime + figures.doneLate,
          fellDue: figures.fellDue,
          percent: decimal(language, percent),
        });
  return (
    <p className="sentence">
      <b>
        <ShareFigure {...of} label={sentence}>
          {sentence}
        </ShareFigure>
      </b>
    </p>
  );
};

type FourProps = Of & Readonly<{ then: Buckets | null; day: string }>;

/** Each with how many more or fewer there are than at the end of last month. */
export const Four = ({ then, day, ...of }: FourProps): JSX.Element => {
  const say = useSay();
  const figures = bucketsOf(of.tasks);
  const dueSoon = counted(of.tasks, 'dueSoon').length;
  return (
    <>
      <h2>
        <Say id="onePage.four" />
        {dueSoon === 0 ? null : (
          <span>
            <BucketFigure {...of} bucket="dueSoon" label={say('onePage.atRisk', { count: dueSoon })}>
              <Say id="onePage.atRisk" count={dueSoon} />
            </BucketFigure>
          </span>
        )}
      </h2>
      <Bar figures={figures} />
      <div className="four">
        {FOUR.map(([name, pattern, word]) => (
          <div key={name} className="bucket">
            <span>
              <i className={`sw ${pattern}`} /> <Say id={word} />
            </span>
            <b>
              <BucketFigure {...of} bucket={name} label={`${say(word)}: ${figures[name]}`}>
                {figures[name]}
              </BucketFigure>
            </b>
            <span className="dim small">
              {then === null ? null : <Change {...{ ...of, then, day, bucket: name, word }} />}
            </span>
          </div>
        ))}
      </div>
    </>
  );
};

type ChangeProps = Of & Readonly<{ then: Buckets; day: string; bucket: keyof Buckets; word: string }>;

const Change = ({ word, ...of }: ChangeProps): JSX.Element => {
  const say = useSay();
  const said = signed(bucketsOf(of.tasks)[of.bucket] - of.then[of.bucket]);
  return (
    <ChangeFigure {...of} said={said} label={`${say(word)}: ${said}`}>
      {said}
    </ChangeFigure>
  );
};
