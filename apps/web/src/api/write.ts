import { useMutation, useQueryClient, type UseMutationResult } from '@tanstack/react-query';

import { hasWritten } from './api.ts';

type Written = Readonly<{ position: string }>;

/** Done means stored: only then is anything shown as done. `touched`: the answers that are old by then. */
export const useWrite = <Said>(
  send: (said: Said) => Promise<Written>,
  touched: readonly (readonly string[])[],
): UseMutationResult<Written, Error, Said> => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSuccess: ({ position }) => {
      hasWritten(position);
      return Promise.all(touched.map((queryKey) => client.invalidateQueries({ queryKey })));
    },
  });
};
