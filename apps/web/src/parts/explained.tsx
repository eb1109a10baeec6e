import { useRef, useState, type JSX, type ReactNode } from 'react';

import { useOverlays, type Overlays } from './overlays.ts';

type ExplainedProps = Readonly<{
  /** What it is called where its own words say too little, as a number does: they are part of it. */
  label?: string;
  className?: string;
  why(overlays: Overlays): JSX.Element;
  children: ReactNode;
}>;

/**
 * A status or a figure with a reason behind it, which opens by Enter, a click or a finger. Rows of long lists have none of their own: each opens what it
 * stands for, and that explains itself there.
 */
export const Explained = ({ label, className = '', why, children }: ExplainedProps): JSX.Element => {
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button
        ref={button}
        className={`why ${className}`}
        type="button"
        aria-label={label}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onClick={() => setOpen(true)}
      >
        {children}
      </button>
      {isOpen ? <Opened button={button} why={why} onClose={() => setOpen(false)} /> : null}
    </>
  );
};

type OpenedProps = Pick<ExplainedProps, 'why'> &
  Readonly<{ button: React.RefObject<HTMLButtonElement | null>; onClose(): void }>;

const Opened = ({ why, ...popover }: OpenedProps): JSX.Element | null => {
  const overlays = useOverlays(popover.onClose);
  return overlays ? <overlays.ExplainPopover {...popover}>{why(overlays)}</overlays.ExplainPopover> : null;
};
