import { useNavigate } from '@tanstack/react-router';
import type { JSX } from 'react';

import { useConsole } from '../console.tsx';
import { moment as written } from '../i18n/times.ts';
import { Icon } from '../icons.tsx';
import { useRehearsed, type Rehearsed } from './rehearsed.tsx';
import { Say } from '../parts/say.tsx';

type BandProps = Readonly<{ moment: string | null; isLive: boolean }>;

/** A moment that is not now is said over the whole page, and in words; so is that nobody tells us what changes. */
export const Band = ({ moment, isLive }: BandProps): JSX.Element | null => {
  const rehearsed = useRehearsed();
  if (rehearsed) return <Rehearsing rehearsed={rehearsed} />;
  if (moment !== null) return <Past moment={moment} />;
  if (isLive) return null;
  return (
    <div className="band offline" role="status">
      <Say id="frame.offline" />
    </div>
  );
};

/** Said as long as it is on the screen, and in what is saved of it. */
const Rehearsing = ({ rehearsed }: Readonly<{ rehearsed: Rehearsed }>): JSX.Element => {
  const { language } = useConsole().preferences;
  return (
    <div className="band" role="status">
      <Icon name="rehearsal" />
      <b>
        <Say id="time.rehearsal" /> {written(language, rehearsed.at)}
      </b>
      <span className="cut">
        <Say id="rehearsal.band" />
      </span>
      <div className="sp" />
      <span className="only-l">{rehearsed.name}</span>
      <button className="link plain" type="button" onClick={rehearsed.save}>
        <Say id="rehearsal.save" />
      </button>
      <button className="link plain" type="button" onClick={rehearsed.leave}>
        <Say id="rehearsal.leave" />
        <kbd>Esc</kbd>
      </button>
    </div>
  );
};

const Past = ({ moment }: Readonly<{ moment: string }>): JSX.Element => {
  const navigate = useNavigate();
  const { language } = useConsole().preferences;
  return (
    <div className="band" role="status">
      <Icon name="clock" />
      <b>
        <Say id="time.past" /> {written(language, moment)}
      </b>
      <Say id="time.readOnly" />
      <div className="sp" />
      <button className="btn" type="button" onClick={() => void navigate({ to: '.', search: withoutMoment })}>
        <Say id="time.return" />
        <kbd>Esc</kbd>
      </button>
    </div>
  );
};

export const withoutMoment = (search: object): object => ({ ...search, at: undefined });
