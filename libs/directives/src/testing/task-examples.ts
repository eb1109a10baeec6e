import { instant, type Fact, type Instant } from '@edict/kernel';

import type { Due, TaskKind } from '../document/index.ts';
import { secretariatOf, standingUnitOf } from '../office.ts';
import { deadlineOf, termOf, type Rules } from '../task/deadline.ts';
import type { AssignmentRules, EscalationRule, TaskCommand } from '../task/task.commands.ts';
import type { TaskEvent } from '../task/task.events.ts';
import type { Assignment, Terms } from '../task/task.terms.ts';
import type { Calendar } from '../time/calendar.ts';
import type { Policy } from '../time/policy.ts';
import type { Registration } from '../unit/unit.decider.ts';

export const ZONE = 'Asia/Ho_Chi_Minh';

export const calendar: Calendar = {
  id: 'vn',
  version: 2,
  covers: { from: '2025-01-01', until: '2026-12-31' },
  weeklyDaysOff: [6, 7],
  holidays: ['2025-04-30', '2025-05-01', '2025-05-02'],
  swappedWorkingDays: ['2025-04-26'],
};

export const policy: Policy = {
  id: 'party',
  version: 4,
  zone: ZONE,
  byIncludesTheDay: true,
  rollNonWorkingDay: 'none',
  acknowledgementWorkingDays: 3,
  reminderDaysBefore: { firm: [3, 7], expected: [2], strive: [] },
  remindAt: '08:00',
  dueSoonDays: 7,
  escalationGraceDays: { firm: 5, expected: 10, strive: null },
  escalationRoute: ['own-standing-unit', 'superior-standing-unit', 'issuer'],
  escalationOpens: 'matter',
  responseWorkingDays: 5,
  sunsetNoticeDays: 30,
  handOverTo: 'committee',
  quietHours: null,
  severalLeads: 'first-accountable',
  terms: [
    { name: 'XIII', from: '2021-02-01', until: '2026-01-22' },
    { name: 'XIV', from: '2026-01-24', until: null },
  ],
};

export const sources = { policy: 'policy-party@4', calendar: 'calendar-vn@2' };
export const rules: Rules = { policy, calendar, sources };

/** By 25 June, firmly: reminders on 18 and 22 June, overdue as 26 June begins, escalated five days later. */
export const due: Due = { on: '2025-06-25', bound: 'by', firmness: 'firm' };
export const MAY = '2025-05-20T02:00:00.000Z';
export const FIRST_REMINDER = instant('2025-06-18T01:00:00.000Z');
export const LAST_REMINDER = instant('2025-06-22T01:00:00.000Z');
export const DUE_AT = instant('2025-06-25T17:00:00.000Z');
export const GRACE_OVER = instant('2025-06-30T17:00:00.000Z');
export const TERM_ENDS = instant('2025-05-23T17:00:00.000Z');

export const terms: Terms = {
  directiveId: 'd1',
  ref: '3-2',
  member: 'whole',
  clause: '3',
  statement: 'Issue the decrees',
  kind: 'once',
  issuers: ['politburo', 'assembly'],
  accountable: ['ministry'],
  lead: ['ministry', 'bureau'],
  coordinating: ['academy'],
  directs: [],
  reportsTo: ['politburo'],
  output: null,
  urgent: true,
  after: [],
  deadline: deadlineOf(due, rules),
  milestones: [],
  inForceUntil: null,
  quiet: { zone: ZONE, hours: null },
};

export const assignment: Assignment = { ...terms, unit: 'ministry', acknowledgeBy: termOf(instant(MAY), 3, rules) };

/** The same task, with other terms. */
export const ofKind = (kind: TaskKind, changes: Partial<Assignment> = {}): Assignment => ({
  ...assignment,
  kind,
  ...changes,
});

export const registered = (id: string, parent: string | null): Fact<Registration> => ({
  value: {
    entry: { id, kind: 'unit', level: 'ministry', parent, names: { en: id } },
    membership: [],
    successors: [],
  },
  source: `unit-${id}@0`,
});

export const own = standingUnitOf('d1', 'ministry');
export const superior = standingUnitOf('d1', 'government');
export const issuer = secretariatOf('politburo');

export const escalation: EscalationRule = { route: policy.escalationRoute, opens: 'matter', committee: 'ministry' };
export const assignmentRules: AssignmentRules = {
  escalation: { route: policy.escalationRoute, opens: 'matter' },
  acknowledgement: { workingDays: 3, calendar, sources },
};

type Command<Type extends TaskCommand['type']> = Extract<TaskCommand, { type: Type }>;
type Event<Type extends TaskEvent['type']> = Extract<TaskEvent, { type: Type }>;

export const toAssign = (task: Assignment = assignment, watchFrom: Instant | null = instant(MAY)) =>
  ({
    type: 'AssignTask',
    data: { task, escalation, watchFrom, committee: registered('ministry', 'government') },
  }) as const satisfies Command<'AssignTask'>;

export const assigned = (task: Assignment = assignment, watchFrom: Instant | null = instant(MAY)) =>
  ({
    type: 'TaskAssigned',
    data: {
      assignment: 1,
      task,
      escalation: { path: [own, superior, issuer], opens: 'matter', committeeSource: 'unit-ministry@0' },
      watchFrom,
    },
  }) as const satisfies Event<'TaskAssigned'>;

export const unassigned = (changes: Partial<Terms> = {}, watchFrom: Instant | null = instant(MAY)) =>
  ({
    type: 'TaskLeftUnassigned',
    data: { task: { ...terms, accountable: [], lead: [], ...changes }, rules: assignmentRules, watchFrom },
  }) as const satisfies Event<'TaskLeftUnassigned'>;

export const acknowledged: TaskEvent = { type: 'TaskAcknowledged', data: { assignment: 1, evidence: null } };
export const progressed = (milestone: string | null = null): TaskEvent => ({
  type: 'ProgressReported',
  data: { assignment: 1, report: 'Half done', evidence: null, milestone },
});
export const submitted = (submission = 1): TaskEvent => ({
  type: 'TaskSubmitted',
  data: { assignment: 1, submission, report: 'Issued', evidence: null, without: ['academy'] },
});
export const returned = (submission = 1): TaskEvent => ({
  type: 'TaskReturned',
  data: { submission, reason: 'The annex is missing', evidence: null },
});
export const accepted: TaskEvent = { type: 'TaskAccepted', data: { submission: 1, evidence: null } };
export const lapsed: TaskEvent = {
  type: 'TaskLapsed',
  data: { assignment: 1, endedAt: instant(MAY), reason: 'Done with', evidence: null },
};
export const neared = (rungAt: Instant): TaskEvent => ({
  type: 'DeadlineNeared',
  data: { assignment: 1, rungAt, dueAt: DUE_AT },
});
export const overdue: TaskEvent = { type: 'TaskBecameOverdue', data: { assignment: 1, dueAt: DUE_AT } };
export const escalated: TaskEvent = {
  type: 'TaskEscalated',
  data: { level: 1, office: own, refused: null, opens: 'matter' },
};
