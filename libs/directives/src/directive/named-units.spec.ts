import { describe, expect, it } from '@jest/globals';

import { registered } from '../testing/task-examples.ts';
import { entriesOf } from './named-units.ts';

describe('What the registry knew of a unit that a text names', () => {
  const units = { north: registered('north', null), provinces: registered('provinces', null) };
  const group = {
    ...units.provinces,
    value: { ...units.provinces.value, entry: { ...units.provinces.value.entry, kind: 'group' as const } },
  };
  const named = (members: readonly string[]) => ({ kind: 'group' as const, members, complete: true, source: 's' });

  it('says of a group who its members were, also that none was known, and of any other only whom it has', () => {
    const [north, provinces] = entriesOf({ ...units, provinces: group }, { north: named([]), provinces: named([]) });
    expect([north?.members, provinces?.members]).toStrictEqual([undefined, []]);
    const [oneOf] = entriesOf({ north: units.north }, { north: named(['south']) });
    expect(oneOf?.members).toStrictEqual(['south']);
  });
});
