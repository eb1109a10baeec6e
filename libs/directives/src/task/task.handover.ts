import { canonical } from '@edict/kernel';

import { heirOf, heirsOf, officeAfter } from '../succession/handover.ts';
import type { Handover } from '../succession/succession.messages.ts';
import type { Escalation } from './task.events.ts';
import type { Family } from './task.family.ts';
import { listOf } from './task.life-row.ts';
import type { TaskRow } from './task.projection.ts';
import type { Assigned } from './task.state.ts';
import type { Assignment, Terms } from './task.terms.ts';

type Roles = Pick<Assignment, 'unit' | 'accountable' | 'lead' | 'coordinating'>;

/** Nobody coordinates with himself: where the lead and a coordinator become one, the coordination ends. */
export const voidedIn = (task: Roles, handover: Handover): readonly string[] => {
  const heir = heirOf(handover);
  const leads = new Set([task.unit, ...task.lead].map(heir));
  const led = new Set([task.unit, ...task.lead]);
  return task.coordinating.filter((unit) => leads.has(heir(unit)) && !led.has(unit));
};

export const rolesAfter = (roles: Roles, handover: Handover & Readonly<{ voided: readonly string[] }>): Roles => ({
  unit: heirOf(handover)(roles.unit),
  accountable: heirsOf(roles.accountable, handover),
  lead: heirsOf(roles.lead, handover),
  coordinating: heirsOf(
    roles.coordinating.filter((unit) => !handover.voided.includes(unit)),
    handover,
  ),
});

/** Of a task that nobody has: who decides on it, and whom the text names. */
export const termsAfter = (terms: Terms, handover: Handover): Terms => ({
  ...terms,
  accountable: heirsOf(terms.accountable, handover),
  lead: heirsOf(terms.lead, handover),
  coordinating: heirsOf(terms.coordinating, handover),
  issuers: heirsOf(terms.issuers, handover),
  reportsTo: heirsOf(terms.reportsTo, handover),
});

export const transferred = (
  state: Assigned,
  handover: Handover & Readonly<{ voided: readonly string[] }>,
): Assigned => ({
  ...state,
  task: {
    ...state.task,
    ...rolesAfter(state.task, handover),
    ...aboveAfter(state.task, handover),
  },
  family: familyAfter(state, handover),
  escalation: escalationAfter(state, handover),
});

/** Of a part whose whole went over: who decides on it, and whom it is taken to. */
export const issuedAfter = (state: Assigned, handover: Pick<Handover, 'from' | 'to'>): Assigned => ({
  ...state,
  task: { ...state.task, ...aboveAfter(state.task, handover) },
  escalation: escalationAfter(state, handover),
});

const aboveAfter = ({ issuers, reportsTo, ancestors }: Assignment, handover: Pick<Handover, 'from' | 'to'>) => ({
  issuers: heirsOf(issuers, handover),
  reportsTo: heirsOf(reportsTo, handover),
  ...(ancestors ? { ancestors: heirsOf(ancestors, handover) } : {}),
});

const escalationAfter = ({ task, escalation }: Assigned, handover: Pick<Handover, 'from' | 'to'>): Escalation => ({
  ...escalation,
  path: escalation.path.map((office) => officeAfter(office, task.directiveId, handover)),
});

/** What was passed on, asked for and given stays so, with whoever follows; what the lead would ask itself is no longer asked. */
const familyAfter = ({ family, task }: Assigned, handover: Handover): Family => {
  const heir = heirOf(handover);
  const after = <T extends Readonly<{ unit: string }>>(each: T): T => ({ ...each, unit: heir(each.unit) });
  const isOfItself = asksItself(task.unit, handover);
  return {
    ...family,
    children: family.children.map(after),
    asked: family.asked.filter((each) => each.given || !isOfItself(each.unit)).map(after),
    contributed: heirsOf(family.contributed, handover),
  };
};

/** Who had it and who was asked about it have become one. */
const asksItself = (holder: string | null, handover: Handover) => {
  const heir = heirOf(handover);
  return (asked: string): boolean => holder !== null && asked !== holder && heir(asked) === heir(holder);
};

type Row = Pick<TaskRow, 'unit' | 'accountable' | 'lead' | 'coordinating' | 'children' | 'contributions' | 'passed'>;

/** The same for a row, where lists are JSON texts. Of what went round, what was answered stays with whoever answered, and what the lead would ask itself has ended. */
export const rolesInRow = (row: Row, handover: Handover & Readonly<{ voided: readonly string[] }>, at: string): Row => {
  const { accountable, lead, coordinating } = row;
  const list = (text: string) => JSON.parse(text) as readonly string[];
  const roles = { accountable: list(accountable), lead: list(lead), coordinating: list(coordinating) };
  const { unit, ...lists } = rolesAfter({ unit: row.unit ?? '', ...roles }, handover);
  const heir = heirOf(handover);
  const isOfItself = asksItself(row.unit, handover);
  return {
    unit: row.unit === null ? null : unit,
    accountable: canonical(lists.accountable),
    lead: canonical(lists.lead),
    coordinating: canonical(lists.coordinating),
    children: canonical(listOf(row, 'children').map((each) => ({ ...each, unit: heir(each.unit) }))),
    contributions: canonical(
      listOf(row, 'contributions')
        .filter((each) => each.state === 'given' || !isOfItself(each.unit))
        .map((each) => ({ ...each, unit: heir(each.unit) })),
    ),
    passed: canonical(
      listOf(row, 'passed').map((each) => {
        if (each.answeredAt !== null) return each;
        return each.act === 'opinion' && isOfItself(each.unit)
          ? { ...each, answeredAt: at }
          : { ...each, unit: heir(each.unit) };
      }),
    ),
  };
};
