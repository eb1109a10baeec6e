import { ProblemAnswer } from '@edict/client';
import { createContext, useCallback, useContext, useRef, useState, type JSX, type ReactNode } from 'react';

import { ConfirmDialog } from '../frame/confirm-dialog.tsx';
import { useMoment } from '../parts/moment.ts';
import { useSay } from '../parts/say.tsx';
import { onlyNow, type Confirming } from './only-now.ts';

const ConfirmingContext = createContext<Confirming>((act) => act());

/** Does something, and where it weighs so heavy that people show once more who they are, asks them and does it then. All acts come through here. */
export const useConfirming = (): Confirming => {
  const say = useSay();
  return onlyNow(useMoment(), useContext(ConfirmingContext), say('time.closed'));
};

type Answer = (isConfirmed: boolean) => void;

const wantsConfirming = (error: unknown): boolean => error instanceof ProblemAnswer && error.code === 'access/confirm';

/** One dialogue for all that wait for it: several acts at once ask once. */
export const WithConfirming = ({ children }: Readonly<{ children: ReactNode }>): JSX.Element => {
  const waiting = useRef<Answer[]>([]);
  const [isAsking, setAsking] = useState(false);
  const confirming = useCallback(async <T,>(act: () => Promise<T>): Promise<T> => {
    try {
      return await act();
    } catch (error) {
      if (!wantsConfirming(error)) throw error;
      const { promise, resolve } = Promise.withResolvers<boolean>();
      waiting.current.push(resolve);
      setAsking(true);
      if (!(await promise)) throw error;
      return act();
    }
  }, []);
  const answer: Answer = (isConfirmed) => {
    setAsking(false);
    for (const each of waiting.current.splice(0)) each(isConfirmed);
  };
  return (
    <ConfirmingContext value={confirming}>
      {children}
      {isAsking ? <ConfirmDialog onAnswer={answer} /> : null}
    </ConfirmingContext>
  );
};
