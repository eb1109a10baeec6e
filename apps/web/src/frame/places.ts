import type { IconName } from '../icons.tsx';

/** Where one can go, in the order of the rail; `key` follows G. */
export type Place = Readonly<{ to: string; icon: IconName; name: string; key: string }>;

export const DAILY: readonly Place[] = [
  { to: '/inbox', icon: 'inbox', name: 'frame.inbox', key: 'i' },
  { to: '/directives', icon: 'directives', name: 'frame.directives', key: 'd' },
  { to: '/standing-unit', icon: 'matters', name: 'frame.standingUnit', key: 's' },
  { to: '/units', icon: 'units', name: 'frame.units', key: 'u' },
  { to: '/one-page', icon: 'onePage', name: 'frame.onePage', key: 'o' },
];

export const OCCASIONAL: readonly Place[] = [
  { to: '/audit', icon: 'audit', name: 'frame.audit', key: 'a' },
  { to: '/rules', icon: 'rules', name: 'frame.rules', key: 'l' },
  { to: '/operations', icon: 'operations', name: 'frame.operations', key: 'p' },
];
