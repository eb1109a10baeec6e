import { ProblemAnswer } from '@edict/client';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { createContext, useContext, type JSX, type ReactNode } from 'react';

import { FirstAdministrator } from '../pages/sign-in/first-administrator.tsx';
import { SignIn } from '../pages/sign-in/sign-in.tsx';
import { apiFor, type Office } from './api.ts';

/** `mayActForAll`: by the token of the installation. */
export type Session = Readonly<{ id: string; name: string; offices: readonly Office[]; mayActForAll: boolean }>;

const SessionContext = createContext<Session | null>(null);

export const useSession = (): Session => {
  const session = useContext(SessionContext);
  if (!session) throw new Error('Nobody is signed in.');
  return session;
};

const whoIsThere = async (): Promise<Session> => {
  const { id = '', name = '', grants = [] } = await apiFor(null, 'en').get('/accounts/me');
  const mayActForAll = grants.some(({ unit }) => unit === '*');
  return { id, name, mayActForAll, offices: grants.map(({ unit, capacity }) => ({ unit, capacity })) };
};

/** Where the link of the first start leads; what it carries stands after the `#` and is sent to nobody by itself. */
const FIRST = '/first-administrator';

/** Shows the console to who is signed in, and the sign-in to everybody else. */
export const SignedIn = ({ children }: Readonly<{ children: ReactNode }>): JSX.Element | null => {
  const client = useQueryClient();
  const { data, error, isPending } = useQuery({
    queryKey: ['session'],
    queryFn: whoIsThere,
    retry: false,
    staleTime: Infinity,
  });
  const again = () => void client.resetQueries();
  if (location.pathname === FIRST && !data) return <FirstAdministrator onSignedIn={again} />;
  if (isPending) return null;
  if (data) return <SessionContext value={data}>{children}</SessionContext>;
  const isStranger = error instanceof ProblemAnswer && error.problem.status === 401;
  return <SignIn problem={isStranger ? null : error} onSignedIn={again} />;
};
