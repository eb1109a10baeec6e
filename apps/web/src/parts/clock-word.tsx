import type { JSX } from 'react';

import type { Matter } from '../api/matters.ts';
import { useConsole } from '../console.tsx';
import { dayEndingAt, longDay } from '../i18n/times.ts';
import { clockWord } from './clock-said.ts';
import { Say } from './say.tsx';

/** By which day a matter is to be answered. */
export const ClockWord = ({ matter }: Readonly<{ matter: Matter }>): JSX.Element => {
  const { language } = useConsole().preferences;
  const { answerBy } = matter;
  return (
    <Say id={clockWord(matter)} {...(answerBy === null ? {} : { day: longDay(language, dayEndingAt(answerBy)) })} />
  );
};
