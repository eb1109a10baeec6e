import { useState, type JSX } from 'react';

import { useOwnDeed } from '../../api/own-account.ts';
import { TextField } from '../../parts/fields.tsx';
import { FormDialog, type Filled } from '../../parts/form-dialog.tsx';
import { Progress } from '../../parts/progress.tsx';
import { Say } from '../../parts/say.tsx';

/** As the server asks for it. */
const LEAST = 12;

/** The new one is typed twice: nobody sees what they type, and a slip would lock them out. */
export const ChangePassword = ({ onClose, onDone }: Readonly<{ onClose(): void; onDone(): void }>): JSX.Element => {
  const { mutate, isPending, error } = useOwnDeed();
  const [areSame, setSame] = useState(true);
  const send = ({ current = '', password = '', again }: Filled) => {
    setSame(password === again);
    if (password !== again) return;
    const body = { current, password };
    mutate(
      { deed: (api, key) => api.post('/accounts/me/password', { key, body }), key: crypto.randomUUID() },
      { onSuccess: onDone },
    );
  };
  const isNew = { type: 'password', autoComplete: 'new-password', minLength: LEAST, required: true } as const;
  return (
    <FormDialog isSending={isPending} title="own.password" onClose={onClose} onSaid={send}>
      <p className="mid">
        <Say id="own.password.why" />
      </p>
      <TextField name="current" label="own.current" type="password" autoComplete="current-password" required />
      <TextField name="password" label="own.new" {...isNew} />
      <TextField name="again" label="own.again" {...isNew} />
      {areSame ? (
        <Progress isPending={isPending} error={error} />
      ) : (
        <span className="refused" role="alert">
          <Say id="own.differ" />
        </span>
      )}
    </FormDialog>
  );
};
