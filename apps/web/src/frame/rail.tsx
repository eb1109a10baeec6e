import { Link } from '@tanstack/react-router';
import type { JSX } from 'react';

import { Brand, Icon } from '../icons.tsx';
import { Say } from '../parts/say.tsx';
import { Foot } from './foot.tsx';
import { usePalette } from './palette.tsx';
import { usePlaces, type Place } from './places.ts';

export const Rail = (): JSX.Element => {
  const palette = usePalette();
  const { daily, occasional } = usePlaces();
  return (
    <>
      <div className="brand">
        <Brand />
        <Say id="frame.brand" />
      </div>
      <button className="find" type="button" onClick={palette.open}>
        <Icon name="search" />
        <span className="cut">
          <Say id="frame.find" />
        </span>
        <kbd>Ctrl K</kbd>
      </button>
      <Places places={daily} />
      <hr />
      <Places places={occasional} />
      <Foot />
    </>
  );
};

const Places = ({ places }: Readonly<{ places: readonly Place[] }>): JSX.Element => (
  <ul>
    {places.map(({ to, icon, name }) => (
      <li key={to}>
        <Link to={to} activeProps={{ 'aria-current': 'page' }}>
          <Icon name={icon} />
          <Say id={name} />
        </Link>
      </li>
    ))}
  </ul>
);
