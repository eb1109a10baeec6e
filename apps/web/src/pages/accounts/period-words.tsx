import type { JSX } from 'react';

import { useConsole } from '../../console.tsx';
import { dayEndingAt, longDay } from '../../i18n/times.ts';
import { Say, useSay } from '../../parts/say.tsx';

type Period = Readonly<{ from: string | null; until: string | null }>;

/** From when, and up to which day; what has no end says so. */
export const PeriodWords = ({ from, until }: Period): JSX.Element => {
  const say = useSay();
  const { language } = useConsole().preferences;
  const first = from === null ? say('accounts.always') : longDay(language, new Date(from));
  return until === null ? (
    <Say id="accounts.since" day={first} />
  ) : (
    <Say id="accounts.fromTo" from={first} to={longDay(language, dayEndingAt(until))} />
  );
};
