import type { JSX } from 'react';

import { useHandling, type Handling } from '../../api/operations.ts';
import { WordsField } from '../../parts/fields.tsx';
import { Say } from '../../parts/say.tsx';
import { SendingDialog } from '../../parts/sending-dialog.tsx';

export type Handled = Pick<Handling, 'id' | 'how'>;
type HandleProps = Readonly<{ handled: Handled; onClose(): void; onDone(): void }>;

/** Sends again what could not be sent, or gives it up. */
export const Handle = ({ handled, ...dialog }: HandleProps): JSX.Element => (
  <SendingDialog
    {...dialog}
    title={`operations.${handled.how}`}
    sending={useHandling()}
    saidOf={({ reason = '' }) => ({ ...handled, reason })}
  >
    <p className="mid">
      <Say id={`operations.${handled.how}.why`} />
    </p>
    <WordsField name="reason" label="accounts.why" required />
  </SendingDialog>
);
