import { isDated, lastDayNamed } from './counts.ts';
import type { Due, TaskItem } from './directive.document.ts';
import { say, type Remark } from './finding.ts';
import { groupRemarks, placeholderRemarks, sharedRemarks, type Registry } from './unit-findings.ts';

/** What one task leaves open: who, together with whom, until when. */
export const taskRemarks = (task: TaskItem, registry: Registry): readonly Remark[] => [
  ...leadRemarks(task),
  ...natureRemarks(task),
  ...unitRemarks(task, registry),
  ...(task.coordinatorsOpen ? [say('open-coordinators', 'The list of coordinators ends openly.')] : []),
  ...timeRemarks(task),
  ...milestoneRemarks(task),
  ...[...(task.due ? [task.due] : []), ...(task.milestones ?? []).map(({ due }) => due)].flatMap(dueRemarks),
];

const natureRemarks = ({ status = 'assigned', trigger, condition }: TaskItem): readonly Remark[] => [
  ...(status === 'assigned' ? [] : [say('not-assigned', `The text does not assign it: it is ${status}.`)]),
  ...[trigger, condition].flatMap((words) => (words ? [say('starts-on-event', `It starts when: ${words}.`)] : [])),
];

const leadRemarks = ({ accountable, each, lead }: TaskItem): readonly Remark[] => [
  ...(accountable.length === 0 ? [say('no-accountable', 'Nobody is addressed.')] : []),
  ...(lead.length === 0 ? [say('no-lead', 'Nobody is named to lead this task.')] : []),
  ...(lead.length > 1 ? [say('several-leads', severalLeads(lead, each ?? false))] : []),
];

const severalLeads = (lead: readonly string[], each: boolean): string =>
  each
    ? `${lead.length} leads are named, each for its own: ${lead.join(', ')}.`
    : `${lead.length} leads are named and none is the chair: ${lead.join(', ')}.`;

const unitRemarks = (task: TaskItem, registry: Registry): readonly Remark[] => {
  const { accountable, coordinating = [], directs = [], due, each = false, lead, reportsTo = [] } = task;
  const others = [...lead, ...coordinating, ...directs, ...reportsTo].filter((unit) => !accountable.includes(unit));
  const all = [...accountable, ...others, ...(due?.orAsOrderedBy ? [due.orAsOrderedBy] : [])];
  return [
    ...groupRemarks(accountable, registry, each),
    ...(each ? [] : sharedRemarks(accountable, registry)),
    ...groupRemarks(others, registry, false),
    ...placeholderRemarks(all, registry),
  ];
};

const timeRemarks = (task: TaskItem): readonly Remark[] => [
  ...kindRemarks(task),
  ...(task.window?.from === null ? [say('window-start-unknown', 'From when it is in force is not known.')] : []),
  ...(task.urgency && !isDated(task) ? [say('urgent-without-date', 'It is urgent, but has no date.')] : []),
];

const kindRemarks = (task: TaskItem): readonly Remark[] => {
  if (task.kind === 'periodic' && !task.recurrence?.every)
    return [say('no-interval', 'It comes round, but how often is not said.')];
  if (task.kind === 'until' && !isDated(task) && !task.window?.until)
    return [say('no-end', 'It is in force to a date, but none is named.')];
  return [];
};

const milestoneRemarks = ({ due, milestones = [] }: TaskItem): readonly Remark[] => {
  const end = due && lastDayNamed(due);
  return milestones
    .filter((each) => end !== undefined && (lastDayNamed(each.due) ?? '') > end)
    .map(({ name }) => say('milestone-after-deadline', `The milestone “${name}” lies after the deadline of its task.`));
};

const undatedRemark = ({ phrase, vague }: Due): Remark =>
  vague
    ? say('date-vague', `It names no date: ${phrase ?? 'the words are vague'}.`)
    : say('date-set-elsewhere', 'It has a deadline, but the date is set elsewhere.');

const dueRemarks = (due: Due): readonly Remark[] => [
  ...(due.on === undefined && due.month === undefined ? [undatedRemark(due)] : []),
  ...(due.inferred ? [say('date-inferred', `Not in the text, but inferred: ${due.inferred}.`)] : []),
  ...orderRemarks(due),
];

const orderRemarks = ({ orAsOrderedBy }: Due): readonly Remark[] => [
  ...(orAsOrderedBy ? [say('or-as-ordered', `The date stands unless ${orAsOrderedBy} orders another one.`)] : []),
];
