import type { IconName } from '../icons.tsx';

/** Where one can go, in the order of the rail; `key` follows G. */
export type Place = Readonly<{ to: string; icon: IconName; name: string; key: string }>;

export const DAILY: readonly Place[] = [
  { to: '/inbox', icon: 'inbox', name: 'frame.inbox', key: 'i' },
  { to: '/directives', icon: 'directives', name: 'frame.directives', key: 'd' },
];

export const OCCASIONAL: readonly Place[] = [];
