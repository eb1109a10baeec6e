import { Link, useNavigate } from '@tanstack/react-router';
import { useState, type JSX, type RefObject } from 'react';
import { Dialog, Popover } from 'react-aria-components';

import { withoutMoment } from '../frame/band.tsx';
import { OFFSET } from '../i18n/days.ts';
import { Icon } from '../icons.tsx';
import { useSay } from '../parts/say.tsx';

export type AsOfPopoverProps = Readonly<{
  label: string;
  button: RefObject<HTMLButtonElement | null>;
  onClose(): void;
}>;

/** Beside its button; closed by Escape or a click elsewhere. */
export const AsOfPopover = ({ label, button, onClose }: AsOfPopoverProps): JSX.Element => (
  <Popover
    className="explain"
    placement="bottom end"
    triggerRef={button}
    isOpen
    onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}
  >
    <Dialog className="form" aria-label={label}>
      <Choose onChosen={onClose} />
    </Dialog>
  </Popover>
);

const Choose = ({ onChosen }: Readonly<{ onChosen(): void }>): JSX.Element => {
  const say = useSay();
  const navigate = useNavigate();
  const [local, setLocal] = useState('');
  const show = () => {
    void navigate({ to: '.', search: (before: object) => ({ ...before, at: instantOf(local) }) });
    onChosen();
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        show();
      }}
    >
      <label className="lab" htmlFor="as-of">
        {say('time.moment')}
      </label>
      <input
        id="as-of"
        className="field"
        type="datetime-local"
        required
        value={local}
        onChange={({ target }) => setLocal(target.value)}
      />
      <button className="btn primary" type="submit">
        {say('time.showThen')}
      </button>
      <Link className="btn" to="/rehearsal" search={withoutMoment} onClick={onChosen}>
        <Icon name="rehearsal" />
        {say('time.rehearse')}
      </Link>
    </form>
  );
};

const instantOf = (local: string): string => new Date(`${local}${OFFSET}`).toISOString();
