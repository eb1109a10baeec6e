import type { JSX, ReactNode } from 'react';

import type { Deed } from '../../api/accounts.ts';
import { useOwnDeed } from '../../api/own-account.ts';
import { FormDialog, type Filled } from '../../parts/form-dialog.tsx';
import { Progress } from '../../parts/progress.tsx';

type OwnDialogProps = Readonly<{
  title: string;
  act?: string;
  deedOf(said: Filled): Deed;
  onClose(): void;
  onDone(): void;
  children: ReactNode;
}>;

/** Stays until it is stored: what was refused is said where it can be typed again. */
export const OwnDialog = ({ deedOf, onDone, children, ...dialog }: OwnDialogProps): JSX.Element => {
  const { mutate, isPending, error } = useOwnDeed();
  const send = (said: Filled) => mutate({ deed: deedOf(said), key: crypto.randomUUID() }, { onSuccess: onDone });
  return (
    <FormDialog {...dialog} onSaid={send}>
      {children}
      <Progress isPending={isPending} error={error} />
    </FormDialog>
  );
};
