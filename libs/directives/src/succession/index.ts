export * from './holdings.ts';
export { conservation, talliedFrom, type Conservation } from './conservation.ts';
export { isAssigned as isAssignedTask } from '../task/task.state.ts';
export { successionRegistry } from './registry.saga.ts';
export { effectOf, endingIn, isPerItem, succession, type Succession as SuccessionState } from './succession.decider.ts';
export type {
  Count,
  Handover,
  Manifest,
  Plan as SuccessionPlan,
  SuccessionCommand,
  SuccessionEvent,
  Tally,
} from './succession.messages.ts';
export { successionView, type SuccessionRow } from './succession.projection.ts';
export { mandates } from '../standing-unit/mandates.saga.ts';
export {
  endedBy,
  entryOn,
  isNobody,
  predecessorsBy,
  type Registered,
  type SuccessionNote,
} from '../unit/unit.decider.ts';
