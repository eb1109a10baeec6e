import { describe, expect, it } from '@jest/globals';

import type { Unit } from '../../api/units.tsx';
import { aroundOf, offersOn, sentFor, type Membership } from './unit-offers.ts';

const TODAY = '2025-07-01';
const unitOf = (unitId: string, kind = 'unit', membership: readonly Membership[] = []): Unit => ({
  ...{ unitId, kind, membership: [...membership], successors: [], names: {}, parent: null },
  ...{ level: null, aliases: [], oneOf: [], size: null },
});
const group = (...membership: readonly Membership[]) => unitOf('g', 'group', membership);
const member = (until: string | null): Membership => ({ unit: 'a', from: '2025-01-01', until });
const offers = (unit: Unit, units: readonly Unit[]) => offersOn(unit, aroundOf(unit, units, TODAY)).join(' ');

describe('What can be entered of a unit', () => {
  it('is that it comes into a group, and leaves one in which it is that day', () => {
    expect(offers(unitOf('a'), [group()])).toBe('rename putUnder enterGroup');
    expect(offers(unitOf('a'), [group(member('2025-07-02'))])).toBe('rename putUnder enterGroup leaveGroup');
    expect(offers(unitOf('a'), [group(member(TODAY))])).toBe('rename putUnder enterGroup');
  });
  it('is of a group who comes in, and who leaves it, if somebody is in it', () => {
    expect(offers(group(), [])).toBe('rename putUnder admit');
    expect(offers(group(member(null)), [])).toBe('rename putUnder admit dismiss');
  });
  it('is sent to the group, and not to the unit that comes in or leaves', () => {
    const when = { on: TODAY, basis: 'Decision 1' };
    const said = { ...when, group: 'g' };
    expect(sentFor('enterGroup', 'a', said)).toStrictEqual({ verb: 'admit', id: 'g', body: { ...when, unit: 'a' } });
    expect(sentFor('leaveGroup', 'a', said)).toStrictEqual({ verb: 'dismiss', id: 'g', body: { ...when, unit: 'a' } });
    expect(sentFor('admit', 'g', { ...when, unit: 'a' })).toMatchObject({
      verb: 'admit',
      id: 'g',
      body: { unit: 'a' },
    });
  });
  it('is a name in the languages in which it is given, and to be under nobody where nobody is named', () => {
    const when = { on: TODAY, basis: 'Decision 1' };
    expect(sentFor('rename', 'a', { ...when, 'name.vi': 'A', 'name.en': 'B' }).body).toStrictEqual({
      ...when,
      names: { vi: 'A', en: 'B' },
    });
    expect(sentFor('putUnder', 'a', when).body).toStrictEqual(when);
    expect(sentFor('putUnder', 'a', { ...when, parent: 'b' }).body).toStrictEqual({ ...when, parent: 'b' });
  });
});
