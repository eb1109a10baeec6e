import { describe, expect, it } from '@jest/globals';

import { history } from '../testing/history.ts';
import { lastOf, madeBy } from './made-by.ts';

const ASSIGNED = ['TaskAssigned', { assignment: 1 }] as const;

describe('What made a task what it is', () => {
  it('is the event that brought it there, whatever came after it', () =>
    expect(madeBy(history(ASSIGNED, 'TaskAcknowledged', 'DeadlineNeared'), 'acknowledged')?.revision).toBe(1));

  it('is the first report, and not the one after it', () =>
    expect(madeBy(history(ASSIGNED, 'ProgressReported', 'ProgressReported'), 'inProgress')?.revision).toBe(1));

  it('is the last assignment, where it was reassigned', () =>
    expect(madeBy(history(ASSIGNED, ['TaskReassigned', { assignment: 2 }]), 'assigned')?.revision).toBe(1));

  it('is its resumption, where it is again what it was before it was suspended', () =>
    expect(
      madeBy(history(ASSIGNED, 'TaskAcknowledged', 'TaskSuspended', 'TaskResumed'), 'acknowledged')?.revision,
    ).toBe(3));

  it('is a finding that was decided only where somebody got it by that', () => {
    expect(madeBy(history('TaskLeftUnassigned', ['FindingDecided', { assignment: 1 }]), 'assigned')?.revision).toBe(1);
    expect(madeBy(history(ASSIGNED, ['FindingDecided', { assignment: 1 }]), 'assigned')?.revision).toBe(0);
  });

  it('is a further document only where that cancels it', () => {
    const changed = (effect: string) => history(ASSIGNED, ['DirectiveChangeApplied', { effect }]);
    expect(madeBy(changed('cancelled'), 'cancelled')?.revision).toBe(1);
    expect(madeBy(changed('changed'), 'assigned')?.revision).toBe(0);
  });

  it('is not known where the events tell of another state', () => {
    expect(madeBy(history(ASSIGNED), 'accepted')).toBeUndefined();
    expect(madeBy([], 'assigned')).toBeUndefined();
  });

  it('is the last of several kinds', () => expect(lastOf(history('A', 'B', 'A', 'C'), ['A', 'B'])?.revision).toBe(2));
});
