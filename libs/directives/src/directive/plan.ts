import { endOf, type Instant, type LocalDate } from '@edict/kernel';

import { datedTasks, intervalOf, type DatedItem, type DueHere } from '../document/index.ts';
import { deadlineOf, termOf, type Rules } from '../task/deadline.ts';
import type { AssignmentRules, EscalationRule } from '../task/task.commands.ts';
import { isToBeDone, type Assignment, type Said, type Terms } from '../task/task.terms.ts';
import { calendarOf } from '../time/calendar.ts';
import { policyOf } from '../time/policy.ts';
import type { EnteredTask, Issued } from './directive.messages.ts';
import { taskIdOf } from './identity.ts';

export const WHOLE = 'whole';

/** One task that an issued directive yields. */
export type Planned = Readonly<{ id: string }> &
  (
    | Readonly<{ assigned: true; task: Assignment; escalation: EscalationRule }>
    | Readonly<{ assigned: false; task: Terms; rules: AssignmentRules }>
  );

type Common = Omit<Terms, 'member' | 'accountable' | 'lead'>;

/** Every task of a directive, in the order of the text and then of the members: a pure function of what was issued. */
export const plan = (directiveId: string, issued: Issued): readonly Planned[] => {
  const rules = rulesOf(issued);
  const days = rules.policy.acknowledgementWorkingDays;
  const acknowledgeBy = days === null ? null : termOf(issued.issuedAt, days, rules);

  const items = datedTasks(issued.document);
  return items.flatMap((item) => {
    const common = { ...termsOf(directiveId, item, issued, rules), ...rhythmOf(item), ...saidOf(item) };
    return membersFor(item, issued.named).map((member): Planned => {
      const id = taskIdOf(directiveId, item.ref, member);
      const at = { directiveId, ref: item.ref, member };
      const waiting = { ...waitingFor(at, items, issued.named), ...startingOn(at, items, issued.named) };
      const task = { ...common, member, ...addressees(item, member, issued.named), ...waiting };
      const unit = unitFor(item, member, issued);
      if (unit === null || !isAssigned(item)) return { id, assigned: false, task, rules: assignmentRules(rules) };
      const { escalationRoute: route, escalationOpens: opens } = rules.policy;
      const committee = member === WHOLE ? (task.accountable[0] ?? unit) : member;
      return { id, assigned: true, task: { ...task, unit, acknowledgeBy }, escalation: { committee, route, opens } };
    });
  });
};

/** Of a task that was entered later: with its own source, and from that moment on. */
export const planEntered = (
  directiveId: string,
  issued: Issued,
  { item, source, named, at }: EnteredTask,
): readonly Planned[] => {
  const document = { ...issued.document, tasks: [item] };
  return plan(directiveId, { ...issued, document, named, issuedAt: at }).map(
    (planned) => ({ ...planned, task: { ...planned.task, source, since: at } }) as Planned,
  );
};

/** Only an interval that the text states: none is invented. */
const rhythmOf = ({ kind, recurrence }: DatedItem): Pick<Terms, 'every'> => {
  const every = kind === 'periodic' ? intervalOf(recurrence?.every) : null;
  return every ? { every } : {};
};

/** What is only proposed or announced binds nobody until an issuer assigns it. */
const isAssigned = ({ status = 'assigned' }: DatedItem): boolean => status === 'assigned';

/** What the text says beyond the terms, word for word: shown, and decided on by nobody. */
const saidOf = (item: DatedItem): Pick<Terms, 'says'> => {
  const { trigger, condition, origin, status, direction, concerns, targets, byReference, due, window } = item;
  const said = { trigger, condition, origin, status, direction, concerns, targets, byReference };
  const says: Said = {
    ...Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined)),
    ...(due && isMoreThanADate(due) ? { due } : {}),
    ...(window?.phrase === undefined ? {} : { window }),
  };
  return Object.keys(says).length === 0 ? {} : { says };
};

/** A deadline with a date is kept whole in what it follows from. */
const isMoreThanADate = ({ on, month, phrase, inferred, vague, setBy, clause }: DueHere): boolean =>
  on === undefined &&
  month === undefined &&
  [phrase, inferred, vague, setBy, clause].some((said) => said !== undefined);

type Place = Readonly<{ directiveId: string; ref: string; member: string }>;

/** The same member of another task where both are given to each, or all that have it. */
const counterparts = ({ directiveId, member }: Place, item: DatedItem, named: Issued['named']): readonly string[] => {
  const members = membersFor(item, named);
  const own = members.includes(member) ? [member] : members;
  return own.map((each) => taskIdOf(directiveId, item.ref, each));
};

