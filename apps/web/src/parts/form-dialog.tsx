import type { JSX, ReactNode, SubmitEvent } from 'react';

import { Modal } from './modal.tsx';
import { Say, useSay } from './say.tsx';

/** What was filled in; what was left empty is not there. */
export type Filled = Readonly<Record<string, string>>;

type FormDialogProps = Readonly<{
  title: string;
  act?: string;
  /** It is on its way: it is not sent a second time. The focus stays where it is, as Escape and Tab need it. */
  isSending?: boolean;
  onClose(): void;
  onSaid(said: Filled): void;
  /** What has been filled in so far, as it changes. */
  onChanged?(said: Filled): void;
  children: ReactNode;
}>;

/** Whoever opens it writes at once; where there is nothing to write, Enter is a yes. */
const focusFirst = (form: HTMLFormElement | null): void =>
  (
    form?.querySelector<HTMLElement>('input:not([type=file]), select, textarea') ??
    form?.querySelector<HTMLElement>('button[type=submit]')
  )?.focus();

const filledIn = (form: HTMLFormElement): Filled =>
  Object.fromEntries([...new FormData(form)].filter(([, value]) => value !== '')) as Filled;

/** Asks for what an act has to say. `title` and `act` are named as in the catalogue. */
export const FormDialog = ({
  title,
  act = title,
  isSending = false,
  onClose,
  onSaid,
  onChanged,
  children,
}: FormDialogProps): JSX.Element => {
  const say = useSay();
  const send = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (!isSending) onSaid(filledIn(event.currentTarget));
  };
  return (
    <Modal title={say(title)} onClose={onClose}>
      <form
        className="form"
        ref={focusFirst}
        onSubmit={send}
        onChange={({ currentTarget }) => onChanged?.(filledIn(currentTarget))}
      >
        {children}
        <div className="line">
          <button className="btn primary" type="submit" aria-disabled={isSending || undefined}>
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
