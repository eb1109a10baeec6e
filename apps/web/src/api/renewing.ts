import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';

import { useConsole } from '../console.tsx';
import { useApi } from './api.ts';
import { renewInInbox } from './inbox.ts';

/** Names answers that are old: all that begin with it. `['inbox', id]` is one task of the inbox. */
export type Old = readonly string[];

/** Gets anew what is old, as far as it is on the screen. */
export const useRenewing = (): ((old: Old) => Promise<void>) => {
  const client = useQueryClient();
  const api = useApi();
  const { office } = useConsole().preferences;
  return useMemo(
    () => async (old) => {
      const [what, id] = old;
      const wholly = (queryKey: Old) => client.invalidateQueries({ queryKey });
      if (what !== 'inbox' || id === undefined) await wholly(old);
      else await renewInInbox({ client, api, office }, id).catch(() => wholly([what]));
    },
    [client, api, office],
  );
};
