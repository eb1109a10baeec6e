import { useEffect, useEffectEvent, useState } from 'react';

import type { Rehearsal } from '../../api/rehearsal.ts';
import { useKeys } from '../../frame/keys.ts';
import { beginOf, endOf } from '../../i18n/days.ts';
import { lastBefore, nextAfter, startOf } from './lanes.ts';

const [DAY_MS, SECOND_MS] = [86_400_000, 1_000];

/** The clock in one's hand. */
export type Clock = Readonly<{
  at: string;
  isPlaying: boolean;
  play(): void;
  step(): void;
  reset(): void;
  jump(at: string): void;
}>;

type Carried = Readonly<{ moment: string | undefined; carry(at: string): void }>;

/** A day a second while it plays; from event to event by steps. `carry`: told where it stands, to begin there another time. */
export const useClock = (rehearsal: Rehearsal, { moment, carry }: Carried): Clock => {
  const [first, last] = [beginOf(rehearsal.from), endOf(rehearsal.until)];
  const [at, setAt] = useState(() => startOf(rehearsal, moment));
  const [isPlaying, setPlaying] = useState(false);
  useEffect(() => {
    if (!isPlaying) return undefined;
    const later = (before: string) => new Date(Math.min(Date.parse(before) + DAY_MS, Date.parse(last))).toISOString();
    const timer = setInterval(() => setAt(later), SECOND_MS);
    return () => clearInterval(timer);
  }, [isPlaying, last]);
  const stands = useEffectEvent(carry);
  useEffect(() => stands(at), [at]);
  const jump = (to: string) => {
    setPlaying(false);
    setAt(to);
  };
  const clock = {
    at,
    isPlaying: isPlaying && at < last,
    play: () => setPlaying(!isPlaying),
    step: () => jump(nextAfter(rehearsal, at) ?? last),
    reset: () => jump(first),
    jump,
  };
  const back = () => jump(lastBefore(rehearsal, at) ?? first);
  useKeys({ ' ': clock.play, n: clock.step, '.': clock.step, ',': back, Home: clock.reset });
  return clock;
};
