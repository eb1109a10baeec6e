/** What a line can do: the verbs of the command line. */
export const SCRIPT_VERBS = [
  'acknowledge',
  'report',
  'fill-form',
  'submit',
  'accept',
  'return',
  'lapse',
  'assign',
  'request-extension',
  'grant-extension',
  'refuse-extension',
  'override-deadline',
  'confirm-deadline',
  'refuse-task',
  'uphold',
  'reassign',
  'suspend',
  'resume',
  'cancel',
  'delegate',
  'contribute',
  'ask-contribution',
  'demand-report',
  'decide',
  'correct',
  'start',
  'begin-watch',
  'reclassify',
  'record-finding',
  'implement',
  'withdraw-implementation',
  'enter-task',
  'amend',
  'supersede',
  'revoke',
  'reaffirm',
  'merge',
  'set-up-standing-unit',
  'receive-matter',
  'direct-matter',
  'answer-matter',
  'recommend-matter',
  'mark-matter',
  'consult',
  'answer-consultation',
] as const;

export type ScriptVerb = (typeof SCRIPT_VERBS)[number];

/** One act of a rehearsal. Fields beyond the named ones belong to the verb. */
export type ScriptLine = Readonly<{
  /** Local time in the policy's zone, `2025-06-10T09:00`. */
  at: string;
  /** The unit that acts, or `each`: every unit that has it to do. */
  as: string;
  /** A verb of the command line, such as `acknowledge`. */
  do: string;
  task?: string;
  member?: string;
  text?: string;
  [field: string]: string | number | boolean | undefined;
}>;

/** A rehearsal script is a bare list. */
export type ScriptDocument = readonly ScriptLine[];
