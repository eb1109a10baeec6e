import { useUnitNames } from '../../api/units.tsx';
import { useConsole } from '../../console.tsx';
import { dayEndingAt, longDay, stamp } from '../../i18n/times.ts';
import { useSay } from '../../parts/say.tsx';

export const NOTHING = '–';

/** How things are called, in the language of who reads. */
export type Words = Readonly<{
  say: ReturnType<typeof useSay>;
  unit(id: string | null): string;
  day(instant: string | null): string;
  moment(instant: string | null): string;
}>;

export const useWords = (): Words => {
  const say = useSay();
  const nameOf = useUnitNames();
  const { language } = useConsole().preferences;
  return {
    say,
    unit: (id) => (id === null ? NOTHING : nameOf(id)),
    day: (instant) => (instant === null ? NOTHING : longDay(language, dayEndingAt(instant))),
    moment: (instant) => (instant === null ? NOTHING : stamp(language, instant)),
  };
};
