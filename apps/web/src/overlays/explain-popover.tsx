import { useMemo, type JSX, type ReactNode, type RefObject } from 'react';
import { Dialog, Popover } from 'react-aria-components';
import { createIntl, RawIntlProvider, useIntl } from 'react-intl';

import { useLater } from '../parts/later.ts';
import { useSay } from '../parts/say.tsx';

type ExplainPopoverProps = Readonly<{
  button: RefObject<HTMLButtonElement | null>;
  onClose(): void;
  children: ReactNode;
}>;

/** Beside what it explains, and on paper a note under it all; closed by Escape or a click elsewhere, and by whatever it leads to. */
export const ExplainPopover = ({ button, onClose, children }: ExplainPopoverProps): JSX.Element => {
  const say = useSay();
  return (
    <Popover
      className="explain reason"
      triggerRef={button}
      isOpen
      onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}
    >
      <Dialog aria-label={`${say('reason.title')}: ${button.current?.ariaLabel ?? button.current?.textContent ?? ''}`}>
        <div onClick={({ target }) => (isLink(target) ? onClose() : undefined)}>
          <WithReasons>{children}</WithReasons>
        </div>
      </Dialog>
    </Popover>
  );
};

const isLink = (target: EventTarget): boolean => target instanceof Element && target.closest('a') !== null;

/** Within it all words are there that only explanations need. */
const WithReasons = ({ children }: Readonly<{ children: ReactNode }>): JSX.Element | null => {
  const words = useLater('reasons');
  const intl = useIntl();
  const more = useMemo(
    () =>
      words && createIntl({ locale: intl.locale, messages: { ...intl.messages, ...words } as Record<string, string> }),
    [intl, words],
  );
  return more ? <RawIntlProvider value={more}>{children}</RawIntlProvider> : null;
};
