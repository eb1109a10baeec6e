import type { JSX } from 'react';

import { useRebuild } from '../../api/operations.ts';
import { PickField, WordsField } from '../../parts/fields.tsx';
import { Say } from '../../parts/say.tsx';
import { SendingDialog } from '../../parts/sending-dialog.tsx';

type RebuildProps = Readonly<{ views: readonly string[]; onClose(): void; onDone(): void }>;

/** Has a view that is doubted built anew, beside the one that is read meanwhile. */
export const Rebuild = ({ views, ...dialog }: RebuildProps): JSX.Element => (
  <SendingDialog
    {...dialog}
    title="operations.rebuild"
    sending={useRebuild()}
    saidOf={({ view = '', reason = '' }) => ({ view, reason })}
  >
    <p className="mid">
      <Say id="operations.rebuild.why" />
    </p>
    <PickField name="view" label="operations.view" choices={views.map((value) => ({ value, text: value }))} required />
    <WordsField name="reason" label="accounts.why" required />
  </SendingDialog>
);
