import type { JSX } from 'react';

import { useUnitNames, useUnits } from '../../api/units.tsx';
import { Say, useSay } from '../../parts/say.tsx';
import type { Planned } from './tree.ts';

/** `label`: the element that says what is given; `list`: the units to choose among where nobody is named. */
type WhoGetsProps = Readonly<{
  label: string;
  list: string;
  parts: readonly Planned[];
  to: string;
  onChosen(to: string): void;
}>;

/** One of the parts of a split; of what nobody succeeds, any unit. */
export const WhoGets = ({ label, list, parts, to, onChosen }: WhoGetsProps): JSX.Element => {
  const say = useSay();
  const nameOf = useUnitNames();
  const units = parts.flatMap((part) => part.to ?? []);
  const common = { 'aria-labelledby': label, className: 'field', value: to };
  if (units.length === 0)
    return (
      <input
        {...common}
        list={list}
        pattern="[a-z0-9]+(-[a-z0-9]+)*"
        placeholder={say('succession.whoGets')}
        onChange={({ target }) => onChosen(target.value)}
      />
    );
  return (
    <select {...common} onChange={({ target }) => onChosen(target.value)}>
      <option value="">
        <Say id="succession.whoGets" />
      </option>
      {units.map((unit) => (
        <option key={unit} value={unit}>
          {nameOf(unit)}
        </option>
      ))}
    </select>
  );
};

export const UnitOptions = ({ id }: Readonly<{ id: string }>): JSX.Element => {
  const nameOf = useUnitNames();
  const { items } = useUnits();
  return (
    <datalist id={id}>
      {items.map(({ unitId }) => (
        <option key={unitId} value={unitId}>
          {nameOf(unitId)}
        </option>
      ))}
    </datalist>
  );
};
