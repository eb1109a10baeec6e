import { describe, expect, it } from '@jest/globals';

import type { Task } from '../../api/tasks.ts';
import { actsOn, bodyOf } from './offers.ts';

const task = (more: object = {}): Task =>
  ({
    state: 'acknowledged',
    kind: 'once',
    dueAt: '2025-06-30T17:00:00.000Z',
    request: null,
    assignment: 2,
    ...more,
  }) as Task;
const verbs = (more?: object) => actsOn(task(more)).map(({ verb }) => verb);

describe('What is offered on a task', () => {
  it('is to submit what can be complete, and only that', () => {
    expect(verbs()).toContain('submit');
    expect(verbs({ kind: 'standing', dueAt: null })).not.toContain('submit');
  });

  it('is more time where there is a date, and none is asked for yet', () => {
    expect(verbs()).toContain('requestExtension');
    expect(verbs({ dueAt: null })).not.toContain('requestExtension');
    expect(verbs({ request: { request: 1 } })).not.toContain('requestExtension');
  });

  it('is to grant or refuse more time first, where it is asked for', () =>
    expect(verbs({ request: { request: 1 } }).slice(0, 2)).toStrictEqual(['grantExtension', 'refuseExtension']));

  it('names the assignment, submission or request that was seen', () => {
    const asked = task({ request: { request: 3 } });
    const [grant] = actsOn(asked);
    expect(bodyOf(grant!, asked, { toOn: '2025-07-31' })).toStrictEqual({ request: 3, toOn: '2025-07-31' });
    const submit = actsOn(task()).find(({ verb }) => verb === 'submit')!;
    expect(bodyOf(submit, task(), { report: 'Done.' })).toStrictEqual({ assignment: 2, report: 'Done.' });
  });

  it('has a key for each that no other has at the same time', () => {
    for (const state of ['assigned', 'acknowledged', 'returned', 'submitted', 'delegated']) {
      const keys = actsOn(task({ state, request: null })).map(({ key }) => key);
      expect(new Set(keys).size).toBe(keys.length);
    }
  });
});
