import { describe, expect, it } from '@jest/globals';
import { instant } from '@edict/kernel';

import { actingAs } from './acting-as.ts';
import type { Grant } from './principal.ts';

const NOW = instant('2025-06-10T02:00:00Z');
const grant = (changes: Partial<Grant> = {}): Grant => ({
  capacity: 'officer',
  unit: 'ministry',
  from: null,
  until: null,
  source: 'account-1@1',
  ...changes,
});
const operator = grant({ capacity: '*', unit: '*' });
const asked = (capacity?: 'officer' | 'auditor', unit?: string) => ({ capacity, unit });

describe('Somebody acts', () => {
  it('in the capacity and for the unit of a grant', () =>
    expect(actingAs([grant()], asked('officer', 'ministry'), NOW)).toStrictEqual({
      capacity: 'officer',
      unit: 'ministry',
    }));

  it.each([
    ['in another capacity', asked('auditor', 'ministry')],
    ['for another unit', asked('officer', 'academy')],
    ['for all units, by saying so', asked('officer', '*')],
  ])('not %s', (_, what) => expect(actingAs([grant()], what, NOW)).toBeUndefined());

  it('not in the capacity of one grant for the unit of another', () =>
    expect(
      actingAs([grant(), grant({ capacity: 'auditor', unit: 'audit-office' })], asked('auditor', 'ministry'), NOW),
    ).toBeUndefined());

  it('from the first moment of a grant and up to, not including, its end', () => {
    const acts = (changes: Partial<Grant>) => actingAs([grant(changes)], asked(), NOW) !== undefined;
    expect(acts({ from: NOW })).toBe(true);
    expect(acts({ from: instant('2025-06-10T02:00:00.001Z') })).toBe(false);
    expect(acts({ until: NOW })).toBe(false);
    expect(acts({ until: instant('2025-06-10T02:00:00.001Z') })).toBe(true);
  });

  it('as the only thing that they may act as, where they say nothing', () => {
    expect(actingAs([grant({ capacity: 'auditor' })], asked(), NOW)).toStrictEqual({
      capacity: 'auditor',
      unit: 'ministry',
    });
    expect(
      actingAs([grant({ capacity: 'auditor' }), grant({ capacity: 'auditor', until: NOW })], asked(), NOW),
    ).toStrictEqual({ capacity: 'auditor', unit: 'ministry' });
  });

  it('as an officer, where there is a choice and they may; for no unit, where there is a choice', () => {
    const both = [grant(), grant({ unit: 'academy' }), grant({ capacity: 'leader' })];
    expect(actingAs(both, asked(), NOW)).toStrictEqual({ capacity: 'officer', unit: null });
    expect(actingAs([grant({ capacity: 'leader' }), grant({ capacity: 'auditor' })], asked(), NOW)).toBeUndefined();
    expect(actingAs([operator], asked(), NOW)).toStrictEqual({ capacity: 'officer', unit: null });
  });

  it('not at all without a grant', () => expect(actingAs([], asked(), NOW)).toBeUndefined());
});
