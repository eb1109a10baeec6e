import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo, useState, type JSX } from 'react';

import { useCoverage, type Covered } from '../../api/directives.ts';
import { useUnitNames } from '../../api/units.tsx';
import { Icon } from '../../icons.tsx';
import { Explained } from '../../parts/explained.tsx';
import { Nothing } from '../../parts/nothing.tsx';
import { Say, useSay } from '../../parts/say.tsx';
import { proofOf } from '../../reasons/by-event.tsx';
import { Parts } from '../../reasons/figure-reason.tsx';
import { Reason } from '../../reasons/reason.tsx';
import { sumOf } from '../../reasons/sums.ts';
import { cameDown } from './came-down.ts';

/** From what has not come down at all to what is done. */
const STATES = ['notYetIssued', 'issued', 'tasked', 'acknowledged', 'done', 'cancelled'] as const;

/** How far each clause has come down, unit by unit; who has nothing of it yet stands there by name. */
export const Coverage = ({ id }: Readonly<{ id: string }>): JSX.Element => {
  const { items, isPending, error } = useCoverage(id);
  const asked = useAsked();
  const byClause = useMemo(() => [...Map.groupBy(items, ({ clause }) => clause)], [items]);
  if (items.length === 0) return <Nothing isPending={isPending} error={error} empty="coverage.empty" />;
  return (
    <section className="card">
      <header>
        <h2>
          <Say id="directiveView.coverage" />
        </h2>
      </header>
      <div className="wide-table" tabIndex={0}>
        <table className="tree lines">
          <thead>
            <tr>
              <th className="wide">
                <Say id="coverage.clause" />
              </th>
              {STATES.map((state) => (
                <th key={state} className="num">
                  <Say id={`coverage.${state}`} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {byClause.map(([clause, rows]) => (
              <Clause key={clause} id={id} clause={clause} rows={rows} asked={asked} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
};

type State = (typeof STATES)[number];
type Asked = Readonly<{ clause: string; stood: string }> | null;

/** Of which clause the units in one state are meant. */
const useAsked = (): Asked => {
  const { clause, stood } = useSearch({ from: '/directives/$id' });
  return clause === undefined || stood === undefined ? null : { clause, stood };
};

type ClauseProps = Readonly<{ id: string; clause: string; rows: readonly Covered[]; asked: Asked }>;

/** Open where just units of it are meant, and then with these alone. */
const Clause = ({ id, clause, rows, asked }: ClauseProps): JSX.Element => {
  const say = useSay();
  const navigate = useNavigate();
  const meant = asked?.clause === clause ? asked.stood : undefined;
  const [isOpened, setOpened] = useState(false);
  const isOpen = isOpened || meant !== undefined;
  const toggle = () => {
    setOpened(!isOpen);
    if (meant !== undefined) void navigate({ to: '/directives/$id', params: { id }, search: { show: 'coverage' } });
  };
  const byState = Map.groupBy(rows, ({ state }) => state);
  return (
    <>
      <tr className="tk">
        <td>
          <button className="choice" type="button" aria-expanded={isOpen} onClick={toggle}>
            <span>
              <Icon name={isOpen ? 'down' : 'right'} /> <span className="mono">{clause}</span>
            </span>
          </button>
        </td>
        {STATES.map((state) => (
          <td key={state} className="num" data-head={say(`coverage.${state}`)}>
            {byState.has(state) ? <Count id={id} clause={clause} state={state} rows={rows} /> : null}
          </td>
        ))}
      </tr>
      {isOpen ? (
        <tr>
          <td colSpan={STATES.length + 1} className="prose-cell">
            {STATES.filter((state) => byState.has(state) && (meant ?? state) === state).map((state) => (
              <Units key={state} state={state} rows={byState.get(state)!} />
            ))}
          </td>
        </tr>
      ) : null}
    </>
  );
};

type CountProps = Omit<ClauseProps, 'asked'> & Readonly<{ state: State }>;

/** At how many places a clause has come so far, of all where it is or is to be. */
const Count = ({ id, clause, state, rows }: CountProps): JSX.Element => {
  const say = useSay();
  const { parts, count, all, units, brought } = cameDown(rows, state);
  return (
    <Explained
      label={`${clause}, ${say(`coverage.${state}`)}: ${count}`}
      why={() => (
        <Reason
          title={`${count} ${say(`coverage.${state}`)}`}
          parts={
            <>
              {sumOf(parts.map((part) => part.count))}: <Parts of={parts} words="coverage" />
              <div className="small mid">
                <Say id="reason.coverage.units" all={all} units={units} />
              </div>
            </>
          }
          rule={
            <>
              <Say id={`reason.coverage.${state}`} />{' '}
              {brought === 0 ? null : <Say id="reason.coverage.brought" places={brought} />}
            </>
          }
          view="task"
          show={{ to: '/directives/$id', params: { id }, search: { show: 'coverage', clause, stood: state } }}
          prove={proofOf(`directive-${id}`)}
        />
      )}
    >
      {count}
    </Explained>
  );
};

type UnitsProps = Pick<ClauseProps, 'rows'> & Readonly<{ state: State }>;

/** With the documents through which it came down, where it came through others. */
const Units = ({ state, rows }: UnitsProps): JSX.Element => {
  const nameOf = useUnitNames();
  return (
    <div className="stood">
      <b>
        <Say id={`coverage.${state}`} />
      </b>
      <ul>
        {rows.map(({ unit, name, documents }, n) => (
          <li key={n}>
            {unit === null ? (name ?? '–') : nameOf(unit)}
            {documents.length === 0 ? '' : ` (${documents.join(', ')})`}
          </li>
        ))}
      </ul>
    </div>
  );
};
