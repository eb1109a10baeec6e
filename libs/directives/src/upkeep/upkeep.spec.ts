import { describe, expect, it } from '@jest/globals';
import { instant } from '@edict/kernel';

import { upkeep, upkeepStream } from './upkeep.decider.ts';

const at = instant('2025-06-10T02:00:00Z');
const actor = { id: 'op', unit: 'installation', capacity: 'administrator', origin: 'person' } as const;
const data = { stream: 'task-1', how: 'retry', reason: 'The saga was mended.' } as const;

describe('What an operator does to the work of a saga', () => {
  it('is kept, with why, each time', () => {
    const context = { now: at, occurredAt: at, actor, stream: upkeepStream('escalation') };
    const [event] = upkeep.decide({ type: 'ReleaseStream', data }, null, context) as readonly [object];
    expect(event).toStrictEqual({ type: 'StreamReleased', data });
    expect(upkeep.alarms(upkeep.evolve(null, event as never))).toStrictEqual([]);
  });
});
