import { describe, expect, it } from '@jest/globals';

import { history } from '../testing/history.ts';
import { endedBy } from './unit-said.ts';

const DAY = '2025-07-01';
const NOTE = { succession: 's', from: ['ppc-a', 'ppc-b'], to: 'ppc-c', kind: 'merge', on: DAY };
const noted = (other: object = {}) => ['SuccessionNoted', { ...NOTE, ...other }] as const;
const registered = (on: string | null, to: string | null = 'ppc-c') =>
  ['UnitRegistered', { entry: {}, membership: [], successors: [{ succession: 's', to, on }] }] as const;
const RENAMED = ['UnitRenamed', { on: DAY, names: {} }] as const;
const PUT_UNDER = ['UnitPutUnder', { on: DAY, parent: 'x' }] as const;

describe('What ended a unit', () => {
  it('is the succession, and nothing else of the same day', () =>
    expect(endedBy(history(registered(null), noted(), RENAMED, PUT_UNDER), 'ppc-a', DAY)).toMatchObject({
      by: { revision: 1 },
      isFollowed: true,
    }));

  it('is not one that was called off, nor one of another day', () => {
    expect(endedBy(history(noted({ withdrawn: true })), 'ppc-a', DAY)).toBeUndefined();
    expect(endedBy(history(noted({ on: '2025-08-01' }), RENAMED), 'ppc-a', DAY)).toBeUndefined();
  });

  it('is not one in which it is the successor', () => expect(endedBy(history(noted()), 'ppc-c', DAY)).toBeUndefined());

  it('is the file of units that says so, where nobody has planned it', () => {
    expect(endedBy(history(registered(DAY), RENAMED), 'ppc-a', DAY)).toMatchObject({ by: { revision: 0 } });
    expect(endedBy(history(registered(null)), 'ppc-a', DAY)).toBeUndefined();
  });

  it('is followed by nobody, where it was dissolved', () => {
    expect(endedBy(history(noted({ to: null, kind: 'dissolve' })), 'ppc-a', DAY)?.isFollowed).toBe(false);
    expect(endedBy(history(registered(DAY, null)), 'ppc-a', DAY)?.isFollowed).toBe(false);
  });
});
