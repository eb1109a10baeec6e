import { lookup, type Lookup, type Lookups, type Sent } from '@edict/kernel';

import { directive } from '../directive/directive.decider.ts';
import { membersTogether } from '../directive/divide.ts';
import { foundIn } from '../directive/found-in.ts';
import { rulesOf } from '../directive/plan.ts';
import { editionOn, reference, type Edition } from '../reference/reference.decider.ts';
import { allFollowing } from '../unit/heirs.ts';
import { withSuperiors } from '../unit/superiors.ts';
import { unitNamed } from '../unit/unit.decider.ts';
import type { TaskCommand } from './task.commands.ts';
import { isAssigned, taskIn, type Task } from './task.state.ts';

/** Whose standing unit is asked first, by which calendar a day is judged, whom the issuers have empowered: read when it is decided. */
export const facts = (command: Sent<TaskCommand>, state: Task): Lookups => {
  switch (command.type) {
    case 'AssignTask':
      return { committee: unitNamed(command.data.escalation.committee) };
    case 'AssignTaskTo':
      return { committee: unitNamed(command.data.unit) };
    case 'ReassignTask':
      return { committee: unitNamed(command.data.unit), rules: ofDirective(state) };
    case 'DelegateTask':
      return {
        registered: unitNamed(command.data.unit),
        rules: ofDirective(state),
        calendar: calendarOn(state, command.data.toOn),
      };
    case 'DecideFinding':
      return {
        units: rulingUnits(command.data.ruling),
        leads: leadsOf(state),
        rules: ofDirective(state),
        found: foundOf(state),
        members: command.data.ruling.each ? membersOfIt(state) : null,
      };
    default:
      return ofNames(command, state);
  }
};

/** Who is named besides. */
const ofNames = (command: Sent<TaskCommand>, state: Task): Lookups => {
  switch (command.type) {
    case 'RefuseTask':
      return { suggested: command.data.suggests === undefined ? null : unitNamed(command.data.suggests) };
    case 'ContributeToTask':
      return { heirs: allFollowing(askedBeside(state)) };
    case 'AskContribution':
      return { registered: unitNamed(command.data.unit) };
    case 'CorrectRegistration': {
      const { coordinating = [], reportsTo = [] } = command.data.changes;
      return { units: several([...coordinating, ...reportsTo]) };
    }
    default:
      return ofDates(command, state);
  }
};

const ofDates = (command: Sent<TaskCommand>, state: Task): Lookups => {
  switch (command.type) {
    case 'RequestExtension':
    case 'ResumeTask':
      return { calendar: calendarOn(state, command.data.toOn) };
    case 'GrantExtension':
      return ofGrant(command.data.toOn, state);
    case 'RefuseExtension':
      return { delegates: delegatesOf(state) };
    case 'StartTask':
      return { calendar: calendarOn(state, command.data.toOn), rules: ofDirective(state) };
    case 'StartBecause':
    case 'ApplyChange':
      return { rules: ofDirective(state) };
    default:
      return ofOrders(command, state);
  }
};

const ofGrant = (day: string | undefined, state: Task): Lookups => ({
  calendar: calendarOn(state, day ?? asked(state)),
  delegates: delegatesOf(state),
  parentDueAt: parentOf(state),
});

const ofOrders = (command: Sent<TaskCommand>, state: Task): Lookups => {
  if (command.type === 'ConfirmDeadline')
    return { policy: latest(state, 'policy'), calendar: latest(state, 'calendar') };
  if (command.type !== 'OverrideDeadline') return {};
  return {
    calendar: calendarOn(state, command.data.toOn),
    rules: ofDirective(state),
    authorities: authoritiesFor(command.data.order.issuer, state),
  };
};

/** Coordinators go over with the task. */
const askedBeside = (state: Task): readonly string[] =>
  isAssigned(state)
    ? state.family.asked.flatMap(({ unit, given }) => (given || state.task.coordinating.includes(unit) ? [] : [unit]))
    : [];

const several = (ids: readonly (string | undefined)[]): Readonly<Record<string, Lookup>> =>
  Object.fromEntries(ids.flatMap((id) => (id === undefined ? [] : [[id, unitNamed(id)]])));

const rulingUnits = ({
  lead,
  coordinating = [],
  reportsTo = [],
}: Extract<TaskCommand, { type: 'DecideFinding' }>['data']['ruling']) => several([lead, ...coordinating, ...reportsTo]);

const leadsOf = (state: Task): Readonly<Record<string, Lookup>> => several(taskIn(state)?.lead ?? []);

const ofDirective = (state: Task): Lookup | null => {
  const terms = taskIn(state);
  return terms ? lookup(`directive-${terms.directiveId}`, directive, ({ issued }) => issued && rulesOf(issued)) : null;
};

const foundOf = (state: Task): Lookup | null => {
  const terms = taskIn(state);
  return terms ? lookup(`directive-${terms.directiveId}`, directive, foundIn(terms)) : null;
};

const membersOfIt = (state: Task): Lookup | null => {
  const terms = taskIn(state);
  return terms ? lookup(`directive-${terms.directiveId}`, directive, membersTogether(terms.ref)) : null;
};

const delegatesOf = (state: Task): Lookup | null => {
  const terms = taskIn(state);
  return terms && !terms.parent
    ? lookup(`directive-${terms.directiveId}`, directive, ({ delegates }) => delegates)
    : null;
};

const authoritiesFor = (issuer: string, state: Task): Readonly<Record<string, Lookup>> => {
  const terms = taskIn(state);
  const named = terms?.deadline?.derivation.says.orAsOrderedBy;
  return {
    ...several([issuer]),
    ...withSuperiors([...(named === undefined ? [] : [named]), ...(terms?.issuers ?? [])]),
  };
};

const asked = (state: Task): string | undefined => (isAssigned(state) ? state.dates.request?.toOn : undefined);

const sourceOf = (state: Task, kind: 'policy' | 'calendar'): string | undefined => {
  const source = taskIn(state)?.deadline?.derivation.sources[kind];
  return source?.slice(0, source.lastIndexOf('@'));
};

/** The edition that is valid on the day; where none covers it, the latest. */
const calendarOn = (state: Task, day: string | undefined): Lookup | null => {
  const stream = sourceOf(state, 'calendar');
  if (stream === undefined || day === undefined) return null;
  return lookup(stream, reference, (editions) => (editionOn(editions, day) ?? newest(editions))?.content ?? null);
};

const latest = (state: Task, kind: 'policy' | 'calendar'): Lookup | null => {
  const stream = sourceOf(state, kind);
  return stream === undefined ? null : lookup(stream, reference, (editions) => newest(editions)?.content ?? null);
};

const newest = (editions: readonly Edition[]): Edition | undefined =>
  editions.toSorted((a, b) => a.version - b.version).at(-1);

const parentOf = (state: Task): Lookup | null => {
  const parent = taskIn(state)?.parent;
  return parent === undefined ? null : { stream: `task-${parent}`, select: dueAtIn };
};

/** Its last word on its own day, read from its events: folding it here would fold this decider in itself. */
const dueAtIn: Lookup['select'] = (history) =>
  history.reduce<unknown>((dueAt, { data }) => deadlineIn(data) ?? dueAt, null);

type Dated = Readonly<{ dueAt: unknown }> | null | undefined;
const deadlineIn = (data: Readonly<{ deadline?: Dated; task?: Readonly<{ deadline?: Dated }> }>): unknown =>
  data.deadline?.dueAt ?? data.task?.deadline?.dueAt;
