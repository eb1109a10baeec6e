import { describe, expect, it } from '@jest/globals';

import type { Succession } from '../../api/successions.ts';
import type { Unit } from '../../api/units.tsx';
import { endOf, successionsOf, successionsThen, treeOf, type Planned, type Successor } from './tree.ts';

const unitOf = (unitId: string, parent: string | null, successors: readonly Successor[] = []): Unit => ({
  ...{ unitId, parent, successors: [...successors], names: {}, membership: [] },
  ...{ kind: 'unit', level: null, aliases: [], oneOf: [], size: null },
});
const into = (to: string | null, on: string | null): Successor => ({ succession: `${to}-${on}`, to, on });
const planOf = (id: string, said: Partial<Succession>): Succession => ({
  ...{
    id,
    from: [],
    to: null,
    effectiveOn: null,
    kind: 'merge',
    successor: null,
    status: null,
    withdrawn: false,
    listed: false,
  },
  ...said,
});
const itself = (id: string): string => id;

describe('The tree of units', () => {
  const shown = (...units: readonly Unit[]) =>
    treeOf(units, itself).map(({ unit, depth }) => `${' '.repeat(depth)}${unit.unitId}`);

  it('has each under the one that it is under, by name', () =>
    expect(shown(unitOf('b', null), unitOf('a2', 'a'), unitOf('a', null), unitOf('a1', 'a'))).toStrictEqual([
      'a',
      ' a1',
      ' a2',
      'b',
    ]));
  it('has at the top what stands under somebody who is not shown', () =>
    expect(shown(unitOf('a1', 'a'), unitOf('b', null))).toStrictEqual(['a1', 'b']));
});

describe('Successions', () => {
  it('name all who are taken over together, the earliest first, those without a day last', () =>
    expect(
      successionsOf(
        [
          unitOf('x', null, [into(null, null)]),
          unitOf('b', null, [into('c', '2025-07-01')]),
          unitOf('a', null, [into('c', '2025-07-01')]),
          unitOf('d', null, [into('e', '2025-06-01')]),
        ],
        [],
      ).map(({ on, to, from }) => [on, to, from.join('+')].join(' ')),
    ).toStrictEqual(['2025-06-01 e d', '2025-07-01 c b+a', '  x']));
  it('are as they were planned, whatever a units file says; and what was called off is none', () => {
    const units = [unitOf('a', null, [into('b', '2025-07-01')]), unitOf('c', null, [into('d', null)])];
    const plans = [
      planOf('b-2025-07-01', { from: ['a'], to: 'x', effectiveOn: '2025-08-01' }),
      planOf('d-null', { from: ['c'], withdrawn: true }),
      planOf('new', { from: [], to: 'n', kind: 'create' }),
    ];
    const shown = (all: readonly Planned[]) => all.map(({ id, to, on }) => [id, to, on].join(' '));
    expect(shown(successionsOf(units, plans))).toStrictEqual(['b-2025-07-01 x 2025-08-01', 'new n ']);
    expect(shown(successionsThen(units, plans))).toStrictEqual(['b-2025-07-01 b 2025-07-01', 'd-null d ']);
  });
  it('end a unit on the first day on which somebody takes over', () => {
    expect(endOf(unitOf('a', null, [into('b', '2025-07-01'), into('c', '2025-06-01')]))).toBe('2025-06-01');
    expect(endOf(unitOf('a', null, [into('b', null)]))).toBeUndefined();
  });
});
