import { describe, expect, it } from '@jest/globals';

import type { EventLine } from '../api/tasks.ts';
import { classRule, comparedWith } from './class-said.ts';

const NOW = '2025-06-30T00:00:00.000Z';
const SUSPENDED: EventLine = {
  ...{ stream: 'task-1', revision: 3, type: 'TaskSuspended', data: {}, actor: { id: 'ann' } },
  ...{ at: '2025-06-20T00:00:00.000Z', occurredAt: '2025-06-19T00:00:00.000Z' },
};

describe('A deadline', () => {
  it('is compared with the moment that is shown', () =>
    expect(comparedWith({ state: 'assigned', decidedAt: null }, [SUSPENDED], NOW)).toStrictEqual({
      with: 'shown',
      at: NOW,
    }));

  it('is compared with when the result was sent, once it was', () =>
    expect(comparedWith({ state: 'accepted', decidedAt: '2025-06-01T00:00:00.000Z' }, [], NOW)).toStrictEqual({
      with: 'sent',
      at: '2025-06-01T00:00:00.000Z',
    }));

  it('is compared with when the task was suspended, while it is', () =>
    expect(comparedWith({ state: 'suspended', decidedAt: null }, [SUSPENDED], NOW)).toStrictEqual({
      with: 'suspended',
      at: '2025-06-19T00:00:00.000Z',
    }));

  it('says nothing of a suspension that it does not know of', () =>
    expect(comparedWith({ state: 'suspended', decidedAt: null }, [], NOW).with).toBe('shown'));
});

describe('The class of a deadline', () => {
  const none = { deadlineClass: 'none', dueAt: null, says: {} };
  const due = { on: '2025-06-30', bound: 'by', firmness: 'firm' } as const;
  const FAR = '2025-07-01T00:00:00.000Z';

  it('is that there is none, where the text states no date', () => {
    expect(classRule(none)).toBe('reason.class.none');
    expect(classRule({ ...none, says: { due: { bound: 'by', firmness: 'firm', vague: true } } })).toBe(
      'reason.class.none',
    );
  });

  it.each(['proposed', 'announced'] as const)('is none of what is only %s, though the text states a date', (status) => {
    expect(classRule({ ...none, says: { due, status } })).toBe('reason.class.noneSaid');
    const { on: _, ...rest } = due;
    expect(classRule({ ...none, says: { due: { ...rest, month: '2025-06' }, status } })).toBe('reason.class.noneSaid');
    expect(classRule({ ...none, says: { status } })).toBe('reason.class.none');
  });

  it('is never that the text states no date, where it states one', () => {
    expect(classRule({ ...none, says: { due } })).toBe('reason.class.noneCounted');
    expect(classRule({ ...none, says: { due }, dueAt: FAR })).toBe('reason.class.noneDated');
  });

  it.each(['overdue', 'dueSoon', 'inTime', 'doneInTime', 'doneLate'])('has a rule of its own: %s', (deadlineClass) =>
    expect(classRule({ deadlineClass, dueAt: FAR, says: { due } })).toBe(`reason.class.${deadlineClass}`),
  );
});
