import { ProblemAnswer } from '@edict/client';
import { lazy, Suspense, useState, type JSX, type ReactNode, type SubmitEvent } from 'react';

import { Brand } from '../../icons.tsx';
import { useConsole } from '../../console.tsx';
import { Say } from '../../parts/say.tsx';
import { useWhyNot } from '../../parts/why-not.ts';

/** What is wrong in which field needs words that nobody else needs who signs in. */
const RefusedFlaws = lazy(async () => ({ default: (await import('../../flaws/file-flaws.tsx')).RefusedFlaws }));

type Said = Readonly<Record<string, string>>;
type FormProps = Readonly<{
  act: string;
  problem?: Error | null;
  send(said: Said, language: string): Promise<unknown>;
  onSignedIn(): void;
  children: ReactNode;
}>;

/** Sends what was filled in; says why it was not taken. */
export const SignInForm = ({ act, problem = null, send, onSignedIn, children }: FormProps): JSX.Element => {
  const [refused, setRefused] = useState<Error | null>(problem);
  const { language } = useConsole().preferences;
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const filled = [...new FormData(event.currentTarget)].filter(([, value]) => value !== '');
    send(Object.fromEntries(filled) as Said, language).then(onSignedIn, setRefused);
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

const Refusal = ({ problem }: Readonly<{ problem: Error }>): JSX.Element => {
  const whyNot = useWhyNot();
  const isWrong = problem instanceof ProblemAnswer && problem.problem.status === 401;
  return (
    <div role="alert" className="refused">
      <p>{isWrong ? <Say id="session.wrong" /> : whyNot(problem)}</p>
      <Suspense>{hasFlaws(problem) ? <RefusedFlaws error={problem} /> : null}</Suspense>
    </div>
  );
};

const hasFlaws = (problem: Error): boolean =>
  problem instanceof ProblemAnswer && (problem.problem.errors ?? []).length > 0;
