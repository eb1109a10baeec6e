import { useMutation, useQueryClient, type UseMutationResult } from '@tanstack/react-query';

import { hasWritten } from './api.ts';
import { useConfirming } from './confirming.tsx';

type Written = Readonly<{ position: string }>;

/** Done means stored: only then is anything shown as done. `touched`: the answers that are old by then, the one that is looked at first. */
export const useWrite = <Said, Answer extends Written = Written>(
  send: (said: Said) => Promise<Answer>,
  touched: readonly (readonly string[])[],
): UseMutationResult<Answer, Error, Said> => {
  const client = useQueryClient();
  const confirming = useConfirming();
  return useMutation({
    mutationFn: (said: Said) => confirming(() => send(said)),
    onSuccess: async ({ position }) => {
      hasWritten(position);
      const [first, ...others] = touched.map((queryKey) => () => client.invalidateQueries({ queryKey }));
      await first?.();
      for (const other of others) void other();
    },
  });
};
