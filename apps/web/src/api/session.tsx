import { useQuery, useQueryClient } from '@tanstack/react-query';
import { ProblemAnswer } from '@edict/client';
import { createContext, useContext, type JSX, type ReactNode } from 'react';

import { SignIn } from '../pages/sign-in/sign-in.tsx';
import { apiFor, type Office } from './api.ts';

export type Session = Readonly<{ id: string; name: string; offices: readonly Office[]; mayActForAll: boolean }>;

/** Who holds the token of the installation may act for every unit. */
const LOCAL: Session = { id: 'local', name: 'local', offices: [], mayActForAll: true };

const SessionContext = createContext<Session | null>(null);

export const useSession = (): Session => {
  const session = useContext(SessionContext);
  if (!session) throw new Error('Nobody is signed in.');
  return session;
};

/** Shows the console to who is signed in, and the sign-in to everybody else. */
export const SignedIn = ({ children }: Readonly<{ children: ReactNode }>): JSX.Element | null => {
  const client = useQueryClient();
  const { data, error, isPending } = useQuery({
    queryKey: ['session'],
    queryFn: async () => {
      await apiFor(null, 'en').get('/health');
      return LOCAL;
    },
    retry: false,
    staleTime: Infinity,
  });
  if (isPending) return null;
  if (data) return <SessionContext value={data}>{children}</SessionContext>;
  const isStranger = error instanceof ProblemAnswer && error.problem.status === 401;
  return <SignIn problem={isStranger ? null : error} onSignedIn={() => void client.resetQueries()} />;
};
