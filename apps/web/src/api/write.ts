import { useMutation, type UseMutationResult } from '@tanstack/react-query';

import { hasWritten } from './api.ts';
import { useConfirming } from './confirming.tsx';
import { useRenewing, type Old } from './renewing.ts';

type Written = Readonly<{ position: string }>;

/** Done means stored: only then is anything shown as done. `touched`: the answers that are old by then, the one that is looked at first. */
export const useWrite = <Said, Answer extends Written = Written>(
  send: (said: Said) => Promise<Answer>,
  touched: readonly Old[],
): UseMutationResult<Answer, Error, Said> => {
  const renew = useRenewing();
  const confirming = useConfirming();
  return useMutation({
    mutationFn: (said: Said) => confirming(() => send(said)),
    onSuccess: async ({ position }) => {
      hasWritten(position);
      const [first, ...others] = touched;
      if (first) await renew(first);
      for (const other of others) void renew(other);
    },
  });
};
