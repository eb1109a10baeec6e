import { Link } from '@tanstack/react-router';
import { useState, type JSX } from 'react';

import { Icon } from '../icons.tsx';
import { Modal } from '../parts/modal.tsx';
import { Say, useSay } from '../parts/say.tsx';
import { Foot } from './foot.tsx';
import { usePlaces } from './places.ts';
import { Tools } from './tools.tsx';

/** As many as a thumb can tell apart, the last of which leads to all others. */
const SHOWN = 3;

/** Narrow names, where the whole one has no room. */
const NARROW: Readonly<Record<string, string>> = { 'frame.standingUnit': 'frame.matters' };

/** On a phone. */
export const Tabs = (): JSX.Element => {
  const say = useSay();
  const { daily } = usePlaces();
  const [isOpen, setOpen] = useState(false);
  return (
    <nav className="tabs" aria-label={say('frame.main')}>
      {daily.slice(0, SHOWN).map(({ to, icon, name }) => (
        <Link key={to} to={to} activeProps={{ 'aria-current': 'page' }}>
          <Icon name={icon} />
          <Say id={NARROW[name] ?? name} />
        </Link>
      ))}
      <button type="button" onClick={() => setOpen(true)}>
        <Icon name="more" />
        <Say id="frame.more" />
      </button>
      {isOpen ? <More onClose={() => setOpen(false)} /> : null}
    </nav>
  );
};

const More = ({ onClose }: Readonly<{ onClose(): void }>): JSX.Element => {
  const say = useSay();
  const { daily, occasional } = usePlaces();
  return (
    <Modal title={say('frame.more')} onClose={onClose}>
      <ul className="more">
        {[...daily, ...occasional].slice(SHOWN).map(({ to, icon, name }) => (
          <li key={to}>
            <Link className="choice" to={to} onClick={onClose}>
              <Icon name={icon} />
              <Say id={name} />
            </Link>
          </li>
        ))}
      </ul>
      <Foot onGone={onClose} />
      <div className="line">
        <Tools />
      </div>
    </Modal>
  );
};
