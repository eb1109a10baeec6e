import { useEffect, useMemo, useState } from 'react';

import { useMoment } from './moment.ts';

const MINUTE = 60_000;

/** The moment that is shown: the one that was chosen, or the clock on the wall. */
export const useNow = (): Date => {
  const chosen = useMoment();
  const now = useClock();
  return useMemo(() => (chosen === null ? now : new Date(chosen)), [chosen, now]);
};

/** The clock on the wall, minute by minute, whatever is shown. */
export const useClock = (): Date => {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), MINUTE);
    return () => clearInterval(timer);
  }, []);
  return now;
};
