import { describe, expect, it } from '@jest/globals';

import type { Task } from '../../api/tasks.ts';
import { OFFERS } from './acts.ts';
import { isFor } from './offers.ts';
import { rolesOf } from './roles.ts';

const TASK = {
  unit: 'ministry',
  accountable: ['ministry'],
  lead: [],
  coordinating: ['academy'],
  contributions: [],
} as unknown as Task;
const rolesAs = (unit: string, capacity: string) => rolesOf(TASK, { unit, capacity }, ['secretariat']);

describe('What one is to a task', () => {
  it('follows from the unit for which one acts', () => {
    expect(rolesAs('ministry', 'officer')).toMatchObject({ performer: true, issuer: false });
    expect(rolesAs('academy', 'officer')).toMatchObject({ coordinator: true, performer: false });
    expect(rolesAs('secretariat', 'officer')).toMatchObject({ issuer: true, registrar: true });
    expect(rolesAs('government', 'secretariat')).toMatchObject({ issuer: false, registrar: true });
  });

  it.each(['auditor', 'inspector', 'leader', 'standingUnit', 'administrator'])(
    'is nothing to the %s of it',
    (capacity) => {
      for (const unit of ['ministry', 'academy', 'secretariat'])
        expect(Object.values(OFFERS).filter((offer) => isFor(offer, rolesAs(unit, capacity)))).toStrictEqual([]);
    },
  );
});
