import type { JSX } from 'react';

import type { ModalProps } from '../overlays/modal-dialog.tsx';
import { useOverlays } from './overlays.ts';

/** Over everything, closed by Escape, a click beside it, or its cross; focus goes back to where it was. */
export const Modal = (modal: ModalProps): JSX.Element | null => {
  const overlays = useOverlays(modal.onClose);
  return overlays ? <overlays.ModalDialog {...modal} /> : null;
};
