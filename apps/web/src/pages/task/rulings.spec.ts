import { describe, expect, it } from '@jest/globals';

import type { Task } from '../../api/tasks.ts';
import { saidIn } from '../../parts/asked-fields.tsx';
import { nested } from './nested.ts';
import { fieldsOn, mayBeDecided, rulingWords, saidOn } from './rulings.ts';

const nameOf = (unit: string): string => unit.toUpperCase();
const task = { lead: ['a', 'b'], state: 'assigned', member: 'whole' } as unknown as Task;

describe('A decision on what a text leaves open', () => {
  it('is asked for where a task is what it is about, and nowhere else', () => {
    expect(mayBeDecided(task, 'several-leads')).toBe(true);
    expect(mayBeDecided(task, 'date-vague')).toBe(false);
    expect(mayBeDecided({ ...task, state: 'accepted' }, 'several-leads')).toBe(false);
    expect(mayBeDecided({ ...task, state: 'unassigned' }, 'no-lead')).toBe(true);
    expect(mayBeDecided({ ...task, state: 'unassigned' }, 'several-leads')).toBe(false);
    expect(mayBeDecided(task, 'common-or-each')).toBe(true);
    expect(mayBeDecided({ ...task, member: 'ppc-ha-noi' }, 'common-or-each')).toBe(false);
  });

  it('is between those that are named, where several lead', () => {
    const [lead] = fieldsOn('several-leads', task, nameOf);
    expect(lead).toMatchObject({
      kind: 'pick',
      choices: [
        { value: 'a', text: 'A' },
        { value: 'b', text: 'B' },
      ],
    });
  });

  it('is sent as a ruling with its reason', () => {
    const fields = fieldsOn('no-lead', task, nameOf);
    const filled = { 'ruling.lead': 'a', 'ruling.coordinating': ' b, c  d ', reason: 'So it is.' };
    expect(nested(saidOn('no-lead', saidIn(fields, filled)))).toStrictEqual({
      finding: 'no-lead',
      ruling: { lead: 'a', coordinating: ['b', 'c', 'd'] },
      reason: 'So it is.',
    });
  });

  it('says which of two it is', () => {
    const fields = fieldsOn('common-or-each', task, nameOf);
    const said = saidIn(fields, { together: 'each', reason: 'R' });
    expect(nested(saidOn('common-or-each', said))).toStrictEqual({
      finding: 'common-or-each',
      ruling: { each: true },
      reason: 'R',
    });
  });

  it('is read part by part', () => {
    expect(rulingWords({ lead: 'a', reportsTo: ['b'], every: 'month' })).toStrictEqual([
      { label: 'role.lead', units: ['a'] },
      { label: 'role.reportsTo', units: ['b'] },
      { label: 'ruling.every', word: 'every.month' },
    ]);
    expect(rulingWords({ common: true })).toStrictEqual([{ label: 'ruling.together', word: 'ruling.common' }]);
  });
});
