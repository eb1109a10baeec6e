import { describe, expect, it } from '@jest/globals';
import { idFrom } from '@edict/kernel';
import { specifySaga } from '@edict/kernel/testing';

import {
  acknowledged,
  assigned,
  escalated,
  issuer,
  neared,
  LAST_REMINDER,
  overdue,
  own,
  submitted,
} from '../testing/task-examples.ts';
import { escalatedMatterId, escalation } from './escalation.saga.ts';
import { task } from './task.decider.ts';
import type { TaskEvent } from './task.events.ts';

const given = specifySaga(escalation, task, 'task-t1');
const at = (level: number, changes: object = {}): TaskEvent => ({
  type: 'TaskEscalated',
  data: { level, office: own, refused: null, opens: 'matter', ...changes },
});
const opening = (level: number, office: typeof own | typeof issuer) =>
  ({
    key: `open-${level}`,
    send: {
      stream: `matter-${idFrom('t1', String(level))}`,
      type: 'ReceiveMatter',
      data: {
        directiveId: 'd1',
        kind: 'escalation',
        concerning: 't1',
        from: null,
        subject: 'Task 3-2 is overdue and no report is known.',
        office,
      },
    },
    ifRefused: { stream: 'task-t1', type: 'TakeToNextLevel', data: { level } },
  }) as const;

describe('Escalation', () => {
  it('opens a matter at the office that the event names, or takes the task further', () => {
    given(assigned(), overdue).when(escalated).then(opening(1, own));
    given(assigned(), overdue, escalated)
      .when(at(2, { office: issuer, refused: own }))
      .then(opening(2, issuer));
  });

  it('only notifies where the policy says so', () =>
    given(assigned(), overdue)
      .when(at(1, { opens: 'notice' }))
      .then());

  it('rests at everything else that happens to a task', () => {
    for (const event of [
      acknowledged,
      neared(LAST_REMINDER),
      overdue,
      submitted(),
      { type: 'EscalationFoundNobody', data: { level: 1, refused: null } } as const,
    ])
      given(assigned()).when(event).then();
  });

  it('rests where no task is known', () => given().when(escalated).then());

  it('knows one matter for each task and level, the same for ever', () => {
    expect(escalation.name).toBe('escalation');
    expect(escalatedMatterId('t1', 1)).toBe(escalatedMatterId('t1', 1));
    expect(new Set([escalatedMatterId('t1', 1), escalatedMatterId('t1', 2), escalatedMatterId('t2', 1)]).size).toBe(3);
  });
});
