import { describe, expect, it } from '@jest/globals';

import type { EventLine } from '../api/tasks.ts';
import { comparedWith } from './class-said.ts';

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
