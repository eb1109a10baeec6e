import type { LocalDate } from '@edict/kernel';

import type { Firmness } from './directive.document.ts';

/** Every figure says where it comes from: a source that is named, an assumption, or a policy of this installation. */
export type Rule<T> = Readonly<{ value: T; basis: 'policy' | 'source' | 'assumed'; source?: string; note?: string }>;

/** `own`: the standing unit of the accountable committee; `superior`: that of the committee above it; `issuer`: the secretariat of the issuer. */
export type RouteStep = 'own-standing-unit' | 'superior-standing-unit' | 'issuer';

export type PolicyDocument = Readonly<{
  policy: Readonly<{
    id: string;
    name: Readonly<Partial<Record<'en' | 'vi' | 'ru' | 'uk', string>>>;
    version: number;
    valid: Readonly<{ from: LocalDate; until: LocalDate | null }>;
    zone: string;
  }>;
  rules: Readonly<{
    /** Whether "by 25 June" can still be met on 25 June. */
    byIncludesTheDay: Rule<boolean>;
    /** What becomes of a deadline on a non-working day. */
    rollNonWorkingDay: Rule<'none' | 'next' | 'previous'>;
    /** Working days from the assignment within which a task is to be acknowledged; null: no term. */
    acknowledgementWorkingDays: Rule<number | null>;
    /** How many days before the last day of a deadline to remind, by firmness; 0 is the last day itself. */
    reminderDaysBefore: Rule<Readonly<Record<Firmness, readonly number[]>>>;
    /** Local time of reminders, HH:MM. */
    remindAt: Rule<string>;
    /** Whether a milestone is reminded of before its day, by the same ladder; left out: only that it is missed is said. */
    milestoneReminders?: Rule<boolean>;
    /** A task is due soon from this many days before its deadline ends. */
    dueSoonDays: Rule<number>;
    /** Days after the deadline before an overdue task is escalated, by firmness; null: never. */
    escalationGraceDays: Rule<Readonly<Record<Firmness, number | null>>>;
    escalationRoute: Rule<readonly RouteStep[]>;
    /** Whether an overdue task opens a matter at the office it is escalated to, or only notifies it. */
    escalationOpens: Rule<'matter' | 'notice'>;
    /** Working days within which a standing unit answers a matter; null: no clock. */
    responseWorkingDays: Rule<number | null>;
    /** Working days within which another unit answers what it is consulted on, where no day is named; null or left out: a day has to be named. */
    consultationWorkingDays?: Rule<number | null>;
    /** Days before the end of a mandate on which its standing unit is told, with what is open. */
    sunsetNoticeDays: Rule<number>;
    /** Who takes over what is open when a mandate ends. */
    handOverTo: Rule<'committee' | 'superior' | 'issuer'>;
    /** No notice goes out between these local times, HH:MM; null: at any hour. */
    quietHours: Rule<Readonly<{ from: string; until: string }> | null>;
    /** In whose inbox a task lies that has several leads and no chair, until somebody decides. */
    severalLeads: Rule<'first-accountable' | 'first-lead'>;
    /** Terms in which numbers are given; a number is unique within one. */
    terms: Rule<readonly Readonly<{ name: string; from: LocalDate; until: LocalDate | null }>[]>;
  }>;
}>;
