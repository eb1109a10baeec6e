import { useConsole } from '../console.tsx';
import { moment as written } from '../i18n/times.ts';
import { useMoment } from '../parts/moment.ts';
import { useNow } from '../parts/now.ts';
import { useSay } from '../parts/say.tsx';
import { useRehearsed, type Rehearsed } from './rehearsed.tsx';

/** What the whole console shows: one at a time. */
export type Mode = Readonly<{ is: 'now' | 'past' | 'rehearsal'; at: string }>;

/** A rehearsal that is on the screen is shown, whatever else the address says. */
export const modeOf = (rehearsed: Pick<Rehearsed, 'at'> | null, moment: string | null, now: Date): Mode => {
  if (rehearsed) return { is: 'rehearsal', at: rehearsed.at };
  return moment === null ? { is: 'now', at: now.toISOString() } : { is: 'past', at: moment };
};

/** With its word and its moment, which are the same in the control, the band and the title. */
export const useMode = (): Mode & Readonly<{ word: string; when: string }> => {
  const say = useSay();
  const { language } = useConsole().preferences;
  const mode = modeOf(useRehearsed(), useMoment(), useNow());
  return { ...mode, word: say(`time.${mode.is}`), when: written(language, mode.at) };
};

type Titled = Readonly<{
  open: string | undefined;
  page: string;
  mode: Pick<ReturnType<typeof useMode>, 'is' | 'word' | 'when'>;
}>;

/** What is open, on which page, and of which moment if that is not now; a rehearsal has a page of its own. */
export const titleOf = ({ open, page, mode: { is, word, when } }: Titled): string => {
  const ofMode = is === 'now' ? [] : [`${word} ${when}`];
  return [...(open === undefined ? [] : [open]), ...(is === 'rehearsal' ? [] : [page]), ...ofMode, 'Edict'].join(' · ');
};
