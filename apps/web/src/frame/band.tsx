import { useNavigate } from '@tanstack/react-router';
import type { JSX } from 'react';

import { useConsole } from '../console.tsx';
import { moment as written } from '../i18n/times.ts';
import { Icon } from '../icons.tsx';
import { Say } from '../parts/say.tsx';

type BandProps = Readonly<{ moment: string | null; isLive: boolean }>;

/** A moment that is not now is said over the whole page, and in words; so is that nobody tells us what changes. */
export const Band = ({ moment, isLive }: BandProps): JSX.Element | null => {
  if (moment !== null) return <Past moment={moment} />;
  if (isLive) return null;
  return (
    <div className="band offline" role="status">
      <Say id="frame.offline" />
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
