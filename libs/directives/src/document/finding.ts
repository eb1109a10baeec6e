/** What a text may leave open, and `inspection`: what was found of its execution. The codes are stable. */
export type FindingCode =
  | 'common-or-each'
  | 'by-reference'
  | 'date-before-issue'
  | 'date-set-elsewhere'
  | 'date-inferred'
  | 'date-inherited'
  | 'date-unknown'
  | 'date-vague'
  | 'effects-not-stated'
  | 'effects-refused'
  | 'figure-not-exact'
  | 'group-members-incomplete'
  | 'group-without-members'
  | 'inspection'
  | 'milestone-after-deadline'
  | 'no-accountable'
  | 'no-end'
  | 'no-interval'
  | 'no-lead'
  | 'no-number'
  | 'nobody-succeeds'
  | 'number-not-parsed'
  | 'not-assigned'
  | 'one-of-several'
  | 'open-coordinators'
  | 'open-issue'
  | 'or-as-ordered'
  | 'placeholder-not-filled'
  | 'recommended-upward'
  | 'several-leads'
  | 'starts-on-event'
  | 'succession-doubled'
  | 'succession-not-decided'
  | 'succession-open'
  | 'succession-pairwise'
  | 'urgent-without-date'
  | 'window-in-words'
  | 'window-start-unknown';

/** Never stops an issue and is never lost. `ref` is a task's, or the directive's id for what lies outside the tasks. */
export type Finding = Readonly<{ code: FindingCode; ref: string; message: string }>;

/** A finding before it is known what it is about. */
export type Remark = Omit<Finding, 'ref'>;

export const say = (code: FindingCode, message: string): Remark => ({ code, message });
