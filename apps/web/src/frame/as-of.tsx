import { useRef, useState, type JSX } from 'react';

import { Icon } from '../icons.tsx';
import type { AsOfPopoverProps } from '../overlays/as-of-popover.tsx';
import { useOverlays } from '../parts/overlays.ts';
import { Say } from '../parts/say.tsx';
import { useMode } from './mode.ts';

/** The one control of time. */
export const AsOf = (): JSX.Element => {
  const { is, word, when } = useMode();
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button
        ref={button}
        className="asof"
        type="button"
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onClick={() => setOpen(true)}
      >
        <Icon name={is === 'rehearsal' ? 'rehearsal' : 'clock'} />
        <span className="sr">
          <Say id="time.asOf" />
        </span>
        <span className="word">{word}</span>
        <span className="when">{when}</span>
        <Icon name="down" />
      </button>
      {isOpen ? <Opened label={when} button={button} onClose={() => setOpen(false)} /> : null}
    </>
  );
};

const Opened = (popover: AsOfPopoverProps): JSX.Element | null => {
  const overlays = useOverlays();
  return overlays ? <overlays.AsOfPopover {...popover} /> : null;
};
