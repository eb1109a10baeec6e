import { useState, type JSX } from 'react';

import { Modal } from './modal.tsx';
import { Say, useSay } from './say.tsx';

type OnceProps = Readonly<{ title: string; why: string; text: string; onClose(): void }>;

/** To be handed over now: nobody is shown it again. `title` and `why` are named as in the catalogue. */
export const Once = ({ title, why, text, onClose }: OnceProps): JSX.Element => {
  const say = useSay();
  const [isCopied, setCopied] = useState(false);
  return (
    <Modal title={say(title)} onClose={onClose}>
      <p className="mid">
        <Say id={why} />
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
