import type { UseMutationResult } from '@tanstack/react-query';
import { useRef, type JSX, type ReactNode } from 'react';

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
  /** Known at once: two keys may come before the page shows that it is being sent. */
  const isSent = useRef(false);
  if (useMoment() !== null)
    return (
      <Modal title={say(props.title)} onClose={props.onClose}>
        <ReadOnly />
      </Modal>
    );
  const send = (filled: Filled): void => {
    if (isSent.current) return;
    isSent.current = true;
    sending.mutate(saidOf(filled), { onSuccess: onDone, onError: () => (isSent.current = false) });
  };
  return (
    <FormDialog {...dialog} isSending={sending.isPending} onSaid={send}>
      {children}
      <Progress isPending={sending.isPending} error={sending.error} />
    </FormDialog>
  );
};
