import { describe, expect, it } from '@jest/globals';
import { fold, instant, later, type Happened } from '@edict/kernel';
import { at, saga, specify, specifySaga } from '@edict/kernel/testing';

import { directiveDocument, taskItem } from '../testing/documents.ts';
import { directiveIssued, known } from '../testing/directive-examples.ts';
import { ISSUED_AT } from '../testing/issued.ts';
import type { TaskEffect } from '../document/index.ts';
import { openTasks } from './change.ts';
import { directiveChange } from './change.saga.ts';
import { directive } from './directive.decider.ts';
import type { DirectiveEvent, DividedTask, EnteredTask } from './directive.messages.ts';
import { membersTogether } from './divide.ts';
import { fanOut, watch } from './fan-out.saga.ts';
import { taskIdOf } from './identity.ts';
import { planAll } from './plan-all.ts';
import { plan } from './plan.ts';

const together = { accountable: ['provinces'], lead: ['provinces'] };
const document = directiveDocument({
  tasks: [
    taskItem({ ref: '1-1', ...together }),
    taskItem({ ref: '1-2', ...together, each: true, after: ['1-1'] }),
    taskItem({ ref: '1-3' }),
  ],
});
const issued = directiveIssued({ document, named: { provinces: known(['north', 'south']) } });
const [whole] = plan('d1', issued.data);
const { statement, reportsTo, milestones, deadline } = whole!.task;
const AT = instant('2025-06-10T02:00Z');

/** What had become of the terms of the one for all together. */
const terms = {
  statement,
  output: 'A plan',
  urgent: true,
  coordinating: ['north', 'academy'],
  reportsTo,
  milestones,
  deadline,
};
const between: DividedTask = {
  ref: '1-1',
  members: ['north', 'south'],
  at: AT,
  terms,
  predecessors: [{ ref: '1-3', task: 'p3' }],
  started: true,
};
const divided: DirectiveEvent = { type: 'TaskDivided', data: between };
const own = (member: string, ref = '1-1') => taskIdOf('d1', ref, member);
const state = fold(directive, [issued, divided]);

describe('A task that is divided between the members of a group', () => {
  const given = specify(directive);
  const context = at('2025-06-10T02:00:01.000Z', saga, undefined, 'directive-d1');
  const divide = { type: 'DivideTask' as const, data: between };

  it('is divided once', () => {
    given(issued).when(divide, context).then(divided);
    given(issued, divided).when(divide, context).thenNothing();
    given().when(divide, context).thenRefused('directive/unknown');
    expect(directive.origins.DivideTask).toStrictEqual(['saga']);
  });

  it('is one that a group has together', () => {
    const members = (ref: string) => membersTogether(ref)(fold(directive, [issued]));
    expect(members('1-1')).toStrictEqual(['north', 'south']);
    expect([members('1-2'), members('1-3'), members('9-9')]).toStrictEqual([null, null, null]);
    expect(membersTogether('1-1')(directive.initialState)).toBeNull();
  });

  it('is given to each, with what had become of its terms, and hears what had been heard', () => {
    const planned = planAll('d1', state)
      .filter(({ task: { ref } }) => ref === '1-1')
      .slice(1);
    expect(planned.map(({ id }) => id)).toStrictEqual([own('north'), own('south')]);
    expect(planned.map(({ task }) => task)).toMatchObject([
      {
        member: 'north',
        accountable: ['north'],
        lead: ['north'],
        coordinating: ['academy'],
        output: 'A plan',
        urgent: true,
        deadline,
      },
      { member: 'south', accountable: ['south'], lead: ['south'], coordinating: ['north', 'academy'] },
    ]);
    expect(planned.map(({ task }) => task.awaitedBy)).toStrictEqual([[own('north', '1-2')], [own('south', '1-2')]]);
    const watchFrom = later(ISSUED_AT, AT);
    specifySaga(
      fanOut,
      directive,
      'directive-d1',
    )(issued)
      .when(divided)
      .then(
        ...planned.flatMap((each) => {
          const { task } = each;
          const stream = `task-${each.id}`;
          const escalation = 'escalation' in each ? each.escalation : undefined!;
          return [
            {
              key: `assign 1-1 ${task.member}`,
              send: { stream, type: 'AssignTask' as const, data: { task, escalation, watchFrom } as never },
            },
            {
              key: `tell ${task.member} of p3`,
              send: { stream, type: 'NotePredecessor' as const, data: { ref: '1-3', task: 'p3' } },
            },
            {
              key: `start ${task.member}`,
              send: {
                stream,
                type: 'StartBecause' as const,
                data: { task: each.id, event: 'Task 1-1 had begun for all together.' },
              },
            },
          ];
        }),
      );
  });

  it('is given to each also where it was entered later, and of those entered no other is', () => {
    const item = taskItem({ ref: '1-4', ...together });
    const source = { number: '386-BC', type: 'report', issuers: [], date: null, title: 'Two weeks' };
    const entry = (ref: string): EnteredTask => ({
      item: { ...item, ref, leadBasis: 'stated', byReference: source },
      ...{ source, named: { provinces: known(['north', 'south']) }, at: ISSUED_AT, findings: [] },
    });
    const both = { issued: issued.data, entered: [entry('1-5'), entry('1-4')], divided: [{ ...between, ref: '1-4' }] };
    const planned = planAll('d1', both).filter(({ task: { ref } }) => ref === '1-4' || ref === '1-5');
    expect(planned.map(({ id }) => id)).toStrictEqual([
      ...[own('whole', '1-5'), own('whole', '1-4')],
      ...[own('north', '1-4'), own('south', '1-4')],
    ]);
  });

  it('has its terms run from the decision on', () => {
    const [planned] = planAll('d1', state).filter(({ id }) => id === own('north'));
    expect(planned?.assigned && planned.task.acknowledgeBy).toMatchObject({ from: '2025-06-10' });
    expect(planned?.task.since).toBe(AT);
  });

  it('is watched, and changed by a further document, with all others', () => {
    const late = directiveIssued({ ...issued.data, watchFrom: null });
    const ids = [own('whole'), ...['north', 'south'].map((member) => own(member, '1-2')), own('whole', '1-3')];
    const all = [...ids, own('north'), own('south')];
    const effects = watch.react(
      { type: 'WatchBegan', data: { from: AT }, id: 'e', stream: 'directive-d1', recordedAt: AT, occurredAt: AT },
      fold(directive, [late, divided]),
    );
    expect(effects.map(({ send: { stream } }) => stream)).toStrictEqual(all.map((id) => `task-${id}`));
    expect(Object.keys(openTasks('d1', state)!)).toStrictEqual(all);

    const said: readonly TaskEffect[] = [{ ref: '1-1', member: 'south', effect: 'cancel' }];
    const changed: Happened<DirectiveEvent> = {
      ...{ id: 'e', stream: 'directive-d1', recordedAt: AT, occurredAt: AT },
      type: 'DirectiveChanged',
      data: { directiveId: 'd2', how: 'amends', effects: said, by: {} as never, reason: 'x', source: 's' },
    };
    const told = directiveChange.react(changed, state);
    expect(told.map(({ send: { stream } }) => stream)).toStrictEqual([`task-${own('south')}`]);
  });
});
