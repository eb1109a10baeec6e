import { useQueryClient } from '@tanstack/react-query';
import type { JSX } from 'react';

import { apiFor, bear } from '../api/api.ts';
import { useConsole } from '../console.tsx';
import { Icon } from '../icons.tsx';
import { useSay } from '../parts/say.tsx';
import { usePalette } from './palette.tsx';

/** Light or dark, all keys, and the way out. */
export const Tools = (): JSX.Element => {
  const say = useSay();
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
  return (
    <>
      <Tool icon="moon" name={say('frame.theme')} onPress={() => prefer({ theme: isDark ? 'light' : 'dark' })} />
      <Tool icon="help" name={say('frame.keys')} onPress={palette.showKeys} />
      <Tool icon="leave" name={say('frame.signOut')} onPress={signOut} />
    </>
  );
};

type ToolProps = Readonly<{ icon: 'moon' | 'help' | 'leave'; name: string; onPress(): void }>;

const Tool = ({ icon, name, onPress }: ToolProps): JSX.Element => (
  <button className="iconbtn" type="button" aria-label={name} title={name} onClick={onPress}>
    <Icon name={icon} />
  </button>
);
