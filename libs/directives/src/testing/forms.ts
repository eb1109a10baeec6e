import type { FormDocument } from '../document/index.ts';

/** Two groups bear one name in it: only their keys tell them apart. */
export const staffForm = (form: Partial<FormDocument['form']> = {}): FormDocument => ({
  form: {
    id: 'staff-at-the-merger',
    name: { en: 'Staff' },
    version: 1,
    valid: { from: '2025-01-01', until: null },
    ...form,
  },
  lines: [
    { key: 'total', name: { en: 'Staff' }, parts: ['cadres', 'civilServants', 'publicEmployees', 'workers'] },
    { key: 'cadres', name: { en: 'Cadres' } },
    { key: 'civilServants', name: { en: 'Employees' } },
    { key: 'publicEmployees', name: { en: 'Employees' } },
    { key: 'workers', name: { en: 'Workers' } },
  ],
});