/** Who waits for it. */
const waitingFor = (at: Place, items: readonly DatedItem[], named: Issued['named']): Pick<Terms, 'awaitedBy'> => {
  const awaitedBy = items
    .filter(({ after = [] }) => after.includes(at.ref))
    .flatMap((item) => counterparts(at, item, named));
  return awaitedBy.length === 0 ? {} : { awaitedBy };
};

/** Which tasks begin with what becomes of it. */
const startingOn = (at: Place, items: readonly DatedItem[], named: Issued['named']): Pick<Terms, 'startsOn'> => {
  const startsOn = items.flatMap((item) =>
    [item.trigger, item.condition].flatMap((start) =>
      typeof start === 'object' && start.task === at.ref
        ? counterparts(at, item, named).map((task) => ({ task, event: start.when }))
        : [],
    ),
  );
  return startsOn.length === 0 ? {} : { startsOn };
};

const assignmentRules = ({ policy, calendar, sources }: Rules): AssignmentRules => {
  const { escalationRoute: route, escalationOpens: opens, acknowledgementWorkingDays: workingDays } = policy;
  return {
    escalation: { route, opens },
    acknowledgement: workingDays === null ? null : { workingDays, calendar, sources },
  };
};

export const rulesOf = ({ policy, calendar }: Pick<Issued, 'policy' | 'calendar'>): Rules => ({
  policy: policyOf(policy.value),
  calendar: calendarOf(calendar.value),
  sources: { policy: policy.source, calendar: calendar.source },
});

/** "Each" means every member of the group as it stood on the day of issue; a group without known members keeps the task itself. */
export const membersFor = ({ each, accountable }: DatedItem, named: Issued['named']): readonly string[] =>
  each && accountable.length > 0 ? membersOf(accountable, named) : [WHOLE];

export const membersOf = (ids: readonly string[], named: Issued['named']): readonly string[] => [
  ...new Set(ids.flatMap((id) => (named[id]?.members.length ? named[id].members : [id]))),
];

const termsOf = (directiveId: string, item: DatedItem, issued: Issued, rules: Rules): Common => ({
  directiveId,
  ref: item.ref,
  clause: item.clause,
  statement: item.statement,
  kind: item.kind,
  issuers: issued.document.directive.issuers,
  coordinating: item.coordinating ?? [],
  directs: item.directs ?? [],
  reportsTo: item.reportsTo ?? [],
  output: item.output ?? null,
  urgent: item.urgency,
  after: item.after ?? [],
  deadline: item.due ? deadlineOf(item.due, rules) : null,
  milestones: (item.milestones ?? []).map(({ name, due }) => ({
    name,
    deadline: deadlineOf(due, rules),
    ...(rules.policy.milestoneReminders ? { reminds: true as const } : {}),
  })),
  inForceUntil: inForceUntil(item, issued, rules),
  quiet: { zone: rules.policy.zone, hours: rules.policy.quietHours },
});

/** A member leads where the group that it belongs to leads; another lead, such as its standing unit, stays what it is. */
const addressees = ({ accountable, lead }: DatedItem, member: string, named: Issued['named']) => {
  if (member === WHOLE) return { accountable, lead };
  const leads = lead.some((id) => id === member || named[id]?.members.includes(member));
  return { accountable: [member], lead: leads ? [member] : lead };
};

/** Exactly one unit has it in its inbox; `null`: the text names nobody. */
const unitFor = (item: DatedItem, member: string, issued: Issued): string | null => {
  if (member !== WHOLE) return member;
  const [first, second] = prefersLead(item, issued) ? [item.lead, item.accountable] : [item.accountable, item.lead];
  return first[0] ?? second[0] ?? null;
};

/** The lead has it, if it is not a place kept for somebody unnamed; of several leads the one that the policy says, until somebody decides. */
const prefersLead = ({ lead: [first, ...others] }: DatedItem, { named, policy }: Issued): boolean => {
  if (first !== undefined && named[first]?.kind === 'placeholder') return false;
  return others.length === 0 || policy.value.rules.severalLeads.value === 'first-lead';
};

/** A task of kind `until` ends with its window, or with the date of its deadline; what is in force otherwise ends with the directive. */
const inForceUntil = (item: DatedItem, { document }: Issued, rules: Rules): Instant | null => {
  if (isToBeDone(item)) return null;
  const day = item.window?.until ?? lastDayStated(item, rules) ?? document.directive.effective.until;
  return day === null ? null : endOf(day, rules.policy.zone);
};

const lastDayStated = ({ kind, due }: DatedItem, rules: Rules): LocalDate | null =>
  kind === 'until' && due ? (deadlineOf(due, rules)?.lastDay ?? null) : null;
