import { describe, expect, it } from '@jest/globals';

import { agrees, balancesOf, isKept } from './balance.ts';

const ITEMS = [
  { holding: 'task-1', arrival: 'cut', outcome: 'moved' },
  { holding: 'task-2', arrival: 'late', outcome: 'closedMeanwhile' },
  { holding: 'matter-3', arrival: 'cut', outcome: 'open' },
] as const;
const TALLY = { holdings: 2, late: 1, moved: 1, closedMeanwhile: 1, open: 1 };

describe('What a succession kept', () => {
  it('is counted kind by kind, and all together', () =>
    expect(balancesOf(ITEMS)).toStrictEqual([
      { kind: 'task', holdings: 1, late: 1, moved: 1, closed: 1, open: 0 },
      { kind: 'matter', holdings: 1, late: 0, moved: 0, closed: 0, open: 1 },
      { kind: 'all', holdings: 2, late: 1, moved: 1, closed: 1, open: 1 },
    ]));

  it('is as much after as before, or something is lost', () => {
    const [tasks] = balancesOf(ITEMS);
    expect(isKept(tasks!)).toBe(true);
    expect(isKept({ ...tasks!, moved: 0 })).toBe(false);
  });

  it('agrees with the tally only where every figure does', () => {
    const items = ITEMS.map((each) => ({ ...each, held: {}, at: null }));
    expect(agrees({ items, tally: TALLY })).toBe(true);
    for (const name of Object.keys(TALLY)) expect(agrees({ items, tally: { ...TALLY, [name]: 9 } })).toBe(false);
  });
});
