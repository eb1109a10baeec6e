import { Link } from '@tanstack/react-router';
import type { JSX } from 'react';

import type { Task } from '../../api/tasks.ts';
import { useUnitNames, useUnitsThen } from '../../api/units.tsx';
import { Explained } from '../../parts/explained.tsx';
import { Say, useSay } from '../../parts/say.tsx';
import { proofOf } from '../../reasons/by-event.tsx';
import { successorsOf } from '../units/tree.ts';
import { gridOf, shortened, type Cell, type Column, type Grid } from './grid.ts';

/** Each with the word of its state. */
const LEGEND = [
  ['done', 'accepted'],
  ['underWay', 'inProgress'],
  ['acknowledged', 'acknowledged'],
  ['assigned', 'assigned'],
  ['suspended', 'suspended'],
  ['refused', 'refused'],
  ['over', 'cancelled'],
] as const satisfies readonly (readonly [Cell, string])[];

type CoverageGridProps = Readonly<{ id: string; tasks: readonly Task[]; isWhole: boolean }>;

/** How far what went to many has come with each of them, at one glance; the view of coverage has the same in words. */
export const CoverageGrid = ({ id, tasks, isWhole }: CoverageGridProps): JSX.Element | null => {
  const grid = gridOf(tasks, useFollower());
  if (grid === null) return null;
  const { refs, members, columns } = grid;
  return (
    <section className="card coverage">
      <header>
        <h2>
          <Link
            className="link"
            to="/directives/$id"
            params={{ id }}
            search={(before) => ({ ...before, show: 'coverage' })}
          >
            <Say id="directiveView.coverage" />
          </Link>
        </h2>
        <span className="dim small">
          {isWhole ? <Size id={id} rows={refs.length} columns={members} /> : null}
          {!isWhole || columns.length === members ? null : (
            <>
              , <Say id="coverage.following" units={columns.length} />
            </>
          )}
        </span>
        <span className="sp" />
        <Legend grid={grid} />
      </header>
      <Squares grid={grid} />
    </section>
  );
};

const Size = ({ id, rows, columns }: Readonly<{ id: string; rows: number; columns: number }>): JSX.Element => (
  <Explained
    why={({ Reason }) => (
      <Reason
        title={`${rows} × ${columns}`}
        rule={<Say id="reason.grid" />}
        view="task"
        show={{ to: '/directives/$id', params: { id }, search: { show: 'coverage' } }}
        prove={proofOf(`directive-${id}`)}
      />
    )}
  >
    <Say id="coverage.size" tasks={rows} units={columns} />
  </Explained>
);

/** Who follows a unit in the end, by what the registry knew then; itself, where nobody does, or several do. */
const useFollower = (): ((member: string) => string) => {
  const units = useUnitsThen().items;
  const followers = new Map(
    units.map((unit) => {
      const [to, ...others] = new Set(successorsOf(unit).flatMap((each) => each.to ?? []));
      return [unit.unitId, others.length === 0 ? to : undefined];
    }),
  );
  return (member) => {
    const seen = new Set([member]);
    let last = member;
    for (let next = followers.get(last); next !== undefined && !seen.has(next); next = followers.get(last)) {
      seen.add(next);
      last = next;
    }
    return last;
  };
};

const Legend = ({ grid }: Readonly<{ grid: Grid }>): JSX.Element => {
  const { refs, columns, cellOf } = grid;
  const members = columns.flatMap((column) => column.members);
  const found = new Set(refs.flatMap((ref) => members.map((member) => cellOf(ref, member))));
  return (
    <ul className="legend small mid">
      {LEGEND.filter(([cell]) => found.has(cell)).map(([cell, state]) => (
        <li key={cell}>
          <svg viewBox="0 0 10 10" aria-hidden="true">
            <Square cell={cell} x={0} y={0} />
          </svg>
          <Say id={`state.${state}`} />
        </li>
      ))}
    </ul>
  );
};

const [LEFT, STEP, LINE, GAP] = [64, 10, 14.5, 5];
const NAMES = 96;

const Squares = ({ grid }: Readonly<{ grid: Grid }>): JSX.Element => {
  const say = useSay();
  const { refs, columns, members } = grid;
  const names = shortened(columns.map(useNameOfColumn()));
  const width = LEFT + members * STEP + columns.length * GAP;
  const height = refs.length * LINE + NAMES;
  const name = say('directiveView.coverage');
  const size = say('coverage.size', { tasks: refs.length, units: members });
  return (
    <div className="body wide-table" tabIndex={0} role="group" aria-label={name}>
      <svg viewBox={`0 0 ${width} ${height}`} width={width} height={height} role="img" aria-label={`${name}: ${size}`}>
        {refs.map((ref, row) => (
          <text key={ref} className="ref" y={row * LINE + 9}>
            {ref}
          </text>
        ))}
        {placed(columns).map(({ column, x }, n) => (
          <ColumnOf key={column.unit} grid={grid} column={column} x={x} name={names[n]!} />
        ))}
      </svg>
    </div>
  );
};

const useNameOfColumn = (): ((column: Column) => string) => {
  const nameOf = useUnitNames();
  return ({ unit }) => nameOf(unit);
};

/** From the left to the right, each as wide as it has members. */
const placed = (columns: readonly Column[]): readonly Readonly<{ column: Column; x: number }>[] => {
  let next = LEFT;
  return columns.map((column) => {
    const x = next;
    next += column.members.length * STEP + GAP;
    return { column, x };
  });
};

type ColumnOfProps = Readonly<{ grid: Grid; column: Column; x: number; name: string }>;

const ColumnOf = ({ grid, column: { unit, members }, x, name }: ColumnOfProps): JSX.Element => {
  const nameOf = useUnitNames();
  const { refs, cellOf } = grid;
  const foot = refs.length * LINE + 1;
  const middle = x + (members.length * STEP) / 2 - 3;
  return (
    <g>
      <title>{nameOf(unit)}</title>
      {members.map((member, n) => (
        <g key={member}>
          <title>{nameOf(member)}</title>
          {refs.map((ref, row) => (
            <Square key={ref} cell={cellOf(ref, member)} x={x + n * STEP} y={row * LINE + 1} />
          ))}
        </g>
      ))}
      <path className="edge" d={`M${x} ${foot}h${members.length * STEP - 1}`} />
      <text transform={`translate(${middle} ${foot + 5}) rotate(90)`}>{name}</text>
    </g>
  );
};

type SquareProps = Readonly<{ cell: Cell | undefined; x: number; y: number }>;

/** By form as well as by colour. */
const Square = ({ cell, x, y }: SquareProps): JSX.Element | null =>
  cell === undefined ? null : <path className={`cell ${cell}`} transform={`translate(${x} ${y})`} d={FORMS[cell]} />;

const FRAME = 'M.5 .5h8v8h-8z';
const FORMS: Readonly<Record<Cell, string>> = {
  done: 'M0 0h9v9h-9z',
  underWay: `${FRAME}M.5 8.5 8.5 .5v8z`,
  acknowledged: FRAME,
  assigned: 'M2.8 4.5a1.7 1.7 0 1 0 3.4 0a1.7 1.7 0 1 0-3.4 0z',
  suspended: 'M1.6 4.5h5.8',
  refused: 'M4.5 0 9 4.5 4.5 9 0 4.5z',
  over: 'M2 2l5 5M7 2l-5 5',
};
