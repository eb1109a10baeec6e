import type { Actor } from '@edict/kernel';

import type { Capacity } from './capacities.ts';
import { MATTERS } from './matters.ts';
import { OUTSIDE } from './outside.ts';
import type { Permission, Relation } from './relations.ts';

const ISSUER = { officer: ['issuer'], secretariat: ['issuer'] } as const;
const ISSUING = { officer: ['issuer'], secretariat: ['any'] } as const;
const GRANTER = { officer: ['issuer', 'delegate'], secretariat: ['issuer', 'delegate'] } as const;
const PERFORMER = { officer: ['performer'] } as const;
const ADMINISTRATORS = { administrator: ['any'] } as const;
const EVERYONE = { everyone: ['any'] } as const;
const NOBODY = { nobody: ['any'] } as const;
const READERS = {
  officer: ['any'],
  secretariat: ['any'],
  standingUnit: ['any'],
  inspector: ['any'],
  auditor: ['any'],
  leader: ['any'],
} as const;

/**
 * Who may do what: act × capacity × relation. The one place where it is written; the shell, the engine, the tests of every cell and
 * docs/permissions.md come from here. A command that persons may send and that is not in it is refused to everybody.
 */
export const PERMISSIONS = {
  RegisterUnit: { does: 'Register units, or correct them', may: { secretariat: ['any'] }, confirm: true },
  RenameUnit: { does: 'Enter a new name of a unit', may: { secretariat: ['any'] }, confirm: true },
  PutUnitUnder: { does: 'Put a unit under another', may: { secretariat: ['any'] }, confirm: true },
  AdmitMember: { does: 'Enter a unit in a group', may: { secretariat: ['any'] }, confirm: true },
  DismissMember: { does: 'Take a unit out of a group', may: { secretariat: ['any'] }, confirm: true },
  PlanSuccession: { does: 'Enter which units follow which', may: { secretariat: ['any'] }, confirm: true },
  NameSuccessor: { does: 'Name a successor that was not known', may: { secretariat: ['any'] }, confirm: true },
  FixEffectiveDay: { does: 'Fix the day of a succession', may: { secretariat: ['any'] }, confirm: true },
  WithdrawSuccession: { does: 'Call a succession off', may: { secretariat: ['any'] }, confirm: true },
  DecideHolding: {
    does: 'Decide who gets something that a split or dissolved unit held',
    may: { secretariat: ['any'] },
    confirm: true,
  },
  PublishReference: {
    does: 'Put an edition of a policy, a calendar or a form in force',
    may: { secretariat: ['any'] },
    confirm: true,
  },
  IssueDirective: { does: 'Issue a directive', may: ISSUING, confirm: true },
  BeginWatch: { does: 'Watch a directive that was entered late', may: ISSUING },
  ImplementClause: { does: 'Say which clause of a higher directive a directive implements', may: ISSUING },
  WithdrawImplementation: { does: 'Take back what a directive was said to implement', may: ISSUING, confirm: true },
  EnterTask: { does: 'Enter a task that a directive takes over from another document', may: ISSUING, confirm: true },
  ChangeDirective: {
    does: 'Amend, supersede, revoke or reaffirm a directive by a further document',
    may: { officer: ['issuer', 'superior'], secretariat: ['any'] },
    confirm: true,
  },

  RecordFinding: { does: 'Record a finding of an inspection', may: { inspector: ['any'], auditor: ['any'] } },
  ReclassifyDirective: { does: 'Change the classification of a directive', may: ISSUING, confirm: true },

  AcknowledgeTask: {
    does: 'Say that a task has arrived',
    may: { officer: ['performer'], secretariat: ['performer'] },
  },
  ReportProgress: { does: 'Report progress, or a milestone', may: PERFORMER },
  FileFormReport: {
    does: 'Fill in a form with the report on a task, or correct it',
    may: { officer: ['performer', 'coordinator'] },
  },
  SubmitTask: { does: 'Submit a task as done', may: PERFORMER },
  AcceptTask: { does: 'Accept what was submitted', may: ISSUER, confirm: true },
  ReturnTask: { does: 'Return it for rework', may: ISSUER },
  LapseTask: { does: 'End what is never complete', may: ISSUER, confirm: true },
  AssignTaskTo: { does: 'Assign what the text left to nobody', may: ISSUER },
  RequestExtension: { does: 'Ask for more time', may: PERFORMER },
  GrantExtension: { does: 'Grant more time', may: GRANTER, confirm: true },
  RefuseExtension: { does: 'Refuse more time', may: GRANTER },
  OverrideDeadline: {
    does: 'Enter the order of a higher authority that replaces a date',
    may: { officer: ['issuer', 'superior'], secretariat: ['any'] },
    confirm: true,
  },
  ConfirmDeadline: { does: 'Confirm what a new calendar or policy makes of a date', may: ISSUER, confirm: true },
  RefuseTask: { does: 'Say that a task is not theirs', may: { officer: ['performer'], secretariat: ['performer'] } },
  UpholdAssignment: { does: 'Decide that a task stays where it is', may: ISSUER },
  ReassignTask: { does: 'Give a task to another unit', may: ISSUER, confirm: true },
  SuspendTask: { does: 'Suspend a task', may: ISSUER, confirm: true },
  ResumeTask: { does: 'Resume a task', may: ISSUER },
  CancelTask: { does: 'Cancel a task', may: ISSUER, confirm: true },
  DelegateTask: { does: 'Pass part of a task on', may: PERFORMER },
  DecideOnChild: { does: 'Decide on a part that was passed on', may: PERFORMER },
  ContributeToTask: { does: 'Contribute to a task', may: { officer: ['coordinator'], secretariat: ['coordinator'] } },
  AskContribution: { does: 'Ask for a contribution or an opinion', may: PERFORMER },
  DemandReport: {
    does: 'Demand a report',
    may: { officer: ['issuer', 'addressee'], secretariat: ['issuer', 'addressee'] },
  },
  DecideFinding: { does: 'Decide what the text leaves open', may: ISSUER, confirm: true },
  CorrectRegistration: { does: 'Correct how a task was entered', may: ISSUER, confirm: true },
  StartTask: {
    does: 'Say that the event has come about with which a task begins',
    may: { officer: ['issuer', 'performer'], secretariat: ['issuer'] },
  },

  SetUpStandingUnit: {
    does: 'Set up the standing unit of a committee',
    may: { officer: ['committee'], secretariat: ['committee'] },
  },
  ...MATTERS,

  AttachFile: {
    does: 'Attach a file to a directive, or to a task or a matter that concerns the unit',
    may: { officer: ['concerned'], secretariat: ['concerned'], standingUnit: ['concerned'] },
  },

  ReadContent: {
    does: 'Read directives, tasks, matters, notices and their histories, under one’s clearance',
    may: READERS,
  },
  ReadEvidence: {
    does: 'Take out a stream as it is sealed, with its proofs, where nothing that is held is hidden from one',
    may: { inspector: ['any'], auditor: ['any'] },
  },
  CheckDocument: {
    does: 'Check a directive file without issuing it',
    may: { officer: ['any'], secretariat: ['any'], inspector: ['any'], auditor: ['any'] },
  },
  RehearseDirective: {
    does: 'Rehearse a directive file in memory, without issuing it',
    may: { officer: ['any'], secretariat: ['any'] },
  },
  ...OUTSIDE,

  ReadRegistry: { does: 'Read units and references', may: { ...READERS, administrator: ['any'] } },
  CheckHealth: { does: 'Ask in one word whether it runs, takes requests, and is well', may: NOBODY },
  ReadHealth: { does: 'See whether everything follows the log', may: EVERYONE },
  ReleaseStream: { does: 'Have a saga go on with a stream on which it failed', may: ADMINISTRATORS, confirm: true },
  RebuildView: { does: 'Have a view built anew from the log', may: ADMINISTRATORS, confirm: true },
  ReadMetrics: { does: 'Read what Prometheus asks for', may: ADMINISTRATORS },
  ReadDocumentation: { does: 'Read the description of the API', may: EVERYONE },

  OpenAccount: { does: 'Open an account', may: ADMINISTRATORS, confirm: true },
  GiveGrant: {
    does: 'Give authority: a capacity, for a unit, over a period',
    may: { administrator: ['another'] },
    confirm: true,
  },
  WithdrawGrant: { does: 'Withdraw authority', may: ADMINISTRATORS, confirm: true },
  SetClearance: { does: 'Say up to where somebody reads', may: { administrator: ['another'] }, confirm: true },
  DisableAccount: { does: 'Disable an account, with all its sessions and tokens', may: ADMINISTRATORS },
  EnableAccount: { does: 'Enable an account again', may: ADMINISTRATORS, confirm: true },
  EstablishOffice: { does: 'Establish an office in a unit', may: ADMINISTRATORS, confirm: true },
  Appoint: { does: 'Appoint a holder or a substitute', may: { administrator: ['another'] }, confirm: true },
  EndAppointment: { does: 'End an appointment', may: ADMINISTRATORS, confirm: true },
  CloseOffice: { does: 'Close an office', may: ADMINISTRATORS, confirm: true },
  EndSessions: { does: 'End all sessions of an account', may: { everyone: ['self'], administrator: ['any'] } },
  ChangeSignIn: {
    does: 'Change by what somebody is known: password, second factor, identity provider',
    may: { everyone: ['self'], administrator: ['any'] },
    confirm: true,
  },
  LinkSubject: {
    does: 'Say who somebody is to the identity provider',
    may: { administrator: ['another'] },
    confirm: true,
  },
  IssueToken: {
    does: 'Make a token',
    may: { everyone: ['self'], administrator: ['self', 'machine'] },
    confirm: true,
  },
  RevokeToken: { does: 'Revoke a token', may: { everyone: ['self'], administrator: ['any'] } },
  ReadAccounts: {
    does: 'Read accounts, what they may act as and since when, and by whose authority',
    may: { everyone: ['self'], administrator: ['any'], auditor: ['any'] },
  },
  ReadAuthority: {
    does: 'Read the histories of accounts and offices, and by whose authority something was done',
    may: { administrator: ['any'], auditor: ['any'] },
  },
  ReadAccessLog: {
    does: 'Read who read what is classified, took out files, or changed permissions, under one’s clearance',
    may: { auditor: ['any'] },
  },
  ReadTokens: { does: 'See which tokens an account has', may: { everyone: ['self'] } },
  ResetSignIn: {
    does: 'Take away by what somebody was known, and invite them anew',
    may: { administrator: ['another'] },
    confirm: true,
  },
  ReadOffices: { does: 'Read offices, and who holds them', may: { ...READERS, administrator: ['any'] } },
  ReadSessions: { does: 'See from where one is signed in', may: { everyone: ['self'] } },
  SignIn: { does: 'Sign in, or take up an invitation', may: NOBODY },
  SignOut: { does: 'Sign out, end one of one’s sessions, or show once more who one is', may: { everyone: ['self'] } },
} as const satisfies Readonly<Record<string, Permission>>;

