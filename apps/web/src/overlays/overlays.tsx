export { AsOfPopover } from './as-of-popover.tsx';
export { ModalDialog } from './modal-dialog.tsx';
