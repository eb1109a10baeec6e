import { Fragment, type JSX, type ReactNode } from 'react';

import { useUnitNames } from '../../api/units.tsx';
import type { Task } from '../../api/tasks.ts';
import { Say, useSay } from '../../parts/say.tsx';
import { figureWords, inferredWords, referenceWords } from './text-words.ts';

type Says = Task['says'];
type Line = readonly [label: string, words: ReactNode];

/** What the text says beside who and until when, in its own words: shown, and nothing is made of it. */
export const TextSays = ({ task: { says } }: Readonly<{ task: Task }>): JSX.Element | null => {
  const say = useSay();
  const nameOf = useUnitNames();
  const lines: readonly Line[] = [
    ...dueLines(says, say),
    ...said('says.phrase', says.window?.phrase),
    ...said('says.trigger', says.trigger && <Start start={says.trigger} />),
    ...said('says.condition', says.condition && <Start start={says.condition} />),
    ...said('says.origin', says.origin && say(`says.origin.${says.origin}`)),
    ...assignmentLines(says),
    ...said('says.concerns', says.concerns?.map(nameOf).join(', ')),
    ...(says.targets ?? []).map((target) => ['says.targets', figureWords(target, say)] as const),
    ...referenceWords(says.byReference, say).map((name) => ['says.byReference', name] as const),
  ];
  if (lines.length === 0) return null;
  return (
    <section className="card" aria-label={say('says.title')}>
      <header>
        <h2>
          <Say id="says.title" />
        </h2>
      </header>
      <div className="body">
        <dl className="kv">
          {lines.map(([label, words], n) => (
            <Fragment key={`${label}/${String(n)}`}>
              <dt>
                <Say id={label} />
              </dt>
              <dd>{words}</dd>
            </Fragment>
          ))}
        </dl>
      </div>
    </section>
  );
};

const said = (label: string, words: ReactNode): readonly Line[] => (words ? [[label, words]] : []);

const dueLines = ({ due }: Says, say: (id: string) => string): readonly Line[] => {
  const { phrase, inferred, vague, setBy, clause } = due ?? {};
  return [
    ...said('says.phrase', phrase),
    ...said('deadline.title', vague && <Say id="says.vague" />),
    ...inferredWords(inferred, say).flatMap((what) => said('says.inferred', what)),
    ...said('says.setBy', setBy),
    ...said('says.clause', clause),
  ];
};

const assignmentLines = ({ status, direction }: Says): readonly Line[] => [
  ...said('says.assignment', status && <Say id={`says.status.${status}`} />),
  ...said('says.assignment', direction === 'up' && <Say id="says.upward" />),
];

const Start = ({ start }: Readonly<{ start: NonNullable<Says['trigger']> }>): JSX.Element =>
  typeof start === 'string' ? (
    <>{start}</>
  ) : (
    <>
      <Say id={`says.task.${start.when}`} task={start.task} /> {start.text}
    </>
  );
