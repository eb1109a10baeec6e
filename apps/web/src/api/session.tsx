import { ProblemAnswer } from '@edict/client';
import { queryOptions, useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { createContext, useContext, useEffect, type JSX, type ReactNode } from 'react';

import { useConsole } from '../console.tsx';
import { FirstAdministrator } from '../pages/sign-in/first-administrator.tsx';
import { TakeUp } from '../pages/sign-in/take-up.tsx';
import { SignIn, SignInAgain } from '../pages/sign-in/sign-in.tsx';
import { apiFor, type Office } from './api.ts';

/** `mayActForAll`: by the token of the installation. */
export type Session = Readonly<{
  id: string;
  name: string;
  offices: readonly Office[];
  mayActForAll: boolean;
  isAdministrator: boolean;
}>;

const SessionContext = createContext<Session | null>(null);

export const useSession = (): Session => {
  const session = useContext(SessionContext);
  if (!session) throw new Error('Nobody is signed in.');
  return session;
};

const whoIsThere = async (): Promise<Session> => {
  const { id = '', name = '', grants = [] } = await apiFor(null, 'en').get('/accounts/me');
  const mayActForAll = grants.some(({ unit }) => unit === '*');
  const now = new Date().toISOString();
  const inForce = grants.filter(({ from, until }) => (from ?? '') <= now && (until === null || now < until));
  const offices = inForce.map(({ unit, capacity }) => ({ unit, capacity }));
  const isAdministrator = mayActForAll || offices.some(({ capacity }) => capacity === 'administrator');
  return { id, name, mayActForAll, isAdministrator, offices };
};

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: whoIsThere,
  retry: false,
  staleTime: Infinity,
});

/** Where the link of the first start leads; what it carries stands after the `#` and is sent to nobody by itself. */
const FIRST = '/first-administrator';
/** Where an invitation leads, in the same way. */
const INVITED = '/invited';

/** Shows the console to who is signed in, and the sign-in to everybody else. */
export const SignedIn = ({ children }: Readonly<{ children: ReactNode }>): JSX.Element | null => {
  const client = useQueryClient();
  const { data, error, isPending } = useQuery(sessionQuery);
  const again = () => void client.resetQueries();
  if (location.pathname === FIRST && !data) return <FirstAdministrator onSignedIn={again} />;
  if (location.pathname === INVITED) return <TakeUp onSignedIn={again} />;
  if (isPending) return null;
  const isStranger = isUnknown(error);
  if (data)
    return (
      <SessionContext value={data}>
        <div key={data.id} hidden={isStranger}>
          <WithOffice>{children}</WithOffice>
        </div>
        {isStranger ? <SignInAgain onSignedIn={() => void goOn(client, data)} onClose={again} /> : null}
      </SessionContext>
    );
  return <SignIn problem={isStranger ? null : error} onSignedIn={again} />;
};

const isUnknown = (error: unknown): boolean => error instanceof ProblemAnswer && error.status === 401;

/** Whoever was signed in and is answered that nobody is: it is seen whether that is so, and then they sign in again. */
export const seeWhetherUnknown = (client: QueryClient, error: unknown): void => {
  const { queryKey } = sessionQuery;
  if (isUnknown(error) && client.getQueryState(queryKey)?.status === 'success')
    void client.invalidateQueries({ queryKey });
};

/** Of what was shown to somebody else nothing is kept. */
const goOn = async (client: QueryClient, before: Session): Promise<void> => {
  const session = await whoIsThere();
  const predicate = ({ queryKey: [first] }: Readonly<{ queryKey: readonly unknown[] }>) =>
    first !== sessionQuery.queryKey[0];
  if (session.id !== before.id) client.removeQueries({ predicate });
  client.setQueryData(sessionQuery.queryKey, session);
  await client.invalidateQueries({ predicate });
};

/** An office that is not theirs, such as one that somebody else chose in this browser, gives way to the first that is. */
const WithOffice = ({ children }: Readonly<{ children: ReactNode }>): JSX.Element | null => {
  const { offices, mayActForAll } = useSession();
  const { preferences, prefer } = useConsole();
  const { office } = preferences;
  const [first = null] = offices.filter(({ capacity }) => capacity !== 'administrator');
  const isTheirs = mayActForAll || offices.some((each) => isSame(each, office)) || office === first;
  useEffect(() => {
    if (!isTheirs) prefer({ office: first });
  }, [isTheirs, first, prefer]);
  return isTheirs ? <>{children}</> : null;
};

const isSame = (one: Office, other: Office | null): boolean =>
  one.unit === other?.unit && one.capacity === other.capacity;
