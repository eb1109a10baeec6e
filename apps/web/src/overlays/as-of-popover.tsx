import { Link, useLocation, useNavigate } from '@tanstack/react-router';
import { useState, type JSX, type RefObject } from 'react';
import { Dialog, Popover } from 'react-aria-components';

import { withoutMoment } from '../frame/band.tsx';
import { minuteOf, OFFSET } from '../i18n/days.ts';
import { Icon } from '../icons.tsx';
import { useClock } from '../parts/now.ts';
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
  const { pathname } = useLocation();
  const [local, setLocal] = useState('');
  const show = () => {
    void navigate(showing(pathname, instantOf(local)));
    onChosen();
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        show();
      }}
    >
      <MomentField local={local} onLocal={setLocal} />
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

type MomentFieldProps = Readonly<{ local: string; onLocal(local: string): void }>;

const MomentField = ({ local, onLocal }: MomentFieldProps): JSX.Element => {
  const say = useSay();
  const now = useClock();
  return (
    <>
      <label className="lab" htmlFor="as-of">
        {say('time.moment')}
      </label>
      <input
        id="as-of"
        className="field"
        type="datetime-local"
        required
        max={minuteOf(now)}
        aria-describedby="as-of-why"
        value={local}
        onChange={({ target }) => onLocal(target.value)}
      />
      <p className="dim small" id="as-of-why">
        {say('time.notLater')}
      </p>
    </>
  );
};

/** A rehearsal has a clock of its own: whoever chooses a moment of the real history leaves it. */
const showing = (pathname: string, at: string) =>
  pathname === '/rehearsal'
    ? ({ to: '/inbox', search: { at } } as const)
    : ({ to: '.', search: (before: object) => ({ ...before, at }) } as const);

const instantOf = (local: string): string => new Date(`${local}${OFFSET}`).toISOString();
