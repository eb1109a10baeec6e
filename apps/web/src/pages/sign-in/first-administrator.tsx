import type { JSX } from 'react';

import { apiFor } from '../../api/api.ts';
import { Say } from '../../parts/say.tsx';
import { Field } from './field.tsx';
import { SignInForm } from './form.tsx';

type Said = Readonly<Record<string, string>>;

const become = async ({ login = '', name = '', password = '' }: Said, language: string): Promise<void> => {
  const invitation = decodeURIComponent(location.hash.slice(1));
  await apiFor(null, language).post('/accounts/first', { body: { invitation, login, name, password } });
  history.replaceState(null, '', '/');
};

/** Whoever holds the link of the first start becomes the administrator, once. */
export const FirstAdministrator = ({ onSignedIn }: Readonly<{ onSignedIn(): void }>): JSX.Element => (
  <SignInForm act="session.become" send={become} onSignedIn={onSignedIn}>
    <p>
      <Say id="session.first" />
    </p>
    <Field name="login" autoComplete="username" required />
    <Field name="name" autoComplete="name" required />
    <Field name="password" label="own.new" type="password" autoComplete="new-password" required />
  </SignInForm>
);
