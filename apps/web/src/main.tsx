import { ProblemAnswer } from '@edict/client';
import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';

import { WithConfirming } from './api/confirming.tsx';
import { seeWhetherUnknown, SignedIn } from './api/session.tsx';
import { firstPageAtHand } from './at-hand.ts';
import { Preferred } from './console.tsx';
import { router } from './router.tsx';

const TRIES = 3;

const onError = (error: unknown) => seeWhetherUnknown(client, error);

const client: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError }),
  mutationCache: new MutationCache({ onError }),
  defaultOptions: {
    // The server may be reachable where a browser believes to be offline: on a machine alone, or in a network without an exit.
    mutations: { networkMode: 'always' },
    queries: {
      networkMode: 'always',
      staleTime: 5_000,
      refetchOnWindowFocus: true,
      retry: (failures, error) => !(error instanceof ProblemAnswer && error.problem.status < 500) && failures < TRIES,
    },
  },
});

// Not awaited here: pages that are loaded meanwhile wait for this module.
void firstPageAtHand(client).then(() => {
  createRoot(document.getElementById('root')!).render(
    <StrictMode>
      <QueryClientProvider client={client}>
        <Preferred>
          <SignedIn>
            <WithConfirming>
              <RouterProvider router={router} />
            </WithConfirming>
          </SignedIn>
        </Preferred>
      </QueryClientProvider>
    </StrictMode>,
  );
});
