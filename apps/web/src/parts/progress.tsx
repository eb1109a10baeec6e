import type { JSX } from 'react';

import { Say } from './say.tsx';

type ProgressProps = Readonly<{ isPending: boolean; error: Error | null; pending?: string }>;

/** Sending is not done; and what was refused says why. */
export const Progress = ({ isPending, error, pending = 'act.sending' }: ProgressProps): JSX.Element => (
  <span role="status" className={error ? 'refused' : 'dim'}>
    {isPending ? <Say id={pending} /> : null}
    {error ? <Say id="act.failed" detail={error.message} /> : null}
  </span>
);
