import type { JSX } from 'react';

import { useOffer, type Offer } from '../../api/own-account.ts';
import { TextField } from '../../parts/fields.tsx';
import { Say } from '../../parts/say.tsx';
import { SendingDialog } from '../../parts/sending-dialog.tsx';
import { OwnDialog } from './own-dialog.tsx';

type StepProps = Readonly<{ onClose(): void; onDone(): void }>;

/** First the password; then the secret is shown, and asks for a code that was made with it. */
export const SetUp = ({ onClose, onDone }: StepProps): JSX.Element => {
  const offer = useOffer();
  if (offer.data) return <Confirm offer={offer.data} onClose={onClose} onDone={onDone} />;
  return (
    <SendingDialog
      title="own.setUp"
      act="own.next"
      sending={offer}
      saidOf={({ password = '' }) => ({ password, key: crypto.randomUUID() })}
      onClose={onClose}
      onDone={() => undefined}
    >
      <p className="mid">
        <Say id="own.setUp.why" />
      </p>
      <TextField name="password" label="session.password" type="password" autoComplete="current-password" required />
    </SendingDialog>
  );
};

const digitsIn = (code: string): string => code.replaceAll(/\s/g, '');

const Confirm = ({ offer: { secret, uri }, ...step }: StepProps & Readonly<{ offer: Offer }>): JSX.Element => (
  <OwnDialog
    {...step}
    title="own.setUp"
    act="own.confirm"
    deedOf={({ code = '' }) =>
      (api, key) =>
        api.post('/accounts/me/totp/confirm', { key, body: { code: digitsIn(code) } })
      }
  >
    <p className="mid">
      <Say id="own.secret.why" />
    </p>
    <output className="once mono">{inFours(secret)}</output>
    <p>
      <a className="link" href={uri}>
        <Say id="own.open" />
      </a>
    </p>
    <TextField name="code" label="own.code" autoComplete="one-time-code" inputMode="numeric" required />
  </OwnDialog>
);

/** As people read it from one screen and type it into another. */
const inFours = (secret: string): string => secret.match(/.{1,4}/g)?.join(' ') ?? '';

export const Remove = (step: StepProps): JSX.Element => (
  <OwnDialog
    {...step}
    title="own.remove"
    deedOf={({ password = '' }) =>
      (api, key) =>
        api.post('/accounts/me/totp/remove', { key, body: { password } })
      }
  >
    <p className="mid">
      <Say id="own.remove.why" />
    </p>
    <TextField name="password" label="session.password" type="password" autoComplete="current-password" required />
  </OwnDialog>
);
