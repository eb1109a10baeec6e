import './units.css';
import { Link, useParams } from '@tanstack/react-router';
import type { JSX } from 'react';

import { useUnitNames, useUnitsThen, WithNamesOf, type Unit } from '../../api/units.tsx';
import { useConsole } from '../../console.tsx';
import { useCrumb } from '../../frame/crumb.ts';
import { beginOf, dayOf } from '../../i18n/days.ts';
import { longDay } from '../../i18n/times.ts';
import { Icon } from '../../icons.tsx';
import { Explained } from '../../parts/explained.tsx';
import { useNow } from '../../parts/now.ts';
import { Say } from '../../parts/say.tsx';
import { Waiting } from '../../parts/waiting.tsx';
import { UnitKindReason, UnitOverReason } from '../../reasons/unit-reason.tsx';
import { Subscriptions } from './subscriptions.tsx';
import { endOf } from './tree.ts';
import { UnitActions } from './unit-actions.tsx';
import { Memberships, UnitFacts } from './unit-facts.tsx';
import { UnitLife } from './unit-life.tsx';

/** One unit or group: what has become of it, where it stands, and what can be entered of it. */
export const UnitPage = (): JSX.Element => {
  const { id } = useParams({ from: '/units/$id' });
  const { items, isPending, isWhole, error } = useUnitsThen();
  const unit = items.find(({ unitId }) => unitId === id);
  if (!unit && (isPending || !isWhole || error)) return <Waiting error={error} />;
  return (
    <WithNamesOf units={items}>
      {unit ? (
        <Shown unit={unit} units={items} />
      ) : (
        <div className="pad">
          <h1 className="mono">{id}</h1>
          <p className="empty">
            <Say id="units.unknown" />
          </p>
        </div>
      )}
    </WithNamesOf>
  );
};

const Shown = ({ unit, units }: Readonly<{ unit: Unit; units: readonly Unit[] }>): JSX.Element => {
  const nameOf = useUnitNames();
  useCrumb(nameOf(unit.unitId));
  return (
    <article className="detail" aria-label={nameOf(unit.unitId)}>
      <div className="in">
        <Head unit={unit} />
        <div className="cols">
          <div className="stack">
            <UnitLife id={unit.unitId} />
            {unit.kind === 'unit' || unit.kind === 'office' ? <Subscriptions unit={unit.unitId} /> : null}
          </div>
          <div className="stack">
            <UnitFacts unit={unit} />
            <Memberships unit={unit} units={units} />
          </div>
        </div>
      </div>
      <UnitActions unit={unit} units={units} />
    </article>
  );
};

const Head = ({ unit }: Readonly<{ unit: Unit }>): JSX.Element => {
  const nameOf = useUnitNames();
  const { language } = useConsole().preferences;
  const end = endOf(unit);
  const isOver = end !== undefined && end <= dayOf(useNow());
  return (
    <div className="head">
      <Link className="back" to="/units">
        <Icon name="left" />
        <Say id="frame.units" />
      </Link>
      <h1>{nameOf(unit.unitId)}</h1>
      <div className="line">
        <Explained className="tag state" why={() => <UnitKindReason unit={unit} />}>
          <Say id={`unitKind.${unit.kind}`} />
        </Explained>
        {isOver ? (
          <Explained className="tag none" why={() => <UnitOverReason unit={unit} day={end} />}>
            <Say id="units.over" day={longDay(language, new Date(beginOf(end)))} />
          </Explained>
        ) : null}
      </div>
    </div>
  );
};
