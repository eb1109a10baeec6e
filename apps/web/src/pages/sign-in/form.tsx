import { ProblemAnswer } from '@edict/client';
import { useState, type JSX, type ReactNode, type SubmitEvent } from 'react';

import { Brand } from '../../icons.tsx';
import { Say } from '../../parts/say.tsx';

type Said = Readonly<Record<string, string>>;
type FormProps = Readonly<{
  act: string;
  problem?: Error | null;
  send(said: Said): Promise<unknown>;
  onSignedIn(): void;
  children: ReactNode;
}>;

/** Sends what was filled in; says why it was not taken. */
export const SignInForm = ({ act, problem = null, send, onSignedIn, children }: FormProps): JSX.Element => {
  const [refused, setRefused] = useState<Error | null>(problem);
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const filled = [...new FormData(event.currentTarget)].filter(([, value]) => value !== '');
    send(Object.fromEntries(filled) as Said).then(onSignedIn, setRefused);
  };
  return (
    <main className="sign-in">
      <form className="card" onSubmit={submit}>
        <h1 className="brand">
          <Brand />
          Edict
        </h1>
        {children}
        {refused ? <Refusal problem={refused} /> : null}
        <button className="btn primary" type="submit">
          <Say id={act} />
        </button>
      </form>
    </main>
  );
};

const Refusal = ({ problem }: Readonly<{ problem: Error }>): JSX.Element => (
  <p role="alert" className="refused">
    {problem instanceof ProblemAnswer && problem.problem.status === 401 ? <Say id="session.wrong" /> : problem.message}
  </p>
);
