import type { JSX } from 'react';

import { useUnitNames, useUnits } from '../api/units.tsx';
import { Labelled } from './fields.tsx';

type UnitFieldProps = Readonly<{
  name: string;
  label: string;
  required?: boolean;
  several?: boolean;
  defaultValue?: string;
}>;

const ONE = '[a-z0-9]+(-[a-z0-9]+)*';

/** A unit by its id, chosen from a list that shows names; or several, with a comma or a space between them. */
export const UnitField = ({
  name,
  label,
  required = true,
  several = false,
  defaultValue,
}: UnitFieldProps): JSX.Element => {
  const nameOf = useUnitNames();
  const { items } = useUnits();
  return (
    <Labelled label={label}>
      {(id) => (
        <>
          <input
            id={id}
            name={name}
            className="field"
            list={`${id}-units`}
            required={required}
            defaultValue={defaultValue}
            pattern={several ? `\\s*${ONE}([\\s,]+${ONE})*\\s*` : ONE}
          />
          <datalist id={`${id}-units`}>
            {items.map(({ unitId }) => (
              <option key={unitId} value={unitId}>
                {nameOf(unitId)}
              </option>
            ))}
          </datalist>
        </>
      )}
    </Labelled>
  );
};
