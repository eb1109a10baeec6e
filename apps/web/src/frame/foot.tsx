import type { JSX } from 'react';

import { useConsole } from '../console.tsx';
import { LANGUAGES } from '../i18n/language.ts';
import { Say, useSay } from '../parts/say.tsx';
import { useUnitNames } from '../api/units.tsx';
import { usePalette } from './palette.tsx';

/** For whom one acts, and in which language one reads. */
export const Foot = (): JSX.Element => {
  const say = useSay();
  const { preferences, prefer } = useConsole();
  const palette = usePalette();
  return (
    <div className="foot">
      <button className="office" type="button" onClick={palette.chooseOffice}>
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
