import type { JSX } from 'react';

import { WordsField } from '../../parts/fields.tsx';
import { Say } from '../../parts/say.tsx';
import { Remove, SetUp } from './authenticator.tsx';
import { ChangePassword } from './change-password.tsx';
import type { MeansAct } from './means.tsx';
import { OwnDialog } from './own-dialog.tsx';

type StepProps = Readonly<{ onClose(): void; onDone(): void }>;
type DialogsProps = StepProps & Readonly<{ id: string; asked: MeansAct | 'everywhere' }>;

export const OwnDialogs = ({ id, asked, ...step }: DialogsProps): JSX.Element => {
  if (asked === 'password') return <ChangePassword {...step} />;
  if (asked === 'setUp') return <SetUp {...step} />;
  if (asked === 'remove') return <Remove {...step} />;
  return <Everywhere id={id} {...step} />;
};

/** Here, too: the next page asks to sign in. */
const Everywhere = ({ id, ...step }: StepProps & Readonly<{ id: string }>): JSX.Element => (
  <OwnDialog
    {...step}
    title="own.everywhere"
    deedOf={({ reason = '' }) =>
      (api, key) =>
        api.post('/accounts/{id}/end-sessions', { path: { id }, key, body: { reason } })
      }
  >
    <p className="mid">
      <Say id="own.everywhere.why" />
    </p>
    <WordsField name="reason" label="accounts.why" required />
  </OwnDialog>
);
