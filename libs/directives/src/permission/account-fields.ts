import type { Capacity } from './capacities.ts';

/** Who sees which field of an account: those who hold one of these capacities, and whose own it is. What is not here nobody sees. */
export const ACCOUNT_FIELDS = {
  id: ['administrator', 'auditor', 'self'],
  kind: ['administrator', 'auditor', 'self'],
  name: ['administrator', 'auditor', 'self'],
  login: ['administrator', 'self'],
  disabled: ['administrator', 'auditor', 'self'],
  grants: ['administrator', 'auditor', 'self'],
  clearance: ['administrator', 'auditor', 'self'],
  means: ['administrator', 'self'],
  tokens: ['administrator', 'auditor', 'self'],
} as const satisfies Readonly<Record<string, readonly (Capacity | 'self')[]>>;
