import type { JSX } from 'react';

import type { Deed, Doing } from '../../api/accounts.ts';
import { WordsField } from '../../parts/fields.tsx';
import type { Filled } from '../../parts/form-dialog.tsx';
import { SendingDialog } from '../../parts/sending-dialog.tsx';

type AskProps = Readonly<{
  title: string;
  doing: Doing;
  deedOf(filled: Filled): Deed;
  onClose(): void;
  children: JSX.Element | readonly (JSX.Element | null)[];
}>;

/** Stays until it is done, or says why not. */
export const Ask = ({ title, doing, deedOf, onClose, children }: AskProps): JSX.Element => {
  const close = () => {
    doing.reset();
    onClose();
  };
  return (
    <SendingDialog
      title={title}
      sending={doing}
      saidOf={(filled) => ({ deed: deedOf(filled), key: crypto.randomUUID() })}
      onClose={close}
      onDone={onClose}
    >
      {children}
    </SendingDialog>
  );
};

type AskWhyProps = Omit<AskProps, 'deedOf' | 'children'> & Readonly<{ deedOf(reason: string): Deed }>;

/** What needs nothing but its reason. */
export const AskWhy = ({ deedOf, ...ask }: AskWhyProps): JSX.Element => (
  <Ask {...ask} deedOf={({ reason = '' }) => deedOf(reason)}>
    <WordsField name="reason" label="accounts.why" required />
  </Ask>
);
