import { describe, expect, it } from '@jest/globals';
import { fold, instant } from '@edict/kernel';
import { at, saga, specify } from '@edict/kernel/testing';

import { cancelled, delegate, grantExtension, granted, on, requested, suspended } from '../testing/life-examples.ts';
import { accepted, assigned, DUE_AT, lapsed, ofKind, registered, unassigned } from '../testing/task-examples.ts';
import type { TaskCommand } from './task.commands.ts';
import { task } from './task.decider.ts';
import type { TaskEvent } from './task.events.ts';
import type { Assigned } from './task.state.ts';
import { taskView, type TaskRow } from './task.projection.ts';
import { rolesIn } from './task.transfer.ts';

const given = specify(task);
const firstOfJuly = at('2025-06-30T17:00:00.000Z', saga);
const handover = {
  succession: 'ministry-academy',
  from: ['ministry'],
  to: 'new-ministry',
  effectiveOn: '2025-07-01',
  effectiveAt: instant('2025-06-30T17:00:00.000Z'),
};
const transfer = (data: Partial<typeof handover> = {}): TaskCommand => ({
  type: 'TransferTask',
  data: { ...handover, ...data },
});
const transferred = (data: Partial<typeof handover> = {}, voided: readonly string[] = []): TaskEvent => ({
  type: 'TaskTransferred',
  data: { ...handover, ...data, assignment: 1, voided },
});
const after = (...events: readonly TaskEvent[]) => fold(task, events) as Assigned;

describe('A task whose unit is followed by another', () => {
  it('goes over to the successor, under the same assignment and with the same deadline', () => {
    given(assigned()).when(transfer(), firstOfJuly).then(transferred());
    expect(after(assigned(), transferred())).toMatchObject({
      assignment: 1,
      task: { unit: 'new-ministry', lead: ['new-ministry', 'bureau'], deadline: { dueAt: DUE_AT } },
    });
  });

  it('goes over once: whoever has nothing of it hands nothing over', () => {
    given(assigned(), transferred()).when(transfer(), firstOfJuly).then();
    given(assigned())
      .when(transfer({ from: ['hospital'] }), firstOfJuly)
      .then();
  });

  it('stays where it was once it is over', () => {
    for (const end of [accepted, lapsed, cancelled]) given(assigned(), end).when(transfer(), firstOfJuly).then();
  });

  it('goes over to whoever follows its issuer while nobody has it: the successor decides who gets it', () => {
    const issuing = { from: ['politburo'], to: 'new-politburo' };
    const moved: TaskEvent = { type: 'TaskTransferred', data: { ...handover, ...issuing, assignment: 0, voided: [] } };
    given(unassigned()).when(transfer(issuing), firstOfJuly).then(moved);
    given(unassigned(), moved).when(transfer(issuing), firstOfJuly).then();
    given(unassigned()).when(transfer(), firstOfJuly).then();
    given(unassigned(), cancelled).when(transfer(issuing), firstOfJuly).then();
    const named = unassigned({ accountable: ['politburo', 'bureau'], lead: ['politburo'] });
    expect(fold(task, [named, moved])).toMatchObject({
      status: 'unassigned',
      task: {
        issuers: ['new-politburo', 'assembly'],
        accountable: ['new-politburo', 'bureau'],
        lead: ['new-politburo'],
      },
    });
  });

  it('goes over while it is suspended', () =>
    given(assigned(), suspended).when(transfer(), firstOfJuly).then(transferred()));

  it('ends a coordination with whoever has become one with the lead, and names it', () => {
    const withCoordinator = assigned(ofKind('once', { coordinating: ['academy', 'bureau'] }));
    const merging = { from: ['ministry', 'academy'] };
    given(withCoordinator)
      .when(transfer(merging), firstOfJuly)
      .then(transferred(merging, ['academy']));
    expect(after(withCoordinator, transferred(merging, ['academy'])).task.coordinating).toStrictEqual(['bureau']);
  });

  it('takes a request for more time along, which is granted to the successor', () => {
    expect(after(assigned(), requested, transferred()).dates).toStrictEqual(after(assigned(), requested).dates);
    given(assigned(), requested, transferred()).when(grantExtension(), on('2025-06-20', 'politburo')).then(granted());
  });

  it('takes along what was passed on: the successor decides on it', () => {
    const [passedOn] = task.decide(delegate(), after(assigned()), on('2025-05-21', 'ministry')) as TaskEvent[];
    const child = after(assigned(), passedOn!).family.children[0]!.id;
    const decide: TaskCommand = { type: 'DecideOnChild', data: { child, decision: 'leave', reason: 'It goes on' } };
    given(assigned(), passedOn!, transferred())
      .when(decide, on('2025-07-02', 'new-ministry'))
      .then({ type: 'ChildDecided', data: { child, decision: 'leave', reason: 'It goes on', evidence: null } });
    given(assigned(), passedOn!, transferred())
      .when(decide, on('2025-07-02', 'ministry'))
      .thenRefused('task/not-the-lead');
  });

  it('knows whom it passed work to under the name of their successor', () => {
    const [passedOn] = task.decide(delegate(), after(assigned()), on('2025-05-21', 'ministry')) as TaskEvent[];
    const both = { from: ['ministry', 'department'] };
    expect(after(assigned(), passedOn!, transferred(both)).family.children).toMatchObject([{ unit: 'new-ministry' }]);
  });
});

