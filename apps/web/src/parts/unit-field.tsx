import { useId, type JSX } from 'react';

import { useUnitNames, useUnits } from '../api/units.tsx';

/** A unit by its id, chosen from a list that shows names. */
export const UnitField = ({ name, label }: Readonly<{ name: string; label: string }>): JSX.Element => {
  const id = useId();
  const nameOf = useUnitNames();
  const { items } = useUnits();
  return (
    <>
      <label className="lab" htmlFor={id}>
        {label}
      </label>
      <input id={id} name={name} className="field" list={`${id}-units`} required pattern="[a-z0-9]+(-[a-z0-9]+)*" />
      <datalist id={`${id}-units`}>
        {items.map(({ unitId }) => (
          <option key={unitId} value={unitId}>
            {nameOf(unitId)}
          </option>
        ))}
      </datalist>
    </>
  );
};
