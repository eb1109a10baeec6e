import { refuse } from '@edict/kernel';

import type { FindingCode } from '../document/finding.ts';
import type { Given } from './task.commands.ts';
import type { Ruling } from './task.course.messages.ts';
import type { No } from './task.guards.ts';
import type { Assigned } from './task.state.ts';

/** What may be ruled on each finding that a task can have; the finding stays readable, and what was ruled stands beside it. */
const RULINGS: Readonly<Partial<Record<FindingCode, readonly (keyof Ruling)[]>>> = {
  'several-leads': ['lead', 'coordinating'],
  'no-lead': ['lead', 'coordinating'],
  'no-accountable': ['lead', 'coordinating'],
  'placeholder-not-filled': ['lead', 'coordinating', 'reportsTo'],
  'open-coordinators': ['coordinating'],
  'group-without-members': ['lead', 'coordinating'],
  'no-interval': ['every'],
  'common-or-each': ['lead', 'common', 'each'],
};

export const RULED = Object.keys(RULINGS);

export const ruledOn = (finding: FindingCode): readonly string[] => RULINGS[finding] ?? [];

export const canRule = (ruling: Ruling, finding: FindingCode): boolean => {
  const said = Object.keys(ruling);
  return said.length > 0 && said.every((each) => ruledOn(finding).includes(each));
};

/** Once somebody leads it alone, that is no longer open: another one is a reassignment, which is counted. */
export const isLeadOpen = ({ ruling }: Given<'DecideFinding'>, { task, course }: Assigned): No => {
  if (ruling.lead === undefined || ruling.lead === task.unit) return undefined;
  return course.leadNamed
    ? refuse(
        'task/no-such-finding',
        `Who leads it has been said: ${task.unit}. Another one is given it by reassigning it.`,
      )
    : undefined;
};

/** Only what its text leaves open is decided; who coordinates and how often it comes round, also anew. */
export const isFound = ({ finding, found }: Pick<Given<'DecideFinding'>, 'finding' | 'found'>): No => {
  const open = found?.value ?? [];
  return open.includes(finding)
    ? undefined
    : refuse('task/no-such-finding', `${finding} is not found of it, but ${open.join(', ') || 'nothing'}.`);
};
