import { instant } from '@edict/kernel';

import type { Issued, Named } from '../directive/directive.messages.ts';
import type { Terms, Assignment } from '../task/task.terms.ts';
import type { Registration } from '../unit/unit.decider.ts';
import { calendarDocument, directiveDocument, policyDocument, SOURCES, unitEntry, ZONE } from './documents.ts';

export const ISSUED_AT = instant('2025-05-16T02:00Z');

export const named = (entry: Partial<Named> = {}): Named => ({
  kind: 'unit',
  members: [],
  complete: true,
  source: 'unit-x@0',
  ...entry,
});

export const issued = (parts: Partial<Issued> = {}): Issued => ({
  document: directiveDocument(),
  identity: { registry: 'politburo', type: 'conclusion', term: '13', number: '155-KL/TW' },
  issuedOn: '2025-05-16',
  issuedAt: ISSUED_AT,
  policy: { value: policyDocument(), source: SOURCES.policy },
  calendar: { value: calendarDocument, source: SOURCES.calendar },
  named: {},
  findings: [],
  watchFrom: ISSUED_AT,
  ...parts,
});

export const registration = (id: string, parts: Partial<Registration['entry']> = {}): Registration => ({
  entry: unitEntry({ id, ...parts }),
  membership: [],
  successor: null,
});

export const registered = (id: string, parts: Partial<Registration['entry']> = {}) => ({
  value: registration(id, parts),
  source: `unit-${id}@0`,
});

export const terms = (parts: Partial<Terms> = {}): Terms => ({
  directiveId: 'd1',
  ref: '3.b5-2',
  member: 'whole',
  clause: '3.b5',
  statement: 'Issue the decrees',
  kind: 'once',
  issuers: ['politburo', 'secretariat'],
  accountable: ['ministry'],
  lead: ['ministry'],
  coordinating: [],
  directs: [],
  reportsTo: [],
  output: null,
  urgent: false,
  after: [],
  deadline: null,
  milestones: [],
  inForceUntil: null,
  quiet: { zone: ZONE, hours: null },
  ...parts,
});

export const assignment = ({
  unit = 'ministry',
  acknowledgeBy = null,
  ...parts
}: Partial<Assignment> = {}): Assignment => ({
  ...terms(parts),
  unit,
  acknowledgeBy,
});
