import { useRef, useState, type JSX } from 'react';

import { useConsole } from '../console.tsx';
import { moment as written } from '../i18n/times.ts';
import { Icon } from '../icons.tsx';
import type { AsOfPopoverProps } from '../overlays/as-of-popover.tsx';
import { useMoment } from '../parts/moment.ts';
import { useNow } from '../parts/now.ts';
import { useOverlays } from '../parts/overlays.ts';
import { Say } from '../parts/say.tsx';
import { useRehearsed } from './rehearsed.tsx';

/** The one control of time. */
export const AsOf = (): JSX.Element => {
  const moment = useMoment();
  const now = useNow();
  const { language } = useConsole().preferences;
  const rehearsed = useRehearsed();
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  const when = written(language, rehearsed?.at ?? now.toISOString());
  const word = moment !== null ? 'time.past' : rehearsed ? 'time.rehearsal' : 'time.now';
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
        <Icon name={rehearsed ? 'rehearsal' : 'clock'} />
        <span className="sr">
          <Say id="time.asOf" />
        </span>
        <span className="word">
          <Say id={word} />
        </span>
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
