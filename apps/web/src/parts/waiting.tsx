import type { JSX } from 'react';

import { ProblemAnswer } from '@edict/client';
import { Say } from './say.tsx';

/** Rows of the final height until there is something to read; or why there is nothing. */
export const Waiting = ({ error = null }: Readonly<{ error?: Error | null }>): JSX.Element =>
  error ? (
    <p className="empty refused" role="alert">
      {error instanceof ProblemAnswer ? error.message : <Say id="frame.offline" />}
    </p>
  ) : (
    <div className="skeleton" aria-hidden="true">
      <i />
      <i />
      <i />
    </div>
  );
