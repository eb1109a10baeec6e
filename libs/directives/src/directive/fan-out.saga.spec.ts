import { describe, expect, it } from '@jest/globals';
import { instant } from '@edict/kernel';
import { specifySaga } from '@edict/kernel/testing';

import { directiveDocument, taskItem } from '../testing/documents.ts';
import { directiveIssued, known } from '../testing/directive-examples.ts';
import { ISSUED_AT } from '../testing/issued.ts';
import { directive } from './directive.decider.ts';
import type { DirectiveEvent } from './directive.messages.ts';
import { fanOut, watch } from './fan-out.saga.ts';
import { taskIdOf } from './identity.ts';
import { plan, type Planned } from './plan.ts';

const document = directiveDocument({
  tasks: [
    taskItem({ ref: '1-1' }),
    taskItem({ ref: '1-2', each: true, accountable: ['provinces'] }),
    taskItem({ ref: '1-3', accountable: [], lead: [] }),
  ],
});
const issued = directiveIssued({ document, named: { provinces: known(['north', 'south']) } });
const late = directiveIssued({ ...issued.data, watchFrom: null });
const watchBegan: DirectiveEvent = { type: 'WatchBegan', data: { from: instant('2025-06-01T00:00Z') } };

const tasks = [
  ['1-1', 'whole'],
  ['1-2', 'north'],
  ['1-2', 'south'],
  ['1-3', 'whole'],
] as const;
const streamOf = (ref: string, member: string) => `task-${taskIdOf('d1', ref, member)}`;

describe('A directive that is issued', () => {
  const given = specifySaga(fanOut, directive, 'directive-d1');
  const assigned = (n: number) => plan('d1', issued.data)[n] as Extract<Planned, { assigned: true }>;
  const nobodys = plan('d1', issued.data)[3] as Extract<Planned, { assigned: false }>;
  const effects = (watchFrom: typeof ISSUED_AT | null) => [
    ...[0, 1, 2].map((n) => {
      const [ref, member] = tasks[n]!;
      const { task, escalation } = assigned(n);
      return {
        key: `assign ${ref} ${member}`,
        send: { stream: streamOf(ref, member), type: 'AssignTask' as const, data: { task, escalation, watchFrom } },
      };
    }),
    {
      key: 'assign 1-3 whole',
      send: {
        stream: streamOf('1-3', 'whole'),
        type: 'LeaveTaskUnassigned' as const,
        data: { task: nobodys.task, rules: nobodys.rules, watchFrom },
      },
    },
  ];

  it('assigns each of its tasks, under a key of its own, and leaves unassigned what names nobody', () =>
    given()
      .when(issued)
      .then(...effects(ISSUED_AT)));

  it('but was entered late tells its tasks that nothing is waited for yet', () =>
    given()
      .when(late)
      .then(...effects(null)));

  it('assigns nothing again when its watch begins', () => given(late).when(watchBegan).then());
});

describe('A directive whose watch begins', () => {
  const given = specifySaga(watch, directive, 'directive-d1');

  it('tells each of its tasks from when on, also the one that nobody has', () =>
    given(late)
      .when(watchBegan)
      .then(
        ...tasks.map(([ref, member]) => ({
          key: `watch ${ref} ${member}`,
          send: { stream: streamOf(ref, member), type: 'WatchTask' as const, data: watchBegan.data },
        })),
      ));

  it('tells nothing when it is issued, nor what was never issued', () => {
    given().when(issued).then();
    given().when(watchBegan).then();
  });
});

describe('The names of the sagas', () => {
  it('never change: their checkpoints hang on them', () =>
    expect([fanOut.name, watch.name]).toStrictEqual(['fan-out', 'watch']));
});
