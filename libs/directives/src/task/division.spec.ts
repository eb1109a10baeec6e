import { describe, expect, it } from '@jest/globals';
import { fold, instant } from '@edict/kernel';
import { at, saga, specify, specifySaga } from '@edict/kernel/testing';

import { taskIdOf } from '../directive/identity.ts';
import { allFound, cancelled, extendedTo, granted, on, rulesFact } from '../testing/life-examples.ts';
import { assigned, assignment, ofKind } from '../testing/task-examples.ts';
import { division } from './division.saga.ts';
import type { TaskCommand } from './task.commands.ts';
import type { Ruling } from './task.course.messages.ts';
import { task } from './task.decider.ts';
import type { TaskEvent } from './task.events.ts';

const given = specify(task);
const issuer = on('2025-05-21', 'politburo');
const decided = (command: TaskCommand, history: readonly TaskEvent[], context = issuer) =>
  task.decide(command, fold(task, history), context) as readonly TaskEvent[];
const decide = (
  ruling: Ruling,
  finding: 'common-or-each' | 'several-leads' = 'common-or-each',
  members: readonly string[] | null = ['north', 'south'],
): TaskCommand => ({
  type: 'DecideFinding',
  data: {
    finding,
    ruling,
    reason: 'Each has its own halls',
    units: {},
    leads: {},
    rules: rulesFact,
    found: allFound,
    members: { value: members, source: 'directive-d1@0' },
  },
});

describe('A decision that each member of a group has its own task', () => {
  const own = (member: string) => taskIdOf('d1', '3-2', member);
  const together = assigned(ofKind('once', { accountable: ['provinces'], lead: ['provinces'], unit: 'provinces' }));
  const each = decide({ each: true });
  const divided = decided(each, [together]);
  const dividing = specifySaga(division, task, 'task-t1');
  const without = decide({ each: true }, 'common-or-each', null);

  it('names the members, and ends the one that they had together', () => {
    expect(divided).toMatchObject([
      {
        type: 'FindingDecided',
        data: {
          finding: 'common-or-each',
          ruling: { each: true },
          by: 'politburo',
          assignment: 1,
          divided: { members: ['north', 'south'], at: instant('2025-05-21T02:00Z') },
        },
      },
      { type: 'TaskCancelled', data: { reason: 'Each has its own halls', order: null, because: null } },
    ]);
    given(together, ...divided)
      .when(each, issuer)
      .thenRefused('task/cancelled');
  });

  it('is that of an issuer, and of a task that a group has together', () => {
    given(together).when(each, on('2025-05-21', 'north')).thenRefused('task/not-the-issuer');
    given(together).when(without, issuer).thenRefused('task/no-members');
    given(assigned(ofKind('once', { parent: 'p' })))
      .when(each, issuer)
      .thenRefused('task/no-members');
    given(assigned(ofKind('once', { member: 'north' })))
      .when(each, issuer)
      .thenRefused('task/no-members');
    given(assigned(ofKind('once', { member: 'north' })))
      .when(decide({ common: true }), issuer)
      .thenRefused('task/no-ruling');
    for (const ruling of [{ common: true }, { lead: 'bureau' }] as const)
      given(together)
        .when(decide({ each: true, ...ruling }), issuer)
        .thenRefused('task/no-ruling');
    given(together)
      .when(decide({ each: true }, 'several-leads'), issuer)
      .thenRefused('task/no-ruling');
  });

  it('brings the directive what had become of its terms', () => {
    const before: TaskEvent = { type: 'PredecessorDone', data: { ref: '1-1', task: 'p1' } };
    const corrected: TaskEvent = {
      type: 'RegistrationCorrected',
      data: { from: { urgent: true }, to: { urgent: false }, reason: 'x', evidence: null },
    };
    const { statement, output, coordinating, reportsTo, milestones } = assignment;
    dividing(together, granted(), before, corrected)
      .when(divided[0]!)
      .then({
        key: 'divide',
        send: {
          stream: 'directive-d1',
          type: 'DivideTask',
          data: {
            ref: '3-2',
            members: ['north', 'south'],
            at: instant('2025-05-21T02:00Z'),
            terms: {
              statement,
              output,
              urgent: false,
              coordinating,
              reportsTo,
              milestones,
              deadline: extendedTo('2025-07-09'),
            },
            predecessors: [before.data],
            started: false,
          },
        },
      });
    dividing(together)
      .when(decided(decide({ common: true }), [together])[0]!)
      .then();
  });

  it('lets each hear what the one for all together is still told', () => {
    const done: TaskCommand = { type: 'NotePredecessor', data: { ref: '1-1', task: 'p1' } };
    const heard: TaskEvent = { type: 'PredecessorDone', data: { ref: '1-1', task: 'p1' } };
    given(together, ...divided)
      .when(done, at('2025-06-01T00:00:00.000Z', saga))
      .then(heard);
    given(together, cancelled).when(done, at('2025-06-01T00:00:00.000Z', saga)).then();
    const telling = (id: string) => ({ stream: `task-${id}`, type: 'NotePredecessor' as const, data: heard.data });
    dividing(together, ...divided)
      .when(heard)
      .then({ key: 'tell north', send: telling(own('north')) }, { key: 'tell south', send: telling(own('south')) });

    const waiting = assigned(ofKind('conditional', { accountable: ['provinces'] }));
    const begins: TaskCommand = { type: 'StartBecause', data: { task: 'p1', event: 'Done.', rules: null } };
    const [started] = decided(begins, [waiting, ...divided], at('2025-06-01T00:00:00.000Z', saga));
    expect(started).toMatchObject({ type: 'TaskStarted', data: { event: 'Done.' } });
    dividing(waiting, ...divided)
      .when(started!)
      .then(
        ...['north', 'south'].map((member) => ({
          key: `start ${member}`,
          send: {
            stream: `task-${own(member)}`,
            type: 'StartBecause' as const,
            data: { task: 't1', event: 'Task 3-2 began for all together.' },
          },
        })),
      );
  });
});
