import { createContext, useContext, useEffect, useMemo, useState, type JSX, type ReactNode } from 'react';

/** A rehearsal that is on the screen: the moment of its clock, and what can be done with it. */
export type Rehearsed = Readonly<{ at: string; name: string; save(): void; leave(): void }>;

type Showing = Readonly<{ rehearsed: Rehearsed | null; show(rehearsed: Rehearsed | null): void }>;

const RehearsedContext = createContext<Showing>({ rehearsed: null, show: () => undefined });

export const useRehearsed = (): Rehearsed | null => useContext(RehearsedContext).rehearsed;

/** While this is shown the whole console says that it is a rehearsal. */
export const useShowRehearsed = (rehearsed: Rehearsed | null): void => {
  const { show } = useContext(RehearsedContext);
  useEffect(() => show(rehearsed), [rehearsed, show]);
  useEffect(() => () => show(null), [show]);
};

export const WithRehearsed = ({ children }: Readonly<{ children: ReactNode }>): JSX.Element => {
  const [rehearsed, show] = useState<Rehearsed | null>(null);
  const showing = useMemo(() => ({ rehearsed, show }), [rehearsed]);
  return <RehearsedContext value={showing}>{children}</RehearsedContext>;
};
