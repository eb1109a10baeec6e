import type { JSX } from 'react';

import { useOffice } from '../api/tasks.ts';
import { Say } from './say.tsx';
import { Waiting } from './waiting.tsx';

type Asked = Readonly<{ isPending: boolean; error: Error | null; empty: string }>;

/** Why there is nothing to see for the office in force; `empty`: how it is said that there is nothing. */
export const Nothing = ({ isPending, error, empty }: Asked): JSX.Element => {
  const office = useOffice();
  if (isPending || error) return <Waiting error={error} />;
  return (
    <p className="empty">
      <Say id={office ? empty : 'inbox.noOffice'} />
    </p>
  );
};
