import { useState, type JSX } from 'react';

import type { Told } from '../../api/accounts.ts';
import { Modal } from '../../parts/modal.tsx';
import { Say, useSay } from '../../parts/say.tsx';

/** The invitation stands after the `#`: no server sees it before it is taken up. */
const linkOf = (invitation: string): string => `${location.origin}/invited#${encodeURIComponent(invitation)}`;

/** A link or a secret, to be handed over now: nobody is shown it again. */
export const ToldOnce = ({ told, onClose }: Readonly<{ told: Told; onClose(): void }>): JSX.Element => {
  const say = useSay();
  const [isCopied, setCopied] = useState(false);
  const kind = told.invitation ? 'invitation' : 'secret';
  const text = told.invitation ? linkOf(told.invitation) : (told.secret ?? '');
  return (
    <Modal title={say(`accounts.${kind}`)} onClose={onClose}>
      <p className="mid">
        <Say id={`accounts.${kind}.why`} />
      </p>
      <output className="once mono">{text}</output>
      <div className="line">
        <button
          className="btn primary"
          type="button"
          onClick={() => void navigator.clipboard.writeText(text).then(() => setCopied(true))}
        >
          <Say id={isCopied ? 'accounts.copied' : 'accounts.copy'} />
        </button>
        <button className="btn plain" type="button" onClick={onClose}>
          <Say id="accounts.handedOver" />
        </button>
      </div>
    </Modal>
  );
};
