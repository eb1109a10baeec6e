import type { Shape } from '@edict/client';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';

import { hasWritten, useApi } from './api.ts';
import { useEach } from './bulk.ts';
import { useConfirming } from './confirming.tsx';
import { useOffice } from './tasks.ts';
import { useWrite } from './write.ts';

export type Succession = Shape<'SuccessionShown'>;
export type Conservation = Shape<'Conservation'>;

export const useSuccessions = (): UseQueryResult<readonly Succession[]> => {
  const api = useApi();
  const office = useOffice();
  return useQuery({ queryKey: ['successions', office], queryFn: () => api.get('/successions') });
};

/** Recomputed from the log each time it is asked for. */
export const useProof = (id: string): UseQueryResult<Conservation> => {
  const api = useApi();
  const office = useOffice();
  return useQuery({
    queryKey: ['successions', id, 'proof', office],
    queryFn: () => api.get('/successions/{id}/proof', { path: { id } }),
  });
};

const ACTS = {
  successor: '/successions/{id}/successor',
  effectiveDay: '/successions/{id}/effective-day',
  withdraw: '/successions/{id}/withdraw',
} as const;

export type SuccessionVerb = keyof typeof ACTS;
type Said = Readonly<{ verb: SuccessionVerb; id: string; body: object; key: string }>;

const TOUCHED = [['successions'], ['units'], ['counts']] as const;

export const useActOnSuccession = () => {
  const api = useApi();
  return useWrite(
    ({ verb, id, body, key }: Said) => api.post(ACTS[verb], { path: { id }, body: body as never, key }),
    TOUCHED,
  );
};

export const usePlanning = () => {
  const api = useApi();
  return useWrite(
    ({ body, key }: Readonly<{ body: Shape<'PlanSuccessionDto'>; key: string }>) =>
      api.post('/successions', { body, key }),
    TOUCHED,
  );
};

/** `id`: what was held, by its stream. `succession`: the one by which it goes to whoever gets it. */
export type Decided = Readonly<{ id: string; succession: string; to: string; reason: string }>;

/** One thing after the other. */
export const useDeciding = () => {
  const api = useApi();
  const confirming = useConfirming();
  return useEach<Decided>(async ({ id: holding, succession, to, reason, key }) => {
    const said = { path: { id: succession }, body: { holding, to, reason }, key };
    const { position } = await confirming(() => api.post('/successions/{id}/decisions', said));
    hasWritten(position);
  });
};
