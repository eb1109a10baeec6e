import {
  account,
  accountView,
  appointmentView,
  directive,
  directiveView,
  escalation,
  fanOut,
  labelView,
  matter,
  matterNotices,
  matterView,
  notification,
  noticeView,
  office,
  officeView,
  reference,
  referenceView,
  searchView,
  unitSearchView,
  standingUnit,
  standingUnitNotices,
  standingUnitView,
  task,
  taskNotices,
  taskView,
  unit,
  unitView,
  watch,
} from '@edict/directives';
import { activation, refusal, type AnyDecider, type AnyProjection, type AnySaga } from '@edict/runtime';

/** All that decides. A category and a command have one decider each, or nothing starts. */
export const DECIDERS: readonly AnyDecider[] = [
  directive,
  task,
  standingUnit,
  matter,
  unit,
  reference,
  notification,
  account,
  office,
  refusal,
  activation,
];

/** Each saga with the decider of the streams that it reads. A name is never changed: the checkpoint hangs on it. */
export const SAGAS: readonly (readonly [AnySaga, AnyDecider])[] = [
  [fanOut, directive],
  [watch, directive],
  [escalation, task],
  [taskNotices, task],
  [matterNotices, matter],
  [standingUnitNotices, standingUnit],
];

export const PROJECTIONS: readonly AnyProjection[] = [
  labelView,
  directiveView,
  taskView,
  standingUnitView,
  matterView,
  noticeView,
  unitView,
  accountView,
  officeView,
  appointmentView,
  referenceView,
  searchView,
  unitSearchView,
];
