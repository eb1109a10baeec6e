import { instant, type Fact } from '@edict/kernel';

import type { Issued } from '../directive/directive.messages.ts';
import type { UnitEntry } from '../document/index.ts';
import type { Registration } from '../unit/unit.decider.ts';
import { calendarDocument, directiveDocument, policyDocument, SOURCES, unitEntry } from './documents.ts';

/** Nine in the morning of the day of issue. */
export const ISSUED_AT = instant('2025-05-16T02:00:00.000Z');

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

export const registration = (id: string, entry: Partial<Omit<UnitEntry, 'id' | 'members'>> = {}): Registration => ({
  entry: unitEntry({ id, ...entry }),
  membership: [],
  successors: [],
});

export const registered = (id: string, entry: Partial<Omit<UnitEntry, 'id' | 'members'>> = {}): Fact<Registration> => ({
  value: registration(id, entry),
  source: `unit-${id}@0`,
});
