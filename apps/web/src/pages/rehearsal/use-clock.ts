import { useEffect, useState } from 'react';

import type { Rehearsal } from '../../api/rehearsal.ts';
import { useKeys } from '../../frame/keys.ts';
import { beginOf, endOf } from '../../i18n/days.ts';
import { lastBefore, nextAfter } from './lanes.ts';

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

/** A day a second while it plays; from event to event by steps. */
export const useClock = (rehearsal: Rehearsal): Clock => {
  const [first, last] = [beginOf(rehearsal.from), endOf(rehearsal.until)];
  const [at, setAt] = useState(first);
  const [isPlaying, setPlaying] = useState(false);
  useEffect(() => {
    if (!isPlaying) return undefined;
    const later = (moment: string) => new Date(Math.min(Date.parse(moment) + DAY_MS, Date.parse(last))).toISOString();
    const timer = setInterval(() => setAt(later), SECOND_MS);
    return () => clearInterval(timer);
  }, [isPlaying, last]);
  const jump = (moment: string) => {
    setPlaying(false);
    setAt(moment);
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
