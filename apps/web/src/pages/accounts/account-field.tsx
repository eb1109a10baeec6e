import { useId, type JSX } from 'react';

import type { Account } from '../../api/accounts.ts';
import { Say } from '../../parts/say.tsx';

/** Somebody who has an account here. */
export const AccountField = ({ accounts }: Readonly<{ accounts: readonly Account[] }>): JSX.Element => {
  const id = useId();
  return (
    <>
      <label className="lab" htmlFor={id}>
        <Say id="accounts.whom" />
      </label>
      <select id={id} name="account" className="field" required>
        {accounts
          .filter(({ disabled, kind }) => !disabled && kind === 'person')
          .map((account) => (
            <option key={account.id} value={account.id}>
              {account.name} {account.login ? `(${account.login})` : ''}
            </option>
          ))}
      </select>
    </>
  );
};
