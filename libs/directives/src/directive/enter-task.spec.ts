import { describe, expect, it } from '@jest/globals';
import { fold, instant } from '@edict/kernel';
import { at, person, specify, specifySaga } from '@edict/kernel/testing';

import type { Source } from '../document/index.ts';
import { CONCLUSION, directiveIssued, unitFact } from '../testing/directive-examples.ts';
import { directiveDocument, taskItem } from '../testing/documents.ts';
import { ISSUED_AT } from '../testing/issued.ts';
import { directive } from './directive.decider.ts';
import type { DirectiveCommand, DirectiveEvent, EnteredTask, Given } from './directive.messages.ts';
import { fanOut, watch } from './fan-out.saga.ts';
import { taskIdOf } from './identity.ts';
import { planAll } from './plan-all.ts';
import { planEntered } from './plan.ts';

const NOW = instant('2025-06-10T02:00:00.000Z');
const given = specify(directive);
const here = (actor = person('politburo')) => at(NOW, actor, NOW, CONCLUSION);
const document = {
  ...directiveDocument({ tasks: [taskItem({ ref: '1-1' })] }),
  clauses: [{ ref: '1', kind: 'task-bearing', text: 'The recommendations of a report are agreed' } as const],
};
const issued = directiveIssued({ document });
const late = directiveIssued({ document, watchFrom: null });

const source: Source = { number: '386-BC/BTCTW', type: 'report', issuers: [], date: null, title: 'Two weeks' };
const { leadBasis: _, ...task } = taskItem({ ref: '1-2', statement: 'Hand the archives over' });
const ministry = { ...unitFact({ id: 'ministry' }), ...unitFact({ id: 'academy' }) };
const units = (ids: readonly string[]) => Object.fromEntries(ids.map((id) => [id, ministry[id]!]));
const enter = (more: Partial<Given<'EnterTask'>['task']> = {}, facts = units(['ministry'])): DirectiveCommand => ({
  type: 'EnterTask',
  data: { task: { ...task, ...more }, source, units: facts, issuing: {} },
});
const entry = (more: Partial<EnteredTask['item']> = {}): EnteredTask => ({
  item: { ...task, leadBasis: 'stated', byReference: source, ...more },
  source,
  named: { ministry: { kind: 'unit', members: [], complete: true, source: 'unit-ministry@3' } },
  at: NOW,
  findings: [],
});
const entered = (more: Partial<EnteredTask['item']> = {}): DirectiveEvent => ({
  type: 'TaskEntered',
  data: entry(more),
});

describe('A task that a directive takes over from another document', () => {
  it('is entered later, with that document as its source', () => given(issued).when(enter(), here()).then(entered()));

  it('is entered by an issuer or its secretariat, and by nobody else', () => {
    given(issued)
      .when(enter(), here(person('ministry')))
      .thenRefused('directive/not-the-issuer');
    given(issued)
      .when(enter(), here({ ...person('office'), capacity: 'secretariat' }))
      .then(entered());
    given().when(enter(), here()).thenRefused('directive/unknown');
  });

  it('is entered once', () => {
    given(issued, entered()).when(enter(), here()).thenNothing();
    given(issued, entered())
      .when(enter({ statement: 'Another' }), here())
      .thenRefused('directive/task-exists');
    given(issued)
      .when(enter({ ref: '1-1' }), here())
      .thenRefused('directive/task-exists');
  });

  it.each<[string, Partial<Given<'EnterTask'>['task']>, string]>([
    ['a clause that is there', { clause: '9' }, 'directive/no-such-clause'],
    ['somebody, where each has it', { each: true, accountable: [], lead: [] }, 'directive/task-not-whole'],
    ['a ref', { ref: '' }, 'directive/task-not-whole'],
    ['a ref of letters and digits', { ref: '5 <1>' }, 'directive/task-not-whole'],
    [
      'a day or a month',
      { due: { on: '2025-06-30', month: '2025-06', bound: 'by', firmness: 'firm' } },
      'directive/task-not-whole',
    ],
    [
      'a day or a month of a milestone',
      { milestones: [{ name: 'draft', due: { on: '2025-06-30', month: '2025-06', bound: 'by', firmness: 'firm' } }] },
      'directive/task-not-whole',
    ],
    [
      'a milestone once',
      { milestones: [1, 2].map(() => ({ name: 'draft', due: { on: '2025-06-30', bound: 'by', firmness: 'firm' } })) },
      'directive/task-not-whole',
    ],
    ['tasks that are there to wait for', { after: ['1-1', '9-9'] }, 'directive/no-such-task'],
    ['another task to wait for', { after: ['1-2'] }, 'directive/no-such-task'],
    ['an interval only where it comes round', { recurrence: { every: 'month' } }, 'directive/task-not-whole'],
  ])('names %s', (_name, wrong, code) => given(issued).when(enter(wrong), here()).thenRefused(code));

  it('names units that are registered', () =>
    given(issued)
      .when(enter({}, { ministry: { value: null, source: 'unit-ministry@-1' } }), here())
      .thenRefused('unit/unknown'));

  it('is not entered any more where the directive is no longer in force', () => {
    const revoked: DirectiveEvent = {
      type: 'DirectiveChanged',
      data: {
        ...{ directiveId: 'd2', how: 'revokes', effects: [], others: 'cancel', reason: 'It has served', source: 's' },
        by: { number: '2-KL/TW', issuer: 'politburo', title: 'T', on: '2025-06-01' },
      },
    };
    given(issued, revoked).when(enter(), here()).thenRefused('directive/not-in-force');
  });

  it('leaves open what its text leaves open', () =>
    given(issued)
      .when(enter({ lead: [], accountable: [] }, {}), here())
      .then({
        type: 'TaskEntered',
        data: {
          ...entry({ lead: [], accountable: [], leadBasis: 'none' }),
          named: {},
          findings: [
            { code: 'no-accountable', ref: '1-2', message: 'Nobody is addressed.' },
            { code: 'no-lead', ref: '1-2', message: 'Nobody is named to lead this task.' },
          ],
        },
      }));
});

