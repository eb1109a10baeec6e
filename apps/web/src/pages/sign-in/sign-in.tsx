import type { JSX } from 'react';

import { apiFor, bear } from '../../api/api.ts';
import { Say } from '../../parts/say.tsx';
import { ByProvider } from './by-provider.tsx';
import { Field } from './field.tsx';
import { SignInForm } from './form.tsx';

type Said = Readonly<Record<string, string>>;

/** By a password, with a code where there is an authenticator; or by the token of the installation, which no cookie keeps. */
const signIn = async ({ token, login = '', password = '', code }: Said): Promise<void> => {
  bear(token?.trim());
  const api = apiFor(null, 'en');
  if (token === undefined) await api.post('/sessions', { body: { login, password, ...(code ? { code } : {}) } });
  else await api.get('/accounts/me');
};

type SignInProps = Readonly<{ problem: Error | null; onSignedIn(): void }>;

export const SignIn = ({ problem, onSignedIn }: SignInProps): JSX.Element => (
  <SignInForm act="session.signIn" problem={problem} send={signIn} onSignedIn={onSignedIn}>
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
  </SignInForm>
);
