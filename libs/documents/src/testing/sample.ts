// Small files in order, to which a spec does one wrong thing.

/** A directive that is in order as long as the given lines are; they begin in line 18. */
export const directive = (...lines: readonly string[]): string => `directive:
  id: sample
  number: null
  type: plan
  issuers: [a]
  title: Sample
  language: vi
  adoptedOn: null
  signedOn: null
  issuedOn: null
  effective: {from: null, until: null}
  horizon: {from: null, until: null}
  classification: open
  urgency: none
  links: []
clauses:
  - {ref: '1', kind: task-bearing, text: One}
${lines.join('\n')}
`;

export const task = (more: string, ref = '1-1', kind = 'once'): string =>
  `  - {ref: '${ref}', clause: '1', statement: Do it, kind: ${kind}, accountable: [a], lead: [a], leadBasis: stated, urgency: false${more && `, ${more}`}}`;

export const tasks = (...lines: readonly string[]): string => directive('tasks:', ...lines);

export const unit = (id: string, more = 'parent: null', kind = 'unit'): string =>
  `  - {id: ${id}, kind: ${kind}, level: null, names: {en: Name}, ${more}}`;

export const units = (...lines: readonly string[]): string => ['units:', ...lines].join('\n');

export const calendar = (...lines: readonly string[]): string => `calendar:
  id: c
  name: {en: C}
  version: 1
  covers: {from: 2025-01-01, until: 2025-12-31}
  weeklyDaysOff: [6, 7]
${lines.join('\n')}
`;

const daysOff = Array.from({ length: 370 }, (_, day) => {
  const on = new Date(Date.UTC(2025, 0, 1 + day)).toISOString().slice(0, 10);
  return `  - {'on': ${on}, name: L, basis: assumed}`;
});

/** A calendar in which nobody works for a year and five days. */
export const yearOff = calendar('holidays:', ...daysOff, 'swappedWorkingDays: []').replace(
  'until: 2025-12-31',
  'until: 2026-12-31',
);

/** A form without lines; the given ones begin in line 3. */
export const form = (...lines: readonly string[]): string =>
  ['form: {id: f, name: {en: F}, version: 1, valid: {from: 2025-01-01, until: null}}', 'lines:', ...lines].join('\n');
