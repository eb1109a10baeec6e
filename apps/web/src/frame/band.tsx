import { useNavigate } from '@tanstack/react-router';
import type { JSX } from 'react';

import { useConsole } from '../console.tsx';
import { moment as written } from '../i18n/times.ts';
import { Icon } from '../icons.tsx';
import { Say } from '../parts/say.tsx';

/** A moment that is not now is said over the whole page, and in words. */
export const Band = ({ moment }: Readonly<{ moment: string | null }>): JSX.Element | null => {
  const navigate = useNavigate();
  const { language } = useConsole().preferences;
  if (moment === null) return null;
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
