import { ProblemAnswer } from '@edict/client';
import type { JSX } from 'react';

import { useConsole } from '../console.tsx';
import { withMoments } from '../i18n/moments-in.ts';
import { Say } from './say.tsx';
import { useWhyNot } from './why-not.ts';

/** `isBrief`: what is wrong in which field is said elsewhere. */
type ProgressProps = Readonly<{ isPending: boolean; error: Error | null; pending?: string; isBrief?: boolean }>;

/** Sending is not done; and what was refused says why. */
export const Progress = ({
  isPending,
  error,
  pending = 'act.sending',
  isBrief = false,
}: ProgressProps): JSX.Element => (
  <span role="status" className={error ? 'refused' : 'dim'}>
    {isPending ? <Say id={pending} /> : null}
    {error ? <Failed error={error} /> : null}
    {isBrief ? null : <Flaws error={error} />}
  </span>
);

const Failed = ({ error }: Readonly<{ error: Error }>): JSX.Element => {
  const { language } = useConsole().preferences;
  const whyNot = useWhyNot();
  return <Say id="act.failed" detail={withMoments(language, whyNot(error))} />;
};

const Flaws = ({ error }: Readonly<{ error: Error | null }>): readonly JSX.Element[] | null =>
  error instanceof ProblemAnswer
    ? (error.problem.errors ?? []).map(({ pointer, message }) => (
        <span key={`${pointer}/${message}`}>
          {' '}
          {message} <span className="mono">{pointer}</span>
        </span>
      ))
    : null;
