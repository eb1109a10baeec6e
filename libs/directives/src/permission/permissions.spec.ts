import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from '@jest/globals';

import { CAPACITIES } from './capacities.ts';
import { ACTS, isFor, PERMISSIONS, permits, relationsFor, type Act } from './permissions.ts';
import type { Permission } from './relations.ts';

const DOCUMENT = join(import.meta.dirname, '../../../../docs/permissions.md');

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

  it('is the one that the documents show', () => {
    const cells = (line: string) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim());
    const shown = readFileSync(DOCUMENT, 'utf8')
      .split('\n')
      .filter((line) => /^\| `[A-Z]/.test(line))
      .map(cells);
    expect(shown).toStrictEqual(
      ACTS.map((act) => {
        const { does, may, confirm }: Permission = PERMISSIONS[act];
        const whom = [...CAPACITIES, 'everyone', 'nobody'] as const;
        return [`\`${act}\`${confirm ? ' ¹' : ''}`, does, ...whom.map((each) => (may[each] ?? []).join(', '))];
      }),
    );
  });

  it('permits nothing that is not in it, and nothing to whom it does not name', () => {
    for (const act of ['', 'toString', 'constructor', 'RingAlarm']) expect(permits(act, 'officer')).toBe(false);
    for (const capacity of ['', 'toString', '__proto__', 'king']) expect(permits('AcceptTask', capacity)).toBe(false);
  });

  it('has no act that nobody at all may do', () =>
    expect(ACTS.filter((act) => !CAPACITIES.some((capacity) => permits(act, capacity)))).toStrictEqual([]));
});
