import { ProblemAnswer } from '@edict/client';
import { useState, type JSX, type SubmitEvent } from 'react';

import { apiFor, bear } from '../../api/api.ts';
import { Brand } from '../../icons.tsx';
import { Say } from '../../parts/say.tsx';

type SignInProps = Readonly<{ problem: Error | null; onSignedIn(): void }>;

export const SignIn = ({ problem, onSignedIn }: SignInProps): JSX.Element => {
  const [refused, setRefused] = useState<Error | null>(problem);
  const send = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const token = new FormData(event.currentTarget).get('token');
    bear(typeof token === 'string' ? token.trim() : undefined);
    apiFor(null, 'en').get('/health').then(onSignedIn, setRefused);
  };
  return (
    <main className="sign-in">
      <form className="card" onSubmit={send}>
        <h1 className="brand">
          <Brand />
          Edict
        </h1>
        <Field name="token" type="password" autoComplete="off" />
        {refused ? <Refusal problem={refused} /> : null}
        <button className="btn primary" type="submit">
          <Say id="session.signIn" />
        </button>
      </form>
    </main>
  );
};

type FieldProps = Readonly<{ name: string; type?: string; autoComplete: string; inputMode?: 'numeric' }>;

const Field = ({ name, ...input }: FieldProps): JSX.Element => (
  <>
    <label className="lab" htmlFor={`session-${name}`}>
      <Say id={`session.${name}`} />
    </label>
    <input id={`session-${name}`} className="field" name={name} {...input} />
  </>
);

const Refusal = ({ problem }: Readonly<{ problem: Error }>): JSX.Element => (
  <p role="alert" className="refused">
    {problem instanceof ProblemAnswer && problem.problem.status === 401 ? <Say id="session.wrong" /> : problem.message}
  </p>
);
