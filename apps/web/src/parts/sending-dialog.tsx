import type { UseMutationResult } from '@tanstack/react-query';
import type { JSX, ReactNode } from 'react';

import { FormDialog, type Filled } from './form-dialog.tsx';
import { Modal } from './modal.tsx';
import { useMoment } from './moment.ts';
import { Progress } from './progress.tsx';
import { ReadOnly } from './read-only.tsx';
import { useSay } from './say.tsx';

export type SendingDialogProps<Said> = Readonly<{
  title: string;
  act?: string;
  sending: Pick<UseMutationResult<unknown, Error, Said>, 'mutate' | 'isPending' | 'error'>;
  saidOf(filled: Filled): Said;
  onClose(): void;
  onDone(): void;
  children: ReactNode;
}>;

/** Stays until it is stored: what was refused is said where it can be filled in again. In the past it asks for nothing, and says why. */
export const SendingDialog = <Said,>(props: SendingDialogProps<Said>): JSX.Element => {
  const { sending, saidOf, onDone, children, ...dialog } = props;
  const say = useSay();
  if (useMoment() !== null)
    return (
      <Modal title={say(props.title)} onClose={props.onClose}>
        <ReadOnly />
      </Modal>
    );
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
