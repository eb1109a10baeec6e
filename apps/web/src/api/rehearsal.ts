import type { Shape } from '@edict/client';
import { useMutation, type UseMutationResult } from '@tanstack/react-query';

import { useApi } from './api.ts';

export type Rehearsal = Shape<'RehearsalAnswer'>;
export type Step = Shape<'RehearsalStep'>;
export type ToRehearse = Shape<'RehearseDto'>;

/** Plays it on the server, in memory; nothing is kept there. */
export const useRehearsing = (): UseMutationResult<Rehearsal, Error, ToRehearse> => {
  const api = useApi();
  return useMutation({ mutationFn: (body: ToRehearse) => api.post('/rehearsals', { body }) });
};
