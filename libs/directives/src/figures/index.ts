export { ageing, AGES, type Age } from './ageing.ts';
export { BUCKETS, bucketOf, standingOf, type Bucket, type Counted } from './bucket.ts';
export { formNumber, type FormNumber, type Spelling } from './form-number.ts';
export {
  checkForm,
  flawsOfForm,
  formOf,
  sumOfFigures,
  type Filled,
  type Form,
  type FormFlaw,
  type FormLine,
  type FormResult,
} from './form.ts';
export { FORMULAS, type Formula } from './formulas.ts';
export { AHEAD, heapsOf, matterAtHand, taskAtHand, type Ahead, type AtHand, type Heap } from './heaps.ts';
export { lateRegister, ROLES, type Leader, type Role } from './late-register.ts';
export { lateAmong, latenessOf, meanDaysLate, type Late, type Lateness, type Reckoning } from './lateness.ts';
export { monthOnMonth, type Month } from './months.ts';
export { PASSES, passagesOf, passedBy, type Pass, type Passage, type PassedBy, type PassTally } from './passing.ts';
export { percent, remainder, ROUNDING, ROUNDINGS, type Rounding } from './percent.ts';
export { bucketed, bucketsOf, statisticsOf, type Statistics } from './statistics.ts';
export { haltOf, mayOwe, type Answering, type DecisionNeeded, type Halt, type Step } from './stuck.ts';
