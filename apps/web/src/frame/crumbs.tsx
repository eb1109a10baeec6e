import { useLocation } from '@tanstack/react-router';
import { useEffect, type JSX } from 'react';

import { Icon } from '../icons.tsx';
import { useSay } from '../parts/say.tsx';
import { usePlaces } from './places.ts';

/** What has an address and no entry in the rail. */
const ELSEWHERE: Readonly<Record<string, string>> = { tasks: 'directives.task' };

/** Where one is: the page, and what of it is open, from the address. */
export const Crumbs = (): JSX.Element => {
  const say = useSay();
  const { all } = usePlaces();
  const { pathname } = useLocation();
  const [, first = 'inbox'] = pathname.split('/');
  const place = all.find(({ to }) => to === `/${first}`);
  const name = say(place?.name ?? ELSEWHERE[first] ?? 'frame.more');
  useEffect(() => {
    document.title = `${name} · Edict`;
  }, [name]);
  return (
    <div className="crumbs">
      <span>{say('frame.brand')}</span>
      <Icon name="right" />
      <b>{name}</b>
    </div>
  );
};
