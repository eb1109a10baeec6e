import type { Client, Shape } from '@edict/client';
import { useQuery, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query';
import { useMemo } from 'react';

import { useConsole } from '../console.tsx';
import { apiFor } from './api.ts';
import type { EventLine } from './tasks.ts';
import { useWrite } from './write.ts';

export type Account = Shape<'AccountShown'>;
export type Grant = Shape<'Grant'>;
export type OfficeRow = Shape<'OfficeRow'>;
export type Appointment = Shape<'Appointment'>;

/** Whatever office is in force: accounts are kept as an administrator, for no unit. */
const useAdministration = (): Client => {
  const { language } = useConsole().preferences;
  return useMemo(() => apiFor({ capacity: 'administrator' }, language), [language]);
};

export const useAccounts = (): UseQueryResult<readonly Account[]> => {
  const api = useAdministration();
  return useQuery({ queryKey: ['accounts'], queryFn: () => api.get('/accounts') });
};

export const useOffices = (): UseQueryResult<readonly OfficeRow[]> => {
  const api = useAdministration();
  return useQuery({ queryKey: ['offices'], queryFn: () => api.get('/offices') });
};

/** Who holds an office, and who stands in. */
export const useAppointments = (id: string): UseQueryResult<readonly Appointment[]> => {
  const api = useAdministration();
  return useQuery({
    queryKey: ['offices', id],
    queryFn: async () => (await api.get('/offices/{id}', { path: { id } })).appointments,
  });
};

const useHistoryOf = (of: 'accounts' | 'offices', id: string): UseQueryResult<readonly EventLine[]> => {
  const api = useAdministration();
  return useQuery({
    queryKey: [of, id, 'history'],
    queryFn: () =>
      of === 'accounts'
        ? api.get('/accounts/{id}/history', { path: { id } })
        : api.get('/offices/{id}/history', { path: { id } }),
  });
};

/** Every event of it, the oldest first. */
export const useAccountHistory = (id: string): UseQueryResult<readonly EventLine[]> => useHistoryOf('accounts', id);
export const useOfficeHistory = (id: string): UseQueryResult<readonly EventLine[]> => useHistoryOf('offices', id);

export const useMeans = (): Shape<'Means'> | undefined => {
  const api = useAdministration();
  return useQuery({ queryKey: ['means'], queryFn: () => api.get('/sessions/means') }).data;
};

/** What is told once, and shown to nobody again. */
export type Told = Readonly<{ position: string; invitation?: string | null; secret?: string }>;
export type Deed = (api: Client, key: string) => Promise<Told>;

export type Doing = UseMutationResult<Told, Error, Readonly<{ deed: Deed; key: string }>>;

export const useAdministering = (): Doing => {
  const api = useAdministration();
  return useWrite(({ deed, key }) => deed(api, key), [['accounts'], ['offices']]);
};
