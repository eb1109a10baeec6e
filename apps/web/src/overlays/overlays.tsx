export { ClassReason } from '../reasons/class-reason.tsx';
export { MarkingReason } from '../reasons/marking-reason.tsx';
export { MilestoneReason } from '../reasons/milestone-reason.tsx';
export { Reason } from '../reasons/reason.tsx';
export { StateReason } from '../reasons/state-reason.tsx';
export { AsOfPopover } from './as-of-popover.tsx';
export { ExplainPopover } from './explain-popover.tsx';
export { ModalDialog } from './modal-dialog.tsx';
