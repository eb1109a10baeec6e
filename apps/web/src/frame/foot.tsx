import { Link } from '@tanstack/react-router';
import type { JSX } from 'react';

import { useSession } from '../api/session.tsx';
import { useConsole } from '../console.tsx';
import { LANGUAGES } from '../i18n/language.ts';
import { Say, useSay } from '../parts/say.tsx';
import { useUnitNames } from '../api/units.tsx';
import { Icon } from '../icons.tsx';
import { usePalette } from './palette.tsx';
import { usePlaces } from './places.ts';

/** Who one is, for whom one acts, and in which language one reads. `onGone`: another page is shown, or what is chosen from. */
export const Foot = ({ onGone }: Readonly<{ onGone?: () => void }>): JSX.Element => {
  const say = useSay();
  const { preferences, prefer } = useConsole();
  const palette = usePalette();
  const choose = () => {
    onGone?.();
    palette.chooseOffice();
  };
  return (
    <div className="foot">
      <OwnLink onGone={onGone} />
      <button className="office" type="button" onClick={choose}>
        <OfficeName />
      </button>
      <div className="langs" role="group" aria-label={say('frame.language')}>
        {LANGUAGES.map((language) => (
          <button
            key={language}
            type="button"
            lang={language}
            aria-pressed={language === preferences.language}
            onClick={() => prefer({ language })}
          >
            {language.toUpperCase()}
          </button>
        ))}
      </div>
    </div>
  );
};

const OwnLink = ({ onGone }: Readonly<{ onGone: (() => void) | undefined }>): JSX.Element => {
  const { name, mayActForAll } = useSession();
  const { own } = usePlaces();
  return (
    <Link className="own" to={own.to} activeProps={{ 'aria-current': 'page' }} onClick={onGone}>
      <Icon name={own.icon} />
      <span>
        <b className="cut">{mayActForAll ? <Say id="accounts.kind.operator" /> : name}</b>
        <Say id={own.name} />
      </span>
    </Link>
  );
};

const OfficeName = (): JSX.Element => {
  const { office } = useConsole().preferences;
  const nameOf = useUnitNames();
  const say = useSay();
  if (!office) return <Say id="frame.office" />;
  return (
    <>
      <b>{nameOf(office.unit)}</b>
      <Say id="frame.actingAs" capacity={say(`capacity.${office.capacity}`)} />
    </>
  );
};
