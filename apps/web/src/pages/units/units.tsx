import { useMemo, useState, type JSX } from 'react';

import { useUnitNames, useUnits, type Unit } from '../../api/units.tsx';
import { folded } from '../../parts/folded.ts';
import { Say, useSay } from '../../parts/say.tsx';
import { Table } from '../../parts/table.tsx';
import { Waiting } from '../../parts/waiting.tsx';

/** Every unit and group: who it is under, who belongs to it, and who took over from it. */
export const Units = (): JSX.Element => {
  const say = useSay();
  const nameOf = useUnitNames();
  const [text, setText] = useState('');
  const { items, isPending, error } = useUnits();
  const found = useMemo(
    () => items.filter(({ unitId }) => folded(`${nameOf(unitId)} ${unitId}`).includes(folded(text))),
    [items, nameOf, text],
  );
  if (isPending || error) return <Waiting error={error} />;
  return (
    <div className="pad">
      <h1>
        <Say id="frame.units" /> <span className="dim">{found.length}</span>
      </h1>
      <input
        className="filter"
        type="search"
        aria-label={say('inbox.filter')}
        placeholder={say('inbox.filter')}
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      <Table heads={['frame.unit', 'units.kind', 'units.parent', 'units.successor']}>
        {found.map((unit) => (
          <Row key={unit.unitId} unit={unit} />
        ))}
      </Table>
    </div>
  );
};

/** Who is listed, and of how many, where that is said. */
const memberCount = ({ membership, size }: Unit): string => {
  if (size !== null) return ` (${membership.length} / ${size})`;
  return membership.length === 0 ? '' : ` (${membership.length})`;
};

type Successor = Readonly<{ to: string | null; on: string | null }>;

const Row = ({ unit }: Readonly<{ unit: Unit }>): JSX.Element => {
  const nameOf = useUnitNames();
  const successors = unit.successors as readonly Successor[];
  return (
    <tr>
      <td>
        {nameOf(unit.unitId)}
        {unit.aliases.length === 0 ? null : <span className="dim small"> {unit.aliases.join(', ')}</span>}
        {unit.oneOf.length === 0 ? null : <span className="dim small"> {unit.oneOf.map(nameOf).join(' / ')}</span>}
      </td>
      <td>
        <Say id={`unitKind.${unit.kind}`} />
        {memberCount(unit)}
      </td>
      <td>{unit.parent === null ? '–' : nameOf(unit.parent)}</td>
      <td>
        {successors.length === 0
          ? '–'
          : successors.map(({ to, on }) => `${to === null ? '?' : nameOf(to)} ${on ?? ''}`).join(', ')}
      </td>
    </tr>
  );
};
