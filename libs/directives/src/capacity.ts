import type { Actor } from '@edict/kernel';

/** Registers units and references, and issues directives that others adopted. */
export const isRegistrar = ({ capacity }: Actor): boolean => capacity === 'secretariat';
