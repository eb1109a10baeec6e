import type { JSX } from 'react';

import { useMutation } from '@tanstack/react-query';

import { apiFor, bear } from '../../api/api.ts';
import { useConsole } from '../../console.tsx';
import { Say } from '../../parts/say.tsx';
import { FormDialog } from '../../parts/form-dialog.tsx';
import { Progress } from '../../parts/progress.tsx';
import { ByProvider } from './by-provider.tsx';
import { Field } from './field.tsx';
import { SignInForm } from './form.tsx';

type Said = Readonly<Record<string, string>>;

/** By a password, with a code where there is an authenticator; or by the token of the installation, which no cookie keeps. */
const signIn = async ({ token, login = '', password = '', code }: Said, language: string): Promise<void> => {
  bear(token?.trim());
  const api = apiFor(null, language);
  if (token === undefined) await api.post('/sessions', { body: { login, password, ...(code ? { code } : {}) } });
  else await api.get('/accounts/me');
};

type SignInProps = Readonly<{ problem: Error | null; onSignedIn(): void }>;

export const SignIn = ({ problem, onSignedIn }: SignInProps): JSX.Element => (
  <SignInForm act="session.signIn" problem={problem} send={signIn} onSignedIn={onSignedIn}>
    <SignInFields />
  </SignInForm>
);

type SignInAgainProps = Readonly<{ onSignedIn(): void; onClose(): void }>;

/** Over what is open, which stays as it is. */
export const SignInAgain = ({ onSignedIn, onClose }: SignInAgainProps): JSX.Element => {
  const { language } = useConsole().preferences;
  const { mutate, isPending, error } = useMutation({
    mutationFn: (said: Said) => signIn(said, language),
    onSuccess: onSignedIn,
  });
  return (
    <FormDialog title="session.over" act="session.signIn" isSending={isPending} onClose={onClose} onSaid={mutate}>
      <p className="mid">
        <Say id="session.over.why" />
      </p>
      <SignInFields />
      <Progress isPending={isPending} error={error} />
    </FormDialog>
  );
};

const SignInFields = (): JSX.Element => (
  <>
    <ByProvider />
    <Field name="login" autoComplete="username" />
    <Field name="password" type="password" autoComplete="current-password" />
    <Field name="code" autoComplete="one-time-code" inputMode="numeric" />
    <details>
      <summary>
        <Say id="session.byToken" />
      </summary>
      <Field name="token" type="password" autoComplete="off" />
    </details>
  </>
);
