import { useMutation, useQuery } from '@tanstack/react-query';
import type { JSX } from 'react';

import { apiFor } from '../api/api.ts';
import { useConsole } from '../console.tsx';
import { TextField } from '../parts/fields.tsx';
import { FormDialog } from '../parts/form-dialog.tsx';
import { Progress } from '../parts/progress.tsx';
import { Say } from '../parts/say.tsx';

/** Shows once more who is there, before what weighs heavy. */
export const ConfirmDialog = ({ onAnswer }: Readonly<{ onAnswer(isConfirmed: boolean): void }>): JSX.Element => {
  const { language } = useConsole().preferences;
  const api = apiFor(null, language);
  const { data: means } = useQuery({ queryKey: ['means'], queryFn: () => api.get('/sessions/means') });
  const confirm = useMutation({
    mutationFn: (body: { password: string; code?: string }) => api.post('/sessions/confirm', { body }),
    onSuccess: () => onAnswer(true),
  });
  return (
    <FormDialog
      title="confirm.title"
      act="confirm.act"
      onClose={() => onAnswer(false)}
      onSaid={({ password = '', code }) => confirm.mutate({ password, ...(code === undefined ? {} : { code }) })}
    >
      <p className="mid">
        <Say id="confirm.why" />
      </p>
      <TextField name="password" label="session.password" type="password" autoComplete="current-password" required />
      <TextField name="code" label="session.code" autoComplete="one-time-code" inputMode="numeric" />
      {means?.oidc ? (
        <p className="small">
          <a className="link" href="/sessions/oidc?again=yes">
            <Say id="confirm.byProvider" />
          </a>
        </p>
      ) : null}
      <Progress isPending={confirm.isPending} error={confirm.error} />
    </FormDialog>
  );
};
