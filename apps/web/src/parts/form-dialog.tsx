import type { JSX, ReactNode, SubmitEvent } from 'react';

import { Modal } from './modal.tsx';
import { Say, useSay } from './say.tsx';

/** What was filled in; what was left empty is not there. */
export type Filled = Readonly<Record<string, string>>;

type FormDialogProps = Readonly<{
  title: string;
  act?: string;
  onClose(): void;
  onSaid(said: Filled): void;
  children: ReactNode;
}>;

/** Whoever opens it writes at once. */
const focusFirst = (form: HTMLFormElement | null): void =>
  form?.querySelector<HTMLElement>('input, select, textarea')?.focus();

/** Asks for what an act has to say. `title` and `act` are named as in the catalogue. */
export const FormDialog = ({ title, act = title, onClose, onSaid, children }: FormDialogProps): JSX.Element => {
  const say = useSay();
  const send = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const filled = [...new FormData(event.currentTarget)].filter(([, value]) => value !== '');
    onSaid(Object.fromEntries(filled) as Filled);
  };
  return (
    <Modal title={say(title)} onClose={onClose}>
      <form className="form" ref={focusFirst} onSubmit={send}>
        {children}
        <div className="line">
          <button className="btn primary" type="submit">
            <Say id={act} />
          </button>
          <button className="btn plain" type="button" onClick={onClose}>
            <Say id="act.cancel" />
          </button>
        </div>
      </form>
    </Modal>
  );
};
