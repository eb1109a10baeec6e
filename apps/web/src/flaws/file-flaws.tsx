import { ProblemAnswer, type Shape } from '@edict/client';
import type { ComponentProps, JSX } from 'react';

import { useLater } from '../parts/later.ts';
import { Progress } from '../parts/progress.tsx';
import { flawFor } from './flaw-words.ts';

/** What is wrong with a file, and where. */
export const FileFlaws = ({ flaws }: Readonly<{ flaws: Shape<'Report'>['errors'] }>): JSX.Element | null => {
  const words = useLater('flaws');
  return flaws.length === 0 || words === undefined ? null : (
    <ul className="refused">
      {flaws.map((flaw) => (
        <li key={`${flaw.pointer}/${flaw.message}`}>
          {flaw.line === undefined ? '' : `${flaw.line}: `}
          {flawFor(words, flaw)} <span className="mono">{flaw.pointer}</span>
        </li>
      ))}
    </ul>
  );
};

/** What was wrong with a file that was sent and refused. */
export const RefusedFlaws = ({ error }: Readonly<{ error: Error | null }>): JSX.Element | null => (
  <FileFlaws flaws={error instanceof ProblemAnswer ? (error.problem.errors ?? []) : []} />
);

/** Sending a file is not done; and where it was refused, what is wrong in it. */
export const FileProgress = (props: ComponentProps<typeof Progress>): JSX.Element => (
  <>
    <Progress {...props} isBrief />
    <RefusedFlaws error={props.error} />
  </>
);
