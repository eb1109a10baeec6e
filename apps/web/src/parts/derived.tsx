import type { JSX } from 'react';

import type { Task } from '../api/tasks.ts';
import { useConsole } from '../console.tsx';
import { written } from '../i18n/times.ts';
import { EditionLink } from './edition-link.tsx';
import { Say, useSay } from './say.tsx';

/** All that a date follows from, as it is kept with it. */
export type Derivation = Readonly<{
  says: NonNullable<Task['says']['due']>;
  zone: string;
  sources: Readonly<{ policy: string; calendar: string }>;
  byIncludesTheDay: boolean;
  roll: 'none' | 'next' | 'previous';
  daysOff: readonly string[];
  covered: boolean;
  /** From how many days before its last day on it counts as due soon. */
  dueSoonDays?: number;
}>;

type DerivedProps = Readonly<{ derivation: Derivation }>;

/** In the words of the text, where they are kept. */
export const Said = ({ derivation: { says } }: DerivedProps): JSX.Element => {
  const { phrase, on, month = '', bound, firmness } = says;
  const { language } = useConsole().preferences;
  const date = written(language, on ?? month);
  return (
    <>
      {phrase === undefined ? <Say id={`deadline.bound.${bound}`} date={date} /> : `“${phrase}”`}
      {' · '}
      <Say id={`deadline.firmness.${firmness}`} />
    </>
  );
};

export const ByRule = ({ derivation: { says, byIncludesTheDay, sources } }: DerivedProps): JSX.Element => {
  const say = useSay();
  return (
    <EditionLink source={sources.policy}>
      {says.bound === 'by' ? `${say(byIncludesTheDay ? 'deadline.byIncludes' : 'deadline.byExcludes')} · ` : ''}
    </EditionLink>
  );
};

export const ByCalendar = ({ derivation: { roll, daysOff, covered, sources } }: DerivedProps): JSX.Element => {
  const say = useSay();
  return (
    <EditionLink source={sources.calendar}>
      {say(`deadline.roll.${roll}`)}
      {daysOff.length === 0 ? '' : `, ${say('deadline.rolled', { days: daysOff.length })}`}
      {covered ? '' : `, ${say('deadline.notCovered')}`}
      {' · '}
    </EditionLink>
  );
};
