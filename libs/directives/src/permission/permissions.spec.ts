import { describe, expect, it } from '@jest/globals';

import { CAPACITIES } from './capacities.ts';
import { ACTS, isFor, permits, relationsFor, type Act } from './permissions.ts';

const writing = ACTS.filter((act) => !/^(Read|Check)/.test(act));
/** They show nothing of what is held here, and write nothing of it. */
const OF_THE_MACHINE = ['ReadRegistry', 'ReadMetrics', 'ReleaseStream', 'RebuildView'];
const content: readonly Act[] = ACTS.filter(
  (act) => !OF_THE_MACHINE.includes(act) && !isFor(act, 'everyone') && !isFor(act, 'nobody'),
);
/** What becomes of accounts, and of nothing else. */
const ofAccounts = (act: string) =>
  /Account|Office|Appoint|Grant|Clearance|Token|Session|Sign|Subject|Authority/.test(act);

describe('The permission matrix', () => {
  it.each(['inspector', 'auditor', 'leader'])('lets a %s write nothing of the work of others', (capacity) =>
    expect(writing.filter((act) => permits(act, capacity) && !ofAccounts(act) && !/Finding/.test(act))).toStrictEqual(
      [],
    ),
  );

  it('shows an administrator no content, and lets one touch none', () =>
    expect(content.filter((act) => permits(act, 'administrator') && !ofAccounts(act))).toStrictEqual([]));

  it('lets nobody accept as a performer', () => {
    for (const capacity of CAPACITIES) expect(relationsFor('AcceptTask', capacity)).not.toContain('performer');
  });

  it('says of everybody whom it permits an act how they stand to what they act on', () => {
    for (const act of ACTS)
      for (const capacity of CAPACITIES.filter((each) => permits(act, each)))
        expect([act, capacity, relationsFor(act, capacity)]).not.toStrictEqual([act, capacity, []]);
  });

  it('permits nothing that is not in it, and nothing to whom it does not name', () => {
    for (const act of ['', 'toString', 'constructor', 'RingAlarm']) expect(permits(act, 'officer')).toBe(false);
    for (const capacity of ['', 'toString', '__proto__', 'king']) expect(permits('AcceptTask', capacity)).toBe(false);
  });

  it('has no act that nobody at all may do', () =>
    expect(ACTS.filter((act) => !CAPACITIES.some((capacity) => permits(act, capacity)))).toStrictEqual([]));
});