export type Act = keyof typeof PERMISSIONS;
export const ACTS = Object.keys(PERMISSIONS) as readonly Act[];

const permissionOf = (act: string): Permission | undefined =>
  Object.hasOwn(PERMISSIONS, act) ? PERMISSIONS[act as Act] : undefined;

/** In which relations somebody in this capacity may do it; none: in no relation at all. */
export const relationsFor = (act: string, capacity: string): readonly Relation[] => {
  const may = permissionOf(act)?.may ?? {};
  const own = Object.hasOwn(may, capacity) ? may[capacity as Capacity] : undefined;
  return own ?? may.everyone ?? may.nobody ?? [];
};

/** Whether the capacity in which somebody acts lets them do it in this relation; what the machines do, no matrix judges. */
export const mayAs = (
  act: Act,
  { origin, capacity }: Pick<Actor, 'origin' | 'capacity'>,
  relation: Relation,
): boolean => origin !== 'person' || relationsFor(act, capacity).some((each) => each === relation || each === 'any');

/** Whether somebody in this capacity may do it to anything at all. To which things, their deciders judge. */
export const permits = (act: string, capacity: string): boolean => relationsFor(act, capacity).length > 0;

/** Whether no capacity is needed, only to be signed in; or not even that. */
export const isFor = (act: string, whom: 'everyone' | 'nobody'): boolean => permissionOf(act)?.may[whom] !== undefined;

export const needsConfirming = (act: string): boolean => permissionOf(act)?.confirm ?? false;