describe('What a unit was asked for about a task', () => {
  const ask = (unit: string): TaskCommand => ({
    type: 'AskContribution',
    data: { assignment: 1, unit, what: 'Is it lawful?', opinion: true, registered: registered(unit, null) },
  });
  const [asked] = task.decide(ask('archive'), after(assigned()), on('2025-05-21', 'ministry')) as [TaskEvent];
  const contribute: TaskCommand = { type: 'ContributeToTask', data: { contribution: 'It is', heirs: {} } };
  const answered = (unit: string): TaskEvent => ({
    type: 'TaskContributed',
    data: { unit, contribution: 'It is', evidence: null },
  });
  const ofArchive = { from: ['archive'], to: 'new-archive' };
  const intoOne = { from: ['ministry', 'archive'] };
  const before = { ...asked, data: { ...asked.data, goesOver: undefined } } as unknown as TaskEvent;

  it('goes over to its successor, who gives it', () => {
    given(assigned(), asked).when(transfer(ofArchive), firstOfJuly).then(transferred(ofArchive));
    given(assigned(), asked, transferred(ofArchive))
      .when(contribute, on('2025-07-02', 'new-archive'))
      .then(answered('new-archive'));
    given(assigned(), asked, transferred(ofArchive))
      .when(contribute, on('2025-07-02', 'archive'))
      .thenRefused('task/not-a-coordinator');
  });

  it('is held until it is given, beside what else the unit has to do with the task', () => {
    expect(rolesIn(after(assigned(), asked))['archive']).toStrictEqual(['asked']);
    expect(rolesIn(after(assigned(), asked, answered('archive')))['archive']).toBeUndefined();
    given(assigned(), asked, answered('archive')).when(transfer(ofArchive), firstOfJuly).then();
    const [also] = task.decide(ask('academy'), after(assigned()), on('2025-05-21', 'ministry')) as [TaskEvent];
    expect(rolesIn(after(assigned(), also))['academy']).toStrictEqual(['coordinating', 'asked']);
  });

  it('stays where it was if it was asked before it went over: the lists that were made then are made again', () => {
    expect(rolesIn(after(assigned(), before))['archive']).toBeUndefined();
    given(assigned(), before).when(transfer(ofArchive), firstOfJuly).then();
  });

  it('is asked no longer once the lead would ask itself, and is no more said to be open', () => {
    expect(after(assigned(), asked, transferred(intoOne)).family.asked).toStrictEqual([]);
    expect(after(assigned(), asked, answered('archive'), transferred(intoOne)).family.asked).toHaveLength(1);
    expect(after(assigned(), asked, transferred()).family.asked).toMatchObject([{ unit: 'archive' }]);
    const rowAfter = (...events: readonly TaskEvent[]) =>
      events.reduce<TaskRow | undefined>(
        (row, event) =>
          taskView.evolve(row, { ...event, id: 'e', stream: 'task-t1', recordedAt: DUE_AT, occurredAt: DUE_AT }),
        undefined,
      )!;
    const { contributions, passed } = rowAfter(assigned(), asked, transferred(intoOne));
    expect([JSON.parse(contributions), JSON.parse(passed)]).toStrictEqual([
      [],
      [{ act: 'opinion', unit: 'archive', at: DUE_AT, answeredAt: DUE_AT }],
    ]);
    expect(
      JSON.parse(rowAfter(assigned(), asked, answered('archive'), transferred(intoOne)).contributions),
    ).toHaveLength(1);
    expect(JSON.parse(rowAfter(assigned(), asked, transferred(ofArchive)).passed)).toMatchObject([
      { unit: 'new-archive', answeredAt: null },
    ]);
  });
});
