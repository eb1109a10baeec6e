import type { JSX } from 'react';

import { useConsole } from '../console.tsx';
import { time } from '../i18n/times.ts';
import { Say } from './say.tsx';

/** `say`: named as in the catalogue. */
export type Done = Readonly<{ say: string; at: Date }>;

/** What was done last on this page, and when: said only once it is stored. */
export const Stored = ({ done }: Readonly<{ done: Done | null }>): JSX.Element => {
  const { language } = useConsole().preferences;
  return (
    <p role="status" className="told t-done">
      {done === null ? null : <Say id={done.say} time={time(language, done.at)} />}
    </p>
  );
};
