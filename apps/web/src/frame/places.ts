import { useSession } from '../api/session.tsx';
import type { IconName } from '../icons.tsx';

/** Where one can go, in the order of the rail; `key` follows G. */
export type Place = Readonly<{ to: string; icon: IconName; name: string; key: string; onlyFor?: 'administrators' }>;

const DAILY: readonly Place[] = [
  { to: '/inbox', icon: 'inbox', name: 'frame.inbox', key: 'i' },
  { to: '/directives', icon: 'directives', name: 'frame.directives', key: 'd' },
  { to: '/standing-unit', icon: 'matters', name: 'frame.standingUnit', key: 's' },
  { to: '/matters', icon: 'recommend', name: 'frame.matters', key: 'm' },
  { to: '/forms', icon: 'forms', name: 'frame.forms', key: 'f' },
  { to: '/units', icon: 'units', name: 'frame.units', key: 'u' },
  { to: '/one-page', icon: 'onePage', name: 'frame.onePage', key: 'o' },
];

const OCCASIONAL: readonly Place[] = [
  { to: '/rehearsal', icon: 'rehearsal', name: 'frame.rehearsal', key: 'r' },
  { to: '/audit', icon: 'audit', name: 'frame.audit', key: 'a' },
  { to: '/rules', icon: 'rules', name: 'frame.rules', key: 'l' },
  { to: '/operations', icon: 'operations', name: 'frame.operations', key: 'p' },
  { to: '/accounts', icon: 'accounts', name: 'frame.accounts', key: 'c', onlyFor: 'administrators' },
];

/** Beside what is everybody's. */
const OWN: Place = { to: '/own-account', icon: 'own', name: 'frame.own', key: 'y' };

type Places = Readonly<{ daily: readonly Place[]; occasional: readonly Place[]; own: Place; all: readonly Place[] }>;

/** Without the right there is no entry. */
export const usePlaces = (): Places => {
  const { isAdministrator } = useSession();
  const mayGo = ({ onlyFor }: Place) => onlyFor === undefined || isAdministrator;
  const [daily, occasional] = [DAILY.filter(mayGo), OCCASIONAL.filter(mayGo)];
  return { daily, occasional, own: OWN, all: [...daily, ...occasional, OWN] };
};