describe('Once it is entered', () => {
  const assign = specifySaga(fanOut, directive, 'directive-d1');
  const [planned] = planEntered('d1', issued.data, entry());
  const stream = `task-${taskIdOf('d1', '1-2', 'whole')}`;
  const effect = (watchFrom: typeof NOW | null) => {
    if (!planned?.assigned) throw new Error('it is assigned');
    const { task: terms, escalation } = planned;
    return {
      key: 'assign 1-2 whole',
      send: { stream, type: 'AssignTask' as const, data: { task: terms, escalation, watchFrom } },
    };
  };

  it('is assigned like every other, its terms run from that moment on, and it names its source', () => {
    assign(issued).when(entered()).then(effect(NOW));
    expect(planned?.task).toMatchObject({ source, ref: '1-2', since: NOW });
    expect(planned?.assigned && planned.task.acknowledgeBy).toMatchObject({ from: '2025-06-10' });
  });

  it('has milestones and a month as a file gives them, each with the day that follows', () => {
    const month = { month: '2025-07', bound: 'by', firmness: 'firm' } as const;
    const [own] = planEntered('d1', issued.data, entry({ due: month, milestones: [{ name: 'draft', due: month }] }));
    const dueAt = '2025-07-31T17:00:00.000Z';
    expect(own?.task).toMatchObject({ deadline: { dueAt }, milestones: [{ name: 'draft', deadline: { dueAt } }] });
  });

  it('asks those that it waits for to tell it: the same member, or all that have it', () => {
    const provinces = {
      kind: 'group',
      members: ['north', 'south'],
      complete: true,
      source: 'unit-provinces@0',
    } as const;
    const grouped = directiveIssued({
      document: {
        ...document,
        tasks: [taskItem({ ref: '1-1' }), taskItem({ ref: '1-3', each: true, accountable: ['provinces'] })],
      },
      named: { provinces },
    });
    const awaiting = (more: Partial<EnteredTask['item']>) => {
      const data = { ...entry({ after: ['1-1', '1-3'], ...more }), named: { provinces } };
      const event = { type: 'TaskEntered', data } as const;
      return fanOut
        .react(
          { ...event, id: 'e', stream: 'directive-d1', recordedAt: NOW, occurredAt: NOW },
          fold(directive, [grouped, event]),
        )
        .flatMap(({ send }) => (send.type === 'AwaitTask' ? [[send.stream, send.data.task]] : []));
    };
    const id = (ref: string, member: string) => taskIdOf('d1', ref, member);
    expect(awaiting({})).toStrictEqual(
      [id('1-1', 'whole'), id('1-3', 'north'), id('1-3', 'south')].map((each) => [`task-${each}`, id('1-2', 'whole')]),
    );
    expect(awaiting({ each: true, accountable: ['provinces'] })).toStrictEqual(
      ['north', 'south'].flatMap((member) =>
        [id('1-1', 'whole'), id('1-3', member)].map((each) => [`task-${each}`, id('1-2', member)]),
      ),
    );
  });

  it('tells what it waits for under a key of its own, also what was itself entered later', () => {
    const id = (ref: string) => taskIdOf('d1', ref, 'whole');
    const event = entered({ ref: '1-3', after: ['1-1', '1-2'] });
    const happened = { ...event, id: 'e', stream: 'directive-d1', recordedAt: NOW, occurredAt: NOW };
    const [, ...told] = fanOut.react(happened, fold(directive, [issued, entered(), event]));
    expect(told).toStrictEqual(
      ['1-1', '1-2'].map((ref) => ({
        key: `await ${id(ref)} ${id('1-3')}`,
        send: { stream: `task-${id(ref)}`, type: 'AwaitTask', data: { task: id('1-3') } },
      })),
    );
  });

  it('is watched together with the directive, where that was entered late', () => {
    assign(late).when(entered()).then(effect(null));
    const began: DirectiveEvent = { type: 'WatchBegan', data: { from: ISSUED_AT } };
    specifySaga(
      watch,
      directive,
      'directive-d1',
    )(late, entered())
      .when(began)
      .then(
        ...['1-1', '1-2'].map((ref) => ({
          key: `watch ${ref} whole`,
          send: {
            stream: `task-${taskIdOf('d1', ref, 'whole')}`,
            type: 'WatchTask' as const,
            data: { from: ISSUED_AT },
          },
        })),
      );
  });

  it('is one of the tasks of the directive', () =>
    expect(
      planAll('d1', { issued: issued.data, entered: [entry()], divided: [] }).map(({ task: { ref } }) => ref),
    ).toStrictEqual(['1-1', '1-2']));
});
