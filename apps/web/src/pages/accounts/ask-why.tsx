import type { JSX } from 'react';

import { WordsField } from '../../parts/fields.tsx';
import { FormDialog } from '../../parts/form-dialog.tsx';

type AskWhyProps = Readonly<{ title: string; onClose(): void; onSaid(reason: string): void }>;

/** What needs nothing but its reason. */
export const AskWhy = ({ title, onClose, onSaid }: AskWhyProps): JSX.Element => (
  <FormDialog title={title} onClose={onClose} onSaid={({ reason = '' }) => onSaid(reason)}>
    <WordsField name="reason" label="accounts.why" required />
  </FormDialog>
);
