import type { JSX } from 'react';

import { usePublished } from '../api/references.ts';
import { dayEndingAt, daysBetween } from '../i18n/times.ts';
import { useNow } from './now.ts';
import { useSay } from './say.tsx';
import { workedBetween, type Calendar } from './worked.ts';

/** `calendar`: the edition by which the date was reckoned. */
type DistanceProps = Readonly<{ endsAt: string; isLate: boolean; calendar: string | undefined }>;

/** How far the last day is from the moment that is shown, and how many of these days are worked, where the calendar knows them. */
export const Distance = ({ endsAt, isLate, calendar }: DistanceProps): JSX.Element => {
  const say = useSay();
  const now = useNow();
  const content = usePublished(calendar)?.content;
  const last = dayEndingAt(endsAt);
  const days = Math.max(0, daysBetween(now, last) * (isLate ? -1 : 1));
  const worked = content === undefined || days === 0 ? null : workedBetween(content as Calendar, now, last);
  const far = say(isLate ? 'deadline.late' : 'deadline.days', { days });
  return <span className="dim">{worked === null ? far : `${far}, ${say('deadline.worked', { days: worked })}`}</span>;
};
