import { canonical, dayOf, refuse, type Context, type Refused } from '@edict/kernel';

import { findingsOf, type Finding, type TaskItem } from '../document/index.ts';
import { policyOf } from '../time/policy.ts';
import type { Directive } from './directive.decider.ts';
import type { DirectiveEvent, Given, Issued, Named } from './directive.messages.ts';
import { refsOf } from './implement.ts';
import { actsForIssuer } from './may-issue.ts';
import { entriesOf, namedOn } from './named-units.ts';

type Entry = Given<'EnterTask'>;
type No = Refused<never> | undefined;

/**
 * A directive may take over the tasks of another document without setting them out, as 155-KL/TW does with the recommendations of two
 * reports. Once they are known, its issuer enters each with its source; from then on it is a task like every other.
 */
export const enterTask = (
  data: Entry,
  state: Directive,
  context: Context,
): readonly DirectiveEvent[] | Refused<DirectiveEvent> => {
  const { issued, entered } = state;
  if (!issued) return refuse('directive/unknown', 'There is no such directive.');
  if (!actsForIssuer(issued, data, context))
    return refuse('directive/not-the-issuer', 'Its issuer, or its secretariat, enters what it takes over.');
  const item = itemOf(data);
  const before = entered.find(({ item: { ref } }) => ref === item.ref);
  if (before && canonical([before.item, before.source]) === canonical([item, data.source])) return [];
  const no = isOver(state) ?? doesNotFit(item, { ...state, issued }) ?? isUnknown(data);
  return no ?? [entering(item, data, issued, context)];
};

const itemOf = ({ task, source }: Entry): TaskItem => ({
  ...task,
  leadBasis: task.lead.length > 0 ? 'stated' : 'none',
  byReference: source,
});

const isOver = ({ changes }: Directive): No =>
  changes.some(({ how }) => how === 'supersedes' || how === 'revokes')
    ? refuse('directive/not-in-force', 'It is no longer in force.')
    : undefined;

/** A ref is never used again. */
const doesNotFit = (item: TaskItem, { issued, entered }: Pick<Directive, 'entered'> & { issued: Issued }): No => {
  const { document } = issued;
  if (!refsOf(document.clauses).includes(item.clause))
    return refuse('directive/no-such-clause', `There is no clause ${item.clause}.`);
  if ([...document.tasks, ...entered.map((each) => each.item)].some(({ ref }) => ref === item.ref))
    return refuse('directive/task-exists', `It has a task ${item.ref} already.`);
  const tasks = [...document.tasks, ...entered.map((each) => each.item)];
  const strange = (item.after ?? []).find((ref) => !tasks.some((each) => each.ref === ref));
  if (strange !== undefined) return refuse('directive/no-such-task', `It has no task ${strange} to wait for.`);
  return isWhole(item) ? undefined : refuse('directive/task-not-whole', NOT_WHOLE);
};

const NOT_WHOLE =
  'It needs a ref of letters and digits, each needs units that it is given to, a deadline a day or a month and not both, a milestone a name of its own, an interval a task that comes round.';

/** As files write it: letters and digits, parted by single dots or hyphens. */
const REF = /^[\p{L}\p{N}]+(?:[.-][\p{L}\p{N}]+)*$/u;

const isWhole = ({ ref, accountable, due, each, kind, recurrence, milestones = [] }: TaskItem): boolean =>
  REF.test(ref) &&
  !(each && accountable.length === 0) &&
  ![due, ...milestones.map((milestone) => milestone.due)].some(
    (day) => day?.on !== undefined && day.month !== undefined,
  ) &&
  new Set(milestones.map(({ name }) => name)).size === milestones.length &&
  !(recurrence !== undefined && kind !== 'periodic');

const isUnknown = ({ units }: Entry): No => {
  const unknown = Object.keys(units).find((id) => units[id]!.value === null);
  return unknown === undefined ? undefined : refuse('unit/unknown', `No unit ${unknown} is registered.`);
};

const entering = (item: TaskItem, { source, units }: Entry, issued: Issued, context: Context): DirectiveEvent => {
  const day = dayOf(context.occurredAt, policyOf(issued.policy.value).zone);
  const named = Object.fromEntries(Object.entries(units).map(([id, fact]) => [id, namedOn(fact, day)]));
  const findings = findingsIn(item, issued, units, named);
  return { type: 'TaskEntered', data: { item, source, named, at: context.occurredAt, findings } };
};

const findingsIn = (
  item: TaskItem,
  { document }: Issued,
  units: Entry['units'],
  named: Readonly<Record<string, Named>>,
): readonly Finding[] =>
  findingsOf({ ...document, tasks: [item] }, { units: entriesOf(units, named) }).filter(
    ({ code, ref }) => ref === item.ref && code !== 'by-reference',
  );
