import { Link, useLocation } from '@tanstack/react-router';
import { useEffect, type JSX } from 'react';

import { Icon } from '../icons.tsx';
import { useSay } from '../parts/say.tsx';
import { useShownCrumb } from './crumb.ts';
import { titleOf, useMode } from './mode.ts';
import { usePlaces } from './places.ts';
import { useRehearsed } from './rehearsed.tsx';

/** What has an address and no entry in the rail. */
const ELSEWHERE: Readonly<Record<string, string>> = { tasks: 'directives.task' };

/** Where one is: the page, and what of it is open. */
export const Crumbs = (): JSX.Element => {
  const say = useSay();
  const { to, name } = usePage();
  const open = useShownCrumb();
  useTitle(titleOf({ open: useRehearsed()?.name ?? open, page: name, mode: useMode() }));
  return (
    <div className="crumbs">
      {open === undefined ? <span>{say('frame.brand')}</span> : <Above to={to}>{name}</Above>}
      <Icon name="right" />
      <b>{open ?? name}</b>
    </div>
  );
};

const usePage = (): Readonly<{ to: string | undefined; name: string }> => {
  const say = useSay();
  const { all } = usePlaces();
  const { pathname } = useLocation();
  const [, first = 'inbox'] = pathname.split('/');
  const place = all.find(({ to }) => to === `/${first}`);
  return { to: place?.to, name: say(place?.name ?? ELSEWHERE[first] ?? 'frame.more') };
};

const useTitle = (title: string): void =>
  useEffect(() => {
    document.title = title;
  }, [title]);

/** The way back, where there is a page to go back to. */
const Above = ({ to, children }: Readonly<{ to: string | undefined; children: string }>): JSX.Element =>
  to === undefined ? <span>{children}</span> : <Link to={to}>{children}</Link>;
