import type { Client, Shape } from '@edict/client';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useMemo } from 'react';

import { useConsole } from '../console.tsx';
import { useMoment } from '../parts/moment.ts';
import { apiFor, useApi } from './api.ts';
import { useList, type Listed } from './pages.ts';
import { useSession } from './session.tsx';
import { useWrite } from './write.ts';

export type Health = Shape<'HealthAnswer'>;
export type Delivery = Shape<'DeliveryRow'>;

/** It is not followed: whoever is not well may have nobody left to tell. */
export const AGAIN_MS = 5_000;

export const useHealth = (): UseQueryResult<Health> => {
  const api = useApi();
  return useQuery({ queryKey: ['health'], queryFn: () => api.get('/health'), refetchInterval: AGAIN_MS });
};

/** For the installation and no unit of it, whatever office is in force. */
const useAs = (capacity: string): Client => {
  const { language } = useConsole().preferences;
  return useMemo(() => apiFor({ capacity }, language), [capacity, language]);
};

/** What somebody here may do: an administrator has streams go on and views built, a secretariat handles what could not be sent, and an auditor reads
 * of it. Nothing is done to the past. */
export const useMay = (): Readonly<{ keep: boolean; handle: boolean; readAs: string | null }> => {
  const { offices, mayActForAll, isAdministrator } = useSession();
  const isNow = useMoment() === null;
  const [reader = null] = ['secretariat', 'auditor'].filter(
    (wanted) => mayActForAll || offices.some(({ capacity }) => capacity === wanted),
  );
  return { keep: isNow && isAdministrator, handle: isNow && reader === 'secretariat', readAs: reader };
};

type Releasing = Readonly<{ subscriber: string; stream: string; how: 'retry' | 'skip'; reason: string }>;

export const useRelease = () => {
  const api = useAs('administrator');
  return useWrite(
    ({ subscriber, ...body }: Releasing) =>
      api.post('/subscribers/{subscriber}/release', { path: { subscriber }, key: crypto.randomUUID(), body }),
    [['health']],
  );
};

export const useRebuild = () => {
  const api = useAs('administrator');
  return useWrite(
    ({ view, reason }: Readonly<{ view: string; reason: string }>) =>
      api.post('/views/{view}/rebuild', { path: { view }, key: crypto.randomUUID(), body: { reason } }),
    [['health']],
  );
};

/** In this state; nothing for whoever may not read it. */
export const useDeliveries = (state: 'parked' | 'withheld'): Listed<Delivery> => {
  const { readAs } = useMay();
  const api = useAs(readAs ?? '');
  return useList(['deliveries', state, readAs], (query) => api.get('/deliveries', { query: { ...query, state } }), {
    enabled: readAs !== null,
    again: AGAIN_MS,
  });
};

export type Handling = Readonly<{ id: string; how: 'replay' | 'drop'; reason: string }>;

export const useHandling = () => {
  const api = useAs('secretariat');
  return useWrite(
    ({ id, how, reason }: Handling) => {
      const said = { path: { id }, key: crypto.randomUUID(), body: { reason } };
      return how === 'replay' ? api.post('/deliveries/{id}/replay', said) : api.post('/deliveries/{id}/drop', said);
    },
    [['deliveries'], ['health']],
  );
};
