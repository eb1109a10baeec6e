import { Link } from '@tanstack/react-router';
import type { JSX } from 'react';

import { Icon } from '../icons.tsx';
import { Say, useSay } from '../parts/say.tsx';
import { DAILY } from './places.ts';

/** As many as a thumb can tell apart. */
const SHOWN = 4;

/** On a phone. */
export const Tabs = (): JSX.Element => {
  const say = useSay();
  return (
    <nav className="tabs" aria-label={say('frame.main')}>
      {DAILY.slice(0, SHOWN).map(({ to, icon, name }) => (
        <Link key={to} to={to} activeProps={{ 'aria-current': 'page' }}>
          <Icon name={icon} />
          <Say id={name} />
        </Link>
      ))}
    </nav>
  );
};
