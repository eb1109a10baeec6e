import type { UseMutationResult } from '@tanstack/react-query';
import type { JSX, ReactNode } from 'react';

import { FormDialog, type Filled } from './form-dialog.tsx';
import { Progress } from './progress.tsx';

export type SendingDialogProps<Said> = Readonly<{
  title: string;
  act?: string;
  sending: Pick<UseMutationResult<unknown, Error, Said>, 'mutate' | 'isPending' | 'error'>;
  saidOf(filled: Filled): Said;
  onClose(): void;
  onDone(): void;
  children: ReactNode;
}>;

/** Stays until it is stored: what was refused is said where it can be filled in again. */
export const SendingDialog = <Said,>(props: SendingDialogProps<Said>): JSX.Element => {
  const { sending, saidOf, onDone, children, ...dialog } = props;
  return (
    <FormDialog
      {...dialog}
      isSending={sending.isPending}
      onSaid={(filled) => sending.mutate(saidOf(filled), { onSuccess: onDone })}
    >
      {children}
      <Progress isPending={sending.isPending} error={sending.error} />
    </FormDialog>
  );
};
