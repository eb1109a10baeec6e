import type { Facts } from '@edict/kernel';

import type { DirectiveCommand, DirectiveEvent, Issued, Named } from '../directive/directive.messages.ts';
import { directiveIdOf } from '../directive/identity.ts';
import type { Membership, Registration } from '../unit/unit.decider.ts';
import { calendarDocument, directiveDocument, policyDocument, SOURCES, taskItem, unitEntry } from './documents.ts';
import { issued } from './issued.ts';

/** Nothing is left open by what is said here, so that what a spec adds is the only finding. */
export const conclusion = directiveDocument({
  head: { signedOn: '2025-05-16', issuedOn: '2025-05-16' },
  tasks: [taskItem()],
});

export const CONCLUSION = `directive-${directiveIdOf(issued().identity!)}`;

/** A group, or a place that is kept for one, as the registry knew it on the day of issue. */
export const known = (members: readonly string[] = [], kind: Named['kind'] = 'group'): Named => ({
  kind,
  members,
  complete: true,
  source: 'unit-x@0',
});

/** A fact about a unit as the runtime would look it up. */
export const unitFact = (
  entry: Parameters<typeof unitEntry>[0],
  membership: readonly Membership[] = [],
): Facts<Registration | null> => ({
  [entry.id]: { value: { entry: unitEntry(entry), membership, successors: [] }, source: `unit-${entry.id}@3` },
});

type Command<Type extends DirectiveCommand['type']> = Extract<DirectiveCommand, { type: Type }>;
type Event<Type extends DirectiveEvent['type']> = Extract<DirectiveEvent, { type: Type }>;

export const issue = (data: Partial<Command<'IssueDirective'>['data']> = {}): Command<'IssueDirective'> => ({
  type: 'IssueDirective',
  data: {
    document: conclusion,
    policyId: 'vn-party',
    calendarId: 'vn',
    issuedOn: '2025-05-16',
    policy: { value: policyDocument(), source: SOURCES.policy },
    calendar: { value: calendarDocument, source: SOURCES.calendar },
    units: {},
    ...data,
  },
});

export const directiveIssued = (parts: Partial<Issued> = {}): Event<'DirectiveIssued'> => ({
  type: 'DirectiveIssued',
  data: issued({ document: conclusion, ...parts }),
});
