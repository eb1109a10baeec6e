import type { Client, Shape } from '@edict/client';
import {
  useMutation,
  useQuery,
  useQueryClient,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import { useMemo } from 'react';

import { useConsole } from '../console.tsx';
import type { Account, Deed, Told } from './accounts.ts';
import { apiFor } from './api.ts';
import { useConfirming } from './confirming.tsx';
import { useWrite } from './write.ts';

export type OwnSession = Shape<'SessionShown'>;
export type Offer = Shape<'Offer'>;

const OWN = ['own'] as const;

/** One's account is one's own, whatever office is in force: it is asked for, and changed, in none. */
const useOwnApi = (): Client => {
  const { language } = useConsole().preferences;
  return useMemo(() => apiFor(null, language), [language]);
};

export const useOwnAccount = (): UseQueryResult<Account> => {
  const api = useOwnApi();
  return useQuery({ queryKey: [...OWN, 'account'], queryFn: () => api.get('/accounts/me') });
};

/** From where one is signed in. */
export const useOwnSessions = (): UseQueryResult<readonly OwnSession[]> => {
  const api = useOwnApi();
  return useQuery({ queryKey: [...OWN, 'sessions'], queryFn: () => api.get('/sessions') });
};

export const useOwnDeed = (): UseMutationResult<Told, Error, Readonly<{ deed: Deed; key: string }>> => {
  const api = useOwnApi();
  return useWrite(({ deed, key }) => deed(api, key), [OWN]);
};

/** A secret for an authenticator. It counts once a code has been shown. */
export const useOffer = (): UseMutationResult<Offer, Error, Readonly<{ password: string; key: string }>> => {
  const api = useOwnApi();
  const confirming = useConfirming();
  return useMutation({
    mutationFn: ({ password, key }) => confirming(() => api.post('/accounts/me/totp', { key, body: { password } })),
  });
};

export const useEndSession = (): UseMutationResult<unknown, Error, string> => {
  const api = useOwnApi();
  const confirming = useConfirming();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (handle: string) => confirming(() => api.delete('/sessions/{handle}', { path: { handle } })),
    onSuccess: () => client.invalidateQueries({ queryKey: OWN }),
  });
};
