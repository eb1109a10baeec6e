import type { JSX } from 'react';

import type { Deed } from '../../api/accounts.ts';
import { useOwnDeed } from '../../api/own-account.ts';
import type { Filled } from '../../parts/form-dialog.tsx';
import { SendingDialog, type SendingDialogProps } from '../../parts/sending-dialog.tsx';

type OwnDialogProps = Omit<SendingDialogProps<never>, 'sending' | 'saidOf'> & Readonly<{ deedOf(said: Filled): Deed }>;

export const OwnDialog = ({ deedOf, ...dialog }: OwnDialogProps): JSX.Element => (
  <SendingDialog
    {...dialog}
    sending={useOwnDeed()}
    saidOf={(filled) => ({ deed: deedOf(filled), key: crypto.randomUUID() })}
  />
);
