import { describe, expect, it } from '@jest/globals';
import { fold } from '@edict/kernel';
import { at, saga, specify, specifySaga } from '@edict/kernel/testing';

import { delegate, on } from '../testing/life-examples.ts';
import { MIDNIGHT } from '../testing/succession-examples.ts';
import { assigned, DUE_AT, ofKind, registered } from '../testing/task-examples.ts';
import { delegation } from './delegation.saga.ts';
import type { TaskCommand } from './task.commands.ts';
import { task } from './task.decider.ts';
import { childIdOf } from './task.delegation.ts';
import type { TaskEvent } from './task.events.ts';

const given = specify(task);
const lead = on('2025-05-21', 'ministry');
const later = at('2025-06-01T00:00:00.000Z', saga);
const child = childIdOf('t1', 1);
const decided = (command: TaskCommand, history: readonly TaskEvent[], context = lead) =>
  task.decide(command, fold(task, history), context) as readonly TaskEvent[];
const [passedOn] = decided(delegate(), [assigned()]) as [TaskEvent];

describe('A task of which a part is passed further', () => {
  const note = (unit: string): TaskCommand => ({
    type: 'NoteChild',
    data: { child, ended: null, dueAt: DUE_AT, unit },
  });
  const noted = (unit: string): TaskEvent => ({
    type: 'ChildNoted',
    data: { child, ended: null, dueAt: DUE_AT, unit },
  });
  const ended: TaskEvent = { type: 'ChildNoted', data: { child, ended: 'accepted', dueAt: DUE_AT } };

  it('is told once who has it now, and passes no other part to that unit', () => {
    given(assigned(), passedOn).when(note('bureau'), later).then(noted('bureau'));
    given(assigned(), passedOn).when(note('department'), later).thenNothing();
    given(assigned(), passedOn, noted('bureau')).when(note('bureau'), later).thenNothing();
    given(assigned(), passedOn, ended).when(note('bureau'), later).thenNothing();
    given(assigned(), passedOn, noted('bureau'))
      .when(delegate({ unit: 'bureau', registered: registered('bureau', null) }), lead)
      .thenRefused('task/delegated');
    expect(decided(delegate(), [assigned(), passedOn, noted('bureau')])).toHaveLength(1);
  });
});

describe('The saga of delegation', () => {
  const of = specifySaga(delegation, task, 'task-t1');
  const part = assigned({ ...ofKind('once'), parent: 'p1' });

  it('lets a part say who has it now', () => {
    const told = (unit: string) => ({
      key: 'note',
      send: { stream: 'task-p1', type: 'NoteChild' as const, data: { child: 't1', ended: null, dueAt: DUE_AT, unit } },
    });
    const handover = { succession: 's1', from: ['ministry'], to: 'heir', effectiveOn: '2025-07-01' };
    const [transferred] = decided(
      { type: 'TransferTask', data: { ...handover, effectiveAt: MIDNIGHT } },
      [part],
      later,
    );
    of(part).when(transferred!).then(told('heir'));
    const to = { unit: 'bureau', committee: registered('bureau', null), rules: null };
    const reassign: TaskCommand = { type: 'ReassignTask', data: { assignment: 1, reason: 'It is theirs', ...to } };
    const [reassigned] = decided(reassign, [part], on('2025-05-22', 'politburo'));
    of(part).when(reassigned!).then(told('bureau'));
    of(assigned()).when(reassigned!).then();
  });
});
