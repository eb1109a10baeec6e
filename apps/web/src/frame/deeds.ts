import { useQueryClient } from '@tanstack/react-query';

import { apiFor, bear } from '../api/api.ts';
import { useConsole } from '../console.tsx';
import type { IconName } from '../icons.tsx';
import { usePalette } from './palette.tsx';

/** What one can do from anywhere; `name` as in the catalogue. */
export type Deed = Readonly<{ icon: IconName; name: string; run(): void }>;

/** Light or dark, all keys, and the way out. */
export const useDeeds = (): readonly Deed[] => {
  const client = useQueryClient();
  const palette = usePalette();
  const { preferences, prefer } = useConsole();
  const isDark = preferences.theme === 'dark';
  const signOut = () => {
    bear(undefined);
    // For no unit: one may no longer act for the one that was chosen.
    void apiFor(null, preferences.language)
      .delete('/sessions/current')
      .catch(() => undefined)
      .finally(() => void client.resetQueries());
  };
  return [
    { icon: 'moon', name: 'frame.theme', run: () => prefer({ theme: isDark ? 'light' : 'dark' }) },
    { icon: 'help', name: 'frame.keys', run: palette.showKeys },
    { icon: 'leave', name: 'frame.signOut', run: signOut },
  ];
};
