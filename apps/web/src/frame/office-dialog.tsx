import { useState, type JSX } from 'react';

import { useSession } from '../api/session.tsx';
import { useConsole } from '../console.tsx';
import { folded } from '../parts/folded.ts';
import { Modal } from '../parts/modal.tsx';
import { Say, useSay } from '../parts/say.tsx';
import { useUnitNames, useUnits } from '../api/units.tsx';

const CAPACITIES = ['officer', 'secretariat', 'standingUnit', 'inspector', 'auditor', 'leader'];
const SHOWN = 40;

/** For which unit, and in which capacity, from now on. */
export const OfficeDialog = ({ onClose }: Readonly<{ onClose(): void }>): JSX.Element => {
  const say = useSay();
  const { preferences, prefer } = useConsole();
  const [capacity, setCapacity] = useState(preferences.office?.capacity ?? 'officer');
  return (
    <Modal title={say('frame.office')} onClose={onClose}>
      <label className="lab" htmlFor="capacity">
        <Say id="frame.capacity" />
      </label>
      <select id="capacity" className="field" value={capacity} onChange={({ target }) => setCapacity(target.value)}>
        {CAPACITIES.map((each) => (
          <option key={each} value={each}>
            {say(`capacity.${each}`)}
          </option>
        ))}
      </select>
      <Units
        onChosen={(unit) => {
          prefer({ office: { unit, capacity } });
          onClose();
        }}
      />
    </Modal>
  );
};

const Units = ({ onChosen }: Readonly<{ onChosen(unit: string): void }>): JSX.Element => {
  const nameOf = useUnitNames();
  const [text, setText] = useState('');
  const units = useUnitsToActFor();
  const found = units.filter((unit) => folded(`${nameOf(unit)} ${unit}`).includes(folded(text))).slice(0, SHOWN);
  return (
    <>
      <label className="lab" htmlFor="unit">
        <Say id="frame.unit" />
      </label>
      <input id="unit" className="field" autoFocus value={text} onChange={({ target }) => setText(target.value)} />
      <ul className="choices">
        {found.map((unit) => (
          <li key={unit}>
            <button className="choice" type="button" onClick={() => onChosen(unit)}>
              {nameOf(unit)}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
};

const useUnitsToActFor = (): readonly string[] => {
  const { offices, mayActForAll } = useSession();
  const { items } = useUnits();
  return mayActForAll ? items.map(({ unitId }) => unitId) : [...new Set(offices.map(({ unit }) => unit))];
};
