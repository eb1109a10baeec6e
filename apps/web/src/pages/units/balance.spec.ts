import { describe, expect, it } from '@jest/globals';

import type { Conservation } from '../../api/successions.ts';
import { history } from '../../testing/history.ts';
import { afterOf, agrees, balancesOf, beforeOf, listedIn, verdictOf } from './balance.ts';

const item = (holding: string, arrival: 'cut' | 'late', outcome: 'moved' | 'closedMeanwhile' | 'open') => ({
  ...{ holding, arrival, outcome, held: {} },
  at: null,
});
const ITEMS = [
  item('task-1', 'cut', 'moved'),
  item('task-2', 'late', 'closedMeanwhile'),
  item('matter-3', 'cut', 'open'),
];
const TALLY = { holdings: 2, late: 1, moved: 1, closedMeanwhile: 1, open: 1 };
const LISTED = { count: 2, byCategory: { task: 1, matter: 1 } };
const PROOF: Conservation = {
  ...{ succession: 's', from: ['a'], to: 'b', effectiveOn: '2025-07-01', cut: 'succession-s@1' },
  ...{ manifestHash: 'h', manifestAgrees: true, items: ITEMS, tally: TALLY, balanced: false },
};
const DONE = ITEMS.map((each) => ({ ...each, outcome: each.outcome === 'open' ? ('moved' as const) : each.outcome }));
const KEPT = { ...PROOF, items: DONE, tally: { ...TALLY, moved: 2, open: 0 }, balanced: true };

describe('What a succession kept', () => {
  it('is counted kind by kind, and all together', () =>
    expect(balancesOf(ITEMS, LISTED)).toStrictEqual([
      { kind: 'task', holdings: 1, late: 1, moved: 1, closed: 1, open: 0, listed: 1 },
      { kind: 'matter', holdings: 1, late: 0, moved: 0, closed: 0, open: 1, listed: 1 },
      { kind: 'all', holdings: 2, late: 1, moved: 1, closed: 1, open: 1, listed: 2 },
    ]));

  it('was before as much as was listed then, and not as much as is found now', () => {
    const [tasks, , all] = balancesOf(ITEMS, { count: 3, byCategory: { task: 2, matter: 1 } });
    expect([beforeOf(tasks!), afterOf(tasks!)]).toStrictEqual([3, 2]);
    expect([beforeOf(all!), afterOf(all!)]).toStrictEqual([4, 3]);
  });

  it('misses a kind of which nothing is found any more', () =>
    expect(balancesOf([], { count: 1, byCategory: { matter: 1 } }).map(beforeOf)).toStrictEqual([1, 1]));

  it('knows the list as it was recorded', () => {
    expect(listedIn(history('SuccessionTookEffect', ['HoldingsListed', LISTED]))).toStrictEqual(LISTED);
    expect(listedIn(history('SuccessionTookEffect'))).toBeUndefined();
  });

  it('agrees with the tally only where every figure does', () => {
    expect(agrees(PROOF)).toBe(true);
    for (const name of Object.keys(TALLY)) expect(agrees({ items: ITEMS, tally: { ...TALLY, [name]: 9 } })).toBe(false);
  });
});

describe('What the proof of a succession comes to', () => {
  it('is that all is kept, where nothing is open', () => expect(verdictOf(KEPT, LISTED)).toBe('kept'));

  it('is not yet that, while something is where it was, or the list of then is not recorded', () => {
    expect(verdictOf(PROOF, LISTED)).toBe('open');
    expect(verdictOf({ ...KEPT, manifestAgrees: null }, undefined)).toBe('open');
  });

  it.each([
    ['the list of then is another', { ...KEPT, manifestAgrees: false }, LISTED],
    ['more was listed than is found', KEPT, { count: 3, byCategory: { task: 2, matter: 1 } }],
    ['of one kind too many are found and of another too few', KEPT, { count: 2, byCategory: { task: 0, matter: 2 } }],
    ['something that was counted is not listed', { ...KEPT, items: DONE.slice(1) }, undefined],
    ['the server says that it does not add up', { ...KEPT, balanced: false }, LISTED],
  ] as const)('is that it differs, where %s', (_, proof, listed) => expect(verdictOf(proof, listed)).toBe('differs'));

  it('is nothing for whoever sees only a part', () => {
    const part = { ...KEPT, manifestHash: null, manifestAgrees: null };
    expect(verdictOf(part, { count: 9, byCategory: { task: 9 } })).toBe('partly');
    expect(verdictOf({ ...part, items: DONE.slice(1) }, undefined)).toBe('differs');
  });
});
