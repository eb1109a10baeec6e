import type { JSX } from 'react';

import { Say } from './say.tsx';

/** Sending is not done; and what was refused says why. */
export const Progress = ({ isPending, error }: Readonly<{ isPending: boolean; error: Error | null }>): JSX.Element => (
  <span role="status" className={error ? 'refused' : 'dim'}>
    {isPending ? <Say id="act.sending" /> : null}
    {error ? <Say id="act.failed" detail={error.message} /> : null}
  </span>
);
