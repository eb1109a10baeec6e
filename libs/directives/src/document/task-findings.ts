import { isDated, lastDayNamed } from './counts.ts';
import type { DatedItem } from './common-due.ts';
import { referencesIn, startInWords } from './references.ts';
import { figureIn, figureInWords } from './figure.ts';
import { intervalOf, type Due, type DueHere, type TaskItem } from './directive.document.ts';
import { say, type Remark } from './finding.ts';
import { groupRemarks, placeholderRemarks, sharedRemarks, type Registry } from './unit-findings.ts';

/** What one task leaves open: who, together with whom, until when. */
export const taskRemarks = (task: DatedItem, registry: Registry): readonly Remark[] => [
  ...leadRemarks(task),
  ...natureRemarks(task),
  ...unitRemarks(task, registry),
  ...(task.coordinatorsOpen ? [say('open-coordinators', 'The list of coordinators ends openly.')] : []),
  ...timeRemarks(task),
  ...milestoneRemarks(task),
  ...[...(task.due ? [task.due] : []), ...(task.milestones ?? []).map(({ due }) => due)].flatMap(dueRemarks),
];

const natureRemarks = (task: DatedItem): readonly Remark[] => [
  ...assignmentRemarks(task),
  ...(task.trigger ? [say('starts-on-event', `It starts when: ${startInWords(task.trigger)}.`)] : []),
  ...(task.condition ? [say('starts-on-event', `It starts only if: ${startInWords(task.condition)}.`)] : []),
  ...referencesIn(task.byReference).map((name) => say('by-reference', `It is taken over from ${name}.`)),
  ...(task.targets ?? []).flatMap(targetRemarks),
];

const assignmentRemarks = ({ status = 'assigned', direction, reportsTo = [] }: DatedItem): readonly Remark[] => [
  ...(status === 'assigned'
    ? []
    : [say('not-assigned', `The text does not assign it: it is ${status}. It lies with nobody until an issuer does.`)]),
  ...(direction === 'up' ? [say('recommended-upward', upward(reportsTo))] : []),
];

const upward = (units: readonly string[]): string =>
  `It is a recommendation to a higher body${units.length === 0 ? ', which is not named' : `: ${units.join(', ')}`}.`;

const targetRemarks = ({ name, unit, ...figure }: NonNullable<TaskItem['targets']>[number]): readonly Remark[] => {
  const read = figureIn(figure);
  return read && read.bound !== 'exactly'
    ? [say('figure-not-exact', `${name ?? 'The target'}: ${figureInWords(read, unit)}.`)]
    : [];
};

const leadRemarks = ({ accountable, each, lead }: DatedItem): readonly Remark[] => [
  ...(accountable.length === 0 ? [say('no-accountable', 'Nobody is addressed.')] : []),
  ...(lead.length === 0 ? [say('no-lead', 'Nobody is named to lead this task.')] : []),
  ...(lead.length > 1 ? [say('several-leads', severalLeads(lead, each ?? false))] : []),
];

const severalLeads = (lead: readonly string[], each: boolean): string =>
  each
    ? `${lead.length} leads are named, each for its own: ${lead.join(', ')}.`
    : `${lead.length} leads are named and none is the chair: ${lead.join(', ')}.`;

const unitRemarks = (task: DatedItem, registry: Registry): readonly Remark[] => {
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

const timeRemarks = (task: DatedItem): readonly Remark[] => [
  ...kindRemarks(task),
  ...(task.window?.phrase ? [say('window-in-words', `It is in force: ${task.window.phrase}.`)] : []),
  ...(task.window?.from === null ? [say('window-start-unknown', 'From when it is in force is not known.')] : []),
  ...(task.urgency && !isDated(task) ? [say('urgent-without-date', 'It is urgent, but has no date.')] : []),
];

const kindRemarks = (task: DatedItem): readonly Remark[] => {
  const { kind, recurrence, window } = task;
  if (kind === 'periodic') return rhythmRemarks(recurrence?.every ?? null);
  const isOpen = kind === 'until' && !isDated(task) && !window?.until;
  return isOpen ? [say('no-end', 'It is in force to a date, but none is named.')] : [];
};

const rhythmRemarks = (every: string | null): readonly Remark[] =>
  intervalOf(every) ? [] : [say('no-interval', noInterval(every))];

const noInterval = (every: string | null): string =>
  every !== null
    ? `It comes round “${every}”, which names no interval that can be counted.`
    : 'It comes round, but how often is not said.';

const milestoneRemarks = ({ due, milestones = [] }: DatedItem): readonly Remark[] => {
  const end = due && lastDayNamed(due);
  return milestones
    .filter((each) => end !== undefined && (lastDayNamed(each.due) ?? '') > end)
    .map(({ name }) => say('milestone-after-deadline', `The milestone “${name}” lies after the deadline of its task.`));
};

const undatedRemarks = ({ phrase, setBy, vague }: Due): readonly Remark[] => [
  ...(vague ? [say('date-vague', `It names no date: ${phrase ?? 'the words are vague'}.`)] : []),
  ...(setBy !== undefined || !vague ? [say('date-set-elsewhere', setElsewhere(setBy))] : []),
];

const setElsewhere = (setBy: string | undefined): string =>
  setBy === undefined
    ? 'It has a deadline, but the date is set elsewhere.'
    : `It has a deadline, but the date is set by ${setBy}.`;

/** Vague words that a day or a month was read from, such as "early June". */
const datedRemarks = ({ on, month, phrase, vague }: Due): readonly Remark[] =>
  vague ? [say('date-vague', `The words are vague, and are read as ${on ?? month ?? ''}: ${phrase ?? '…'}.`)] : [];

const dueRemarks = (due: DueHere): readonly Remark[] => [
  ...(due.clause === undefined
    ? []
    : [say('date-inherited', `It has no date of its own: that of clause ${due.clause} holds.`)]),
  ...(due.on === undefined && due.month === undefined ? undatedRemarks(due) : datedRemarks(due)),
  ...inferredIn(due).map((what) => say('date-inferred', `Not in the text, but inferred: ${what}.`)),
  ...orderRemarks(due),
];

const inferredIn = ({ inferred = [] }: Due): readonly string[] => {
  if (inferred === true) return ['a part of the date'];
  return typeof inferred === 'string' ? [inferred] : inferred;
};

const orderRemarks = ({ orAsOrderedBy }: Due): readonly Remark[] => [
  ...(orAsOrderedBy ? [say('or-as-ordered', `The date stands unless ${orAsOrderedBy} orders another one.`)] : []),
];
