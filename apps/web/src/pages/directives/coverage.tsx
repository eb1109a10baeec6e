import { useMemo, useState, type JSX } from 'react';

import { useCoverage, type Covered } from '../../api/directives.ts';
import { useUnitNames } from '../../api/units.tsx';
import { Icon } from '../../icons.tsx';
import { Nothing } from '../../parts/nothing.tsx';
import { Say, useSay } from '../../parts/say.tsx';

/** From what has not come down at all to what is done. */
const STATES = ['notYetIssued', 'issued', 'tasked', 'acknowledged', 'done', 'cancelled'] as const;

/** How far each clause has come down, unit by unit; who has nothing of it yet stands there by name. */
export const Coverage = ({ id }: Readonly<{ id: string }>): JSX.Element => {
  const { items, isPending, error } = useCoverage(id);
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
              <Clause key={clause} clause={clause} rows={rows} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
};

type ClauseProps = Readonly<{ clause: string; rows: readonly Covered[] }>;

const Clause = ({ clause, rows }: ClauseProps): JSX.Element => {
  const say = useSay();
  const [isOpen, setOpen] = useState(false);
  const byState = Map.groupBy(rows, ({ state }) => state);
  return (
    <>
      <tr className="tk">
        <td>
          <button className="choice" type="button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            <span>
              <Icon name={isOpen ? 'down' : 'right'} /> <span className="mono">{clause}</span>
            </span>
          </button>
        </td>
        {STATES.map((state) => (
          <td key={state} className="num" data-head={say(`coverage.${state}`)}>
            {byState.get(state)?.length ?? ''}
          </td>
        ))}
      </tr>
      {isOpen ? (
        <tr>
          <td colSpan={STATES.length + 1} className="prose-cell">
            {STATES.filter((state) => byState.has(state)).map((state) => (
              <p key={state}>
                <b>
                  <Say id={`coverage.${state}`} />
                </b>{' '}
                <Units rows={byState.get(state)!} />
              </p>
            ))}
          </td>
        </tr>
      ) : null}
    </>
  );
};

/** With the documents through which it came down, where it came through others. */
const Units = ({ rows }: Pick<ClauseProps, 'rows'>): JSX.Element => {
  const nameOf = useUnitNames();
  const named = rows.map(({ unit, name, documents }) => {
    const who = unit === null ? (name ?? '–') : nameOf(unit);
    return documents.length === 0 ? who : `${who} (${documents.join(', ')})`;
  });
  return <>{named.join('; ')}</>;
};
