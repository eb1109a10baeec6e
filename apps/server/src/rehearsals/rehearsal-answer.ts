import type { Derivation, Finding } from '@edict/directives';
import type { ScriptRefusal, Summary } from '@edict/engine';

/** Where something was brought, or taken on. */
export type RehearsedOffice = Readonly<{ kind: string; unit: string }>;

/** What happens at one moment and in one way, to however many: half a thousand reminders are one step. */
export type RehearsalStep = Readonly<{
  at: string;
  type: string;
  /** Of tasks, in the order of the text. */
  refs: readonly string[];
  units: readonly string[];
  count: number;
  /** The units that are told of it. */
  told: readonly string[];
  offices: readonly RehearsedOffice[];
  /** Of a refusal. */
  code: string | null;
}>;

/**
 * What the text dates: one line for each task, with however many units have it to do. `derivation`: what the date follows from; `null`: from
 * another one, as where something is in force until a mandate ends.
 */
export type RehearsedDeadline = Readonly<{
  ref: string;
  kind: string;
  dueAt: string;
  milestone: string | null;
  count: number;
  derivation: Derivation | null;
}>;

/** By which rules it was played. */
export type RehearsalRules = Readonly<{
  policyId: string;
  policyVersion: number;
  calendarId: string;
  calendarVersion: number;
  zone: string;
}>;

/** Played in memory and on a clock of its own: nothing of it is kept, sent or issued. */
export type RehearsalAnswer = Readonly<{
  title: string;
  number: string | null;
  from: string;
  until: string;
  rules: RehearsalRules;
  /** Units that were registered on the day of issue. */
  units: number;
  steps: readonly RehearsalStep[];
  deadlines: readonly RehearsedDeadline[];
  /** The last day of the mandate of standing units; `null`: none is stated. */
  mandateUntil: string | null;
  counts: Summary['counts'];
  refusals: readonly ScriptRefusal[];
  findings: readonly Finding[];
}>;
