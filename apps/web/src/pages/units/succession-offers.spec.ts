import { describe, expect, it } from '@jest/globals';

import type { Succession } from '../../api/successions.ts';
import { offersOn, outlookOf, partsOf, withSaid } from './succession-offers.ts';
import type { Planned } from './tree.ts';

const TODAY = '2025-07-01';
const planned = (said: Partial<Succession> = {}): Planned => {
  const plan = {
    ...{ id: 'm', from: ['a'], to: 'b', effectiveOn: TODAY, kind: 'merge', successor: null, status: null },
    withdrawn: false,
    listed: false,
    ...said,
  };
  return { id: plan.id, on: plan.effectiveOn, to: plan.to, from: plan.from, plan };
};
const offers = (said: Partial<Succession>) => offersOn(planned(said), TODAY).join(' ');

describe('What can be done about a succession', () => {
  it('is to enter it, where only a units file names it', () =>
    expect(offersOn({ ...planned(), plan: undefined }, TODAY)).toStrictEqual(['plan']));
  it('is to fix its day or to call it off, up to its day', () => {
    expect(offers({ effectiveOn: '2025-07-02' })).toBe('effectiveDay withdraw');
    expect(offers({ effectiveOn: null })).toBe('effectiveDay withdraw');
    expect(offers({})).toBe('');
  });
  it('is to name the successor while somebody is to follow and nobody is named, whatever the day', () => {
    expect(offers({ to: null, successor: 'unknown' })).toBe('successor effectiveDay withdraw');
    expect(offers({ to: null, successor: 'nobody', effectiveOn: null })).toBe('effectiveDay withdraw');
    expect(offers({ to: null, kind: 'dissolve', effectiveOn: '2025-07-02' })).toBe('effectiveDay withdraw');
  });
  it('is to decide what a split or a dissolved unit leaves open, as long as it does or nobody says', () => {
    expect(offers({ kind: 'split' })).toBe('decide');
    expect(offers({ kind: 'split', open: 3 })).toBe('decide');
    expect(offers({ kind: 'split', open: 0 })).toBe('');
    expect(offers({ to: null, kind: 'dissolve', open: 3 })).toBe('decide');
  });
});

describe('What comes of all that is held', () => {
  it.each<[string, Partial<Succession>]>([
    ['atOnce', {}],
    ['onDay', { effectiveOn: '2025-07-02' }],
    ['noDay', { effectiveOn: null }],
    ['noSuccessor', { to: null }],
    ['perItem', { kind: 'split' }],
    ['perItem', { to: null, kind: 'dissolve' }],
  ])('is known before it is confirmed: %s, of %j', (outlook, said) =>
    expect(outlookOf(planned(said), TODAY)).toBe(outlook),
  );
  it('is what is being written', () =>
    expect(outlookOf(withSaid(planned({ to: null }), { to: 'c' }), TODAY)).toBe('atOnce'));
});

describe('What a split leaves open', () => {
  it('goes to one of its parts that are in effect', () => {
    const [one, other, later, merger] = [
      planned({ id: 'one', kind: 'split', to: 'b' }),
      planned({ id: 'other', kind: 'split', to: 'c' }),
      planned({ id: 'later', kind: 'split', to: 'd', effectiveOn: '2025-07-02' }),
      planned({ id: 'merger' }),
    ];
    const all = [one, other, later, merger, planned({ id: 'elsewhere', kind: 'split', from: ['z'] })];
    expect(partsOf(one, all, TODAY)).toStrictEqual([one, other]);
    expect(partsOf(merger, all, TODAY)).toStrictEqual([merger]);
  });
});
