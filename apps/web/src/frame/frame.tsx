import { Outlet } from '@tanstack/react-router';
import type { JSX } from 'react';

import { useLive } from '../api/live.ts';
import { Say, useSay } from '../parts/say.tsx';
import { useMoment } from '../parts/moment.ts';
import { useOverlaysSoon } from '../parts/overlays.ts';
import { Band } from './band.tsx';
import { useMode } from './mode.ts';
import { WithRehearsed } from './rehearsed.tsx';
import { Rail } from './rail.tsx';
import { Tabs } from './tabs.tsx';
import { Top } from './top.tsx';

export const Frame = (): JSX.Element => (
  <WithRehearsed>
    <Framed />
  </WithRehearsed>
);

const Framed = (): JSX.Element => {
  const { is } = useMode();
  const say = useSay();
  const moment = useMoment();
  const isLive = useLive();
  useOverlaysSoon();
  return (
    <div className="app" data-mode={is}>
      <a className="skip" href="#main">
        <Say id="frame.skip" />
      </a>
      <nav className="rail" aria-label={say('frame.main')}>
        <Rail />
      </nav>
      <Top />
      <Band moment={moment} isLive={isLive} />
      <main className="main" id="main" tabIndex={0}>
        <Outlet />
      </main>
      <Tabs />
    </div>
  );
};
