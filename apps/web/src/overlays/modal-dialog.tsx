import type { JSX, ReactNode } from 'react';
import { Dialog, Heading, Modal as AriaModal, ModalOverlay } from 'react-aria-components';

import { Icon } from '../icons.tsx';
import { useSay } from '../parts/say.tsx';

export type ModalProps = Readonly<{ title: string; onClose(): void; children: ReactNode }>;

export const ModalDialog = ({ title, onClose, children }: ModalProps): JSX.Element => {
  const say = useSay();
  return (
    <ModalOverlay className="veil" isOpen isDismissable onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}>
      <AriaModal className="sheet-over">
        <Dialog className="dialog">
          <header>
            <Heading slot="title">{title}</Heading>
            <button className="iconbtn" type="button" aria-label={say('act.cancel')} onClick={onClose}>
              <Icon name="close" />
            </button>
          </header>
          {children}
        </Dialog>
      </AriaModal>
    </ModalOverlay>
  );
};
