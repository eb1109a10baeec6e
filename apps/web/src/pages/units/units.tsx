import './units.css';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo, type JSX } from 'react';

import { useUnitNames, useUnitsThen, WithNamesOf, type Unit } from '../../api/units.tsx';
import { useConsole } from '../../console.tsx';
import { dayOf } from '../../i18n/days.ts';
import { written } from '../../i18n/times.ts';
import { FilterField } from '../../parts/filter-field.tsx';
import { folded } from '../../parts/folded.ts';
import { useNow } from '../../parts/now.ts';
import { Say, useSay } from '../../parts/say.tsx';
import { Table } from '../../parts/table.tsx';
import { Views } from '../../parts/views.tsx';
import { Waiting } from '../../parts/waiting.tsx';
import { Successions } from './successions.tsx';
import { endOf, successorsOf, treeOf } from './tree.ts';
import { UnitLink } from './unit-facts.tsx';
import { isMemberOn, membershipOf } from './unit-offers.ts';
import { UnitTools } from './unit-tools.tsx';

/** How far from the edge a unit stands, and how much further what is under it. */
const [EDGE, STEP] = [14, 16];
const VIEWS = ['tree', 'successions'] as const;

/** Every unit and group: who it is under, who belongs to it, and who takes over from it. */
export const Units = (): JSX.Element => {
  const navigate = useNavigate();
  const { show, on } = useSearch({ from: '/units' });
  const { items, isPending, error } = useUnitsThen(on);
  const today = dayOf(useNow());
  const shown = VIEWS.find((each) => each === show) ?? 'tree';
  if (isPending || error) return <Waiting error={error} />;
  return (
    <div className="pad">
      <h1>
        <Say id="frame.units" /> <span className="dim">{items.length}</span>
      </h1>
      <div className="tools">
        <Views
          label="frame.units"
          names={VIEWS}
          shown={shown}
          words="unitsView"
          onShow={(name) => void navigate({ to: '/units', search: (before) => ({ ...before, show: name }) })}
        />
        {shown === 'tree' ? <OnDay day={on ?? today} /> : null}
        <UnitTools key={shown} shown={shown} />
      </div>
      <WithNamesOf units={items}>
        {shown === 'tree' ? <Tree units={items} day={on ?? today} /> : <Successions units={items} />}
      </WithNamesOf>
    </div>
  );
};

/** As of which day names, places and members stand; as far as it is known at the moment that is shown. */
const OnDay = ({ day }: Readonly<{ day: string }>): JSX.Element => {
  const navigate = useNavigate();
  const put = (chosen: string) =>
    void navigate({
      to: '/units',
      search: ({ on: _, ...before }) => (chosen === '' ? before : { ...before, on: chosen }),
      replace: true,
    });
  return (
    <label className="on-day small">
      <Say id="units.onDay" />{' '}
      <input className="field" type="date" value={day} onChange={({ target }) => put(target.value)} />
    </label>
  );
};

type TreeProps = Readonly<{ units: readonly Unit[]; day: string }>;

const Tree = ({ units, day }: TreeProps): JSX.Element => {
  const nameOf = useUnitNames();
  const navigate = useNavigate();
  const { q: text = '' } = useSearch({ from: '/units' });
  const nodes = useMemo(() => {
    const found = units.filter(({ unitId }) => folded(`${nameOf(unitId)} ${unitId}`).includes(folded(text)));
    return treeOf(found, nameOf);
  }, [units, nameOf, text]);
  return (
    <>
      <FilterField
        text={text}
        onText={(q) => void navigate({ to: '/units', search: (before) => ({ ...before, q }), replace: true })}
      />
      <Table heads={['frame.unit', 'units.kind', 'units.parent', 'units.successor']}>
        {nodes.map(({ unit, depth }) => (
          <Row key={unit.unitId} unit={unit} depth={depth} day={day} />
        ))}
      </Table>
    </>
  );
};

/** Who belongs to it that day, and of how many, where that is said. */
const memberCount = (unit: Unit, day: string): string => {
  const members = membershipOf(unit);
  const count = members.filter((each) => isMemberOn(each, day)).length;
  if (unit.size !== null) return ` (${count} / ${unit.size})`;
  return members.length === 0 ? '' : ` (${count})`;
};

/** On that day it may be over, or not yet. */
const Row = ({ unit, depth, day }: Readonly<{ unit: Unit; depth: number; day: string }>): JSX.Element => {
  const say = useSay();
  const nameOf = useUnitNames();
  const { language } = useConsole().preferences;
  const end = endOf(unit);
  const isOver = end !== undefined && end <= day;
  return (
    <tr className={isOver ? 'dim' : undefined}>
      <td style={{ paddingLeft: `${EDGE + depth * STEP}px` }}>
        <Names unit={unit} />
        {isOver ? (
          <span className="small">
            {' '}
            <Say id="units.over" day={written(language, end)} />
          </span>
        ) : null}
      </td>
      <td>
        <Say id={`unitKind.${unit.kind}`} />
        {memberCount(unit, day)}
      </td>
      <td data-head={say('units.parent')}>{unit.parent === null ? '–' : nameOf(unit.parent)}</td>
      <td data-head={say('units.successor')}>
        {successorsOf(unit).length === 0
          ? '–'
          : successorsOf(unit).map(({ succession, to, on }) => (
              <div key={`${succession}/${to ?? ''}`}>
                {to === null ? <Say id="units.notKnown" /> : nameOf(to)}{' '}
                <span className="day">{on === null ? <Say id="units.noDay" /> : written(language, on)}</span>
              </div>
            ))}
      </td>
    </tr>
  );
};

/** With what it is called besides, and which units it may be. */
const Names = ({ unit }: Readonly<{ unit: Unit }>): JSX.Element => {
  const nameOf = useUnitNames();
  return (
    <>
      <UnitLink id={unit.unitId} className="plain-link" />
      {unit.aliases.length === 0 ? null : <span className="dim small"> {unit.aliases.join(', ')}</span>}
      {unit.oneOf.length === 0 ? null : <span className="dim small"> {unit.oneOf.map(nameOf).join(' / ')}</span>}
    </>
  );
};
