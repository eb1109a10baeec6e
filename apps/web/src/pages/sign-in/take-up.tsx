import type { JSX } from 'react';

import { apiFor } from '../../api/api.ts';
import { Say } from '../../parts/say.tsx';
import { Field } from './field.tsx';
import { SignInForm } from './form.tsx';

const takeUp = async ({ password = '' }: Readonly<Record<string, string>>, language: string): Promise<void> => {
  const invitation = decodeURIComponent(location.hash.slice(1));
  await apiFor(null, language).post('/accounts/invited', { body: { invitation, password } });
  history.replaceState(null, '', '/');
};

/** Whoever was handed an invitation sets a password, once, and is signed in. */
export const TakeUp = ({ onSignedIn }: Readonly<{ onSignedIn(): void }>): JSX.Element => (
  <SignInForm act="session.takeUp" send={takeUp} onSignedIn={onSignedIn}>
    <p>
      <Say id="session.invited" />
    </p>
    <Field name="password" label="own.new" type="password" autoComplete="new-password" required />
  </SignInForm>
);
