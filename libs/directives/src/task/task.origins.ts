import type { Origin } from '@edict/kernel';

import type { TaskCommand } from './task.commands.ts';

const PERSON = ['person'] as const;
const SAGA = ['saga'] as const;
const RING = ['ring'] as const;

/** Who may send what: nobody can post a ring, and nobody but a saga says what another task did. */
export const ORIGINS: Readonly<Record<TaskCommand['type'], readonly Origin[]>> = {
  AssignTask: SAGA,
  LeaveTaskUnassigned: SAGA,
  AssignTaskTo: PERSON,
  AcknowledgeTask: PERSON,
  ReportProgress: PERSON,
  SubmitTask: PERSON,
  AcceptTask: PERSON,
  ReturnTask: PERSON,
  LapseTask: PERSON,
  WatchTask: SAGA,
  CallTime: RING,
  CallAcknowledgement: RING,
  EndWindow: RING,
  TakeToNextLevel: SAGA,
  TransferTask: SAGA,
  RequestExtension: PERSON,
  GrantExtension: PERSON,
  RefuseExtension: PERSON,
  OverrideDeadline: PERSON,
  ConfirmDeadline: PERSON,
  RefuseTask: PERSON,
  UpholdAssignment: PERSON,
  ReassignTask: PERSON,
  SuspendTask: PERSON,
  ResumeTask: PERSON,
  CancelTask: PERSON,
  CancelWith: SAGA,
  DelegateTask: PERSON,
  NoteChild: SAGA,
  FollowWhole: SAGA,
  DecideOnChild: PERSON,
  ContributeToTask: PERSON,
  AskContribution: PERSON,
  CallContribution: RING,
  DemandReport: PERSON,
  CallDemand: RING,
  DecideFinding: PERSON,
  CorrectRegistration: PERSON,
  StartTask: PERSON,
  StartBecause: SAGA,
  AwaitTask: SAGA,
  NotePredecessor: SAGA,
  FollowInterval: SAGA,
  OpenOccurrence: RING,
  CallOccurrence: RING,
  ApplyChange: SAGA,
};
