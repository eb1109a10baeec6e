import { describe, expect, it } from '@jest/globals';
import { canonical, instant } from '@edict/kernel';
import { specifyProjection } from '@edict/kernel/testing';

import {
  accepted,
  acknowledged,
  assigned,
  due,
  DUE_AT,
  escalated,
  lapsed,
  LAST_REMINDER,
  MAY,
  neared,
  ofKind,
  overdue,
  own,
  progressed,
  returned,
  rules,
  submitted,
  TERM_ENDS,
  terms,
  unassigned,
} from '../testing/task-examples.ts';
import { standingOf } from '../figures/bucket.ts';
import { deadlineOf } from './deadline.ts';
import { escalatedMatterId } from './escalation.saga.ts';
import type { TaskEvent } from './task.events.ts';
import { lifeBegun } from './task.life-row.ts';
import { taskView, type TaskRow } from './task.projection.ts';

const given = specifyProjection(taskView);
const HAPPENED = '2025-01-01T00:00:00.000Z';

const row: TaskRow = {
  taskId: 't1',
  directiveId: 'd1',
  ref: '3-2',
  member: 'whole',
  clause: '3',
  kind: 'once',
  statement: '"Issue the decrees"',
  unit: 'ministry',
  accountable: '["ministry"]',
  lead: '["ministry","bureau"]',
  coordinating: '["academy"]',
  state: 'assigned',
  urgent: 1,
  dueAt: DUE_AT,
  dueSoonAt: '2025-06-18T17:00:00.000Z',
  decidedAt: null,
  evidence: null,
  milestones: '[]',
  assignment: 1,
  submission: 0,
  watchFrom: MAY,
  since: null,
  escalationLevel: 0,
  escalatedTo: null,
  escalatedAs: null,
  lastReport: null,
  changedAt: HAPPENED,
  bucket: 'open',
  turnsAt: DUE_AT,
  ...lifeBegun(terms),
};
/** With the bucket that follows from the rest. */
const counted = (changed: TaskRow): TaskRow => ({ ...changed, ...standingOf(changed) });
const left: TaskRow = { ...row, unit: null, accountable: '[]', lead: '[]', state: 'unassigned', assignment: 0 };

/** What the row of an assigned task looks like after these events. */
const after = (...events: readonly TaskEvent[]) => ({
  is: (changes: Partial<TaskRow>) =>
    given('task-t1', assigned(), ...events).then({ t1: counted({ ...row, ...changes }) }),
});

describe('The row of a task', () => {
  it('begins with what is demanded, of whom, and until when', () => {
    given('task-t1', assigned()).then({ t1: row });
    given('task-t1', assigned(ofKind('standing', { urgent: false, deadline: null }), null)).then({
      t1: counted({ ...row, kind: 'standing', urgent: 0, dueAt: null, dueSoonAt: null, watchFrom: null, says: '{}' }),
    });
  });

  it('is there while nobody has been assigned, and again from its assignment on', () => {
    given('task-t1', unassigned()).then({ t1: left });
    given('task-t1', unassigned(), assigned()).then({ t1: { ...row, since: HAPPENED } });
  });

  it('began with its directive, or when it was taken over or passed on later', () => {
    const begun = (changes: Parameters<typeof ofKind>[1]) =>
      given('task-t1', assigned(ofKind('once', changes))).then.bind(null);
    const source = { number: '386-BC/BTCTW', type: 'report', issuers: [], date: null, title: 'T' } as const;
    begun({ source, since: TERM_ENDS })({ t1: { ...row, since: TERM_ENDS } });
    begun({ source })({ t1: { ...row, since: HAPPENED } });
    begun({ parent: 't0' })({ t1: counted({ ...row, parent: 't0', since: HAPPENED }) });
    given(
      'task-t1',
      unassigned({ source, since: TERM_ENDS }),
      assigned(ofKind('once', { source, since: TERM_ENDS })),
    ).then({ t1: { ...row, since: HAPPENED } });
  });

  it('has no deadline of what is only proposed, until somebody is assigned', () => {
    const says = { status: 'proposed' } as const;
    const said = { says: `{"due":${canonical(due)},"status":"proposed"}` };
    given('task-t1', unassigned({ says })).then({
      t1: counted({ ...left, ...said, dueAt: null, dueSoonAt: null }),
    });
    given('task-t1', unassigned({ says }), assigned(ofKind('once', { says }))).then({
      t1: { ...row, ...said, since: HAPPENED },
    });
  });

  it('of what is in force until a day ends with that day', () => {
    const inForceUntil = instant('2025-12-31T17:00Z');
    given('task-t1', assigned(ofKind('until', { inForceUntil }))).then({
      t1: counted({ ...row, kind: 'until', dueAt: inForceUntil }),
    });
    given('task-t1', assigned(ofKind('until'))).then({ t1: counted({ ...row, kind: 'until', dueAt: null }) });
  });

  it('shows what the text says, word for word, beside what follows from it', () =>
    given('task-t1', assigned(ofKind('once', { says: { concerns: ['academy'], origin: 'speech' } }))).then({
      t1: { ...row, says: `{"concerns":["academy"],"due":${canonical(due)},"origin":"speech"}` },
    }));

  it('shows sealed text as it is sealed', () => {
    const sealed = { sealed: 'x', keyId: 'k' };
    given('task-t1', assigned(ofKind('once', { statement: sealed }))).then({
      t1: { ...row, statement: '{"keyId":"k","sealed":"x"}' },
    });
  });

  it('shows from when on it is watched', () => {
    const watched: TaskEvent = { type: 'TaskWatchBegan', data: { from: TERM_ENDS } };
    after(watched).is({ watchFrom: TERM_ENDS });
    given('task-t1', unassigned({}, null), watched).then({ t1: { ...left, watchFrom: TERM_ENDS } });
  });

  it('shows what its lead reports, and since when a report waits', () => {
    after(acknowledged).is({ state: 'acknowledged' });
    after(progressed()).is({ state: 'inProgress', lastReport: '"Half done"' });
    after(progressed(), submitted()).is({
      state: 'submitted',
      lastReport: '"Issued"',
      decidedAt: HAPPENED,
      submission: 1,
    });
  });

  it('shows the evidence of a submission', () =>
    after({
      type: 'TaskSubmitted',
      data: { assignment: 1, submission: 2, report: 'Issued', evidence: 'Receipt 7' },
    }).is({ state: 'submitted', lastReport: '"Issued"', evidence: '"Receipt 7"', decidedAt: HAPPENED, submission: 2 }));

  it('goes on as it was where a decision on a finding leaves it with the unit that has it, and begins anew where not', () => {
    const decided = {
      by: 'politburo',
      reason: 'One must chair',
      evidence: null,
      zone: 'Asia/Ho_Chi_Minh',
      since: '2025-06-01',
    };
    const shown = (data: object) => {
      const event = { type: 'FindingDecided', data: { ...decided, ...data } } as TaskEvent;
      const decisions = canonical([
        { finding: 'several-leads', ruling: {}, at: HAPPENED, by: decided.by, reason: decided.reason },
      ]);
      return { is: (changes: Partial<TaskRow>) => after(acknowledged, event).is({ decisions, ...changes }) };
    };
    const finding = { finding: 'several-leads', ruling: {} };
    shown({ ...finding, assignment: 1 }).is({ state: 'acknowledged' });
    shown({ ...finding, assignment: 2 }).is({ state: 'assigned', assignment: 2 });
  });

  it('counts how often it was given to another', () => {
    const data = {
      assignment: 2,
      from: 'ministry',
      unit: 'bureau',
      coordinating: [],
      acknowledgeBy: null,
      reason: 'x',
    };
    const another = { type: 'TaskReassigned', data } as unknown as TaskEvent;
    after(acknowledged, another).is({
      ...{ assignment: 2, unit: 'bureau', accountable: '["bureau"]', lead: '["bureau"]', coordinating: '[]' },
      reassignments: 1,
      passed: JSON.stringify([{ act: 'reassigned', answeredAt: null, at: HAPPENED, unit: 'bureau' }]),
    });
  });

  it('of what went round hands on what is open to whoever follows the unit, and leaves what was answered', () => {
    const handover = {
      ...{ succession: 's1', from: ['ministry'], to: 'new-ministry', assignment: 1, voided: [] },
      ...{ effectiveOn: '2025-07-01', effectiveAt: DUE_AT },
    };
    const moved: TaskEvent = { type: 'TaskTransferred', data: handover };
    const rows = [assigned(), submitted(), returned(), submitted(2), returned(2), moved].reduce<TaskRow | undefined>(
      (last, event) =>
        taskView.evolve(last, { ...event, id: 'e', stream: 'task-t1', recordedAt: DUE_AT, occurredAt: DUE_AT }),
      undefined,
    );
    expect(JSON.parse(rows!.passed)).toMatchObject([
      { act: 'returned', unit: 'ministry', answeredAt: DUE_AT },
      { act: 'returned', unit: 'new-ministry', answeredAt: null },
    ]);
  });

  it('of an opinion shows who has given it, in whoever’s place', () => {
    const asked = { unit: 'archive', what: 'x', opinion: true, dueAt: null, evidence: null };
    const answer = { unit: 'heir', inPlaceOf: 'archive', contribution: 'x', evidence: null };
    after({ type: 'ContributionAsked', data: asked }, { type: 'TaskContributed', data: answer }).is({
      contributions: canonical([{ at: HAPPENED, dueAt: null, state: 'given', unit: 'heir' }]),
      opinions: 1,
      passed: canonical([{ act: 'opinion', answeredAt: HAPPENED, at: HAPPENED, unit: 'heir' }]),
    });
  });

  it('shows how the issuer answers', () => {
    const reported = { lastReport: '"Issued"', submission: 1 };
    const passed = JSON.stringify([{ act: 'returned', answeredAt: null, at: HAPPENED, unit: 'ministry' }]);
    after(submitted(), returned()).is({ ...reported, state: 'returned', decidedAt: null, returns: 1, passed });
    const again = JSON.stringify([{ act: 'returned', answeredAt: HAPPENED, at: HAPPENED, unit: 'ministry' }]);
    after(submitted(), returned(), submitted(2)).is({
      ...{ lastReport: '"Issued"', submission: 2, state: 'submitted', decidedAt: HAPPENED },
      ...{ returns: 1, passed: again },
    });
    after(submitted(), accepted).is({ ...reported, state: 'accepted', decidedAt: HAPPENED });
    after(lapsed).is({ state: 'lapsed' });
  });

  it('shows how far it was taken, and where', () => {
    const matterOf = (round?: number) => escalatedMatterId('t1', 1, round);
    const how = (more: object) => ({ ...escalated, data: { ...escalated.data, ...more } }) as TaskEvent;
    const shown = { escalationLevel: 1, escalatedTo: own.unit };
    after(escalated).is({ ...shown, escalatedAs: matterOf() });
    after(how({ round: 2 })).is({ ...shown, escalatedAs: matterOf(2) });
    after(how({ opens: 'notice' })).is(shown);
    after(escalated, { type: 'EscalationFoundNobody', data: { level: 2, refused: own } }).is({ escalationLevel: 2 });
  });

  it('does not show whether it is late: that follows from the clock', () => {
    after(neared(LAST_REMINDER)).is({});
    after(overdue).is({});
    after({ type: 'AcknowledgementMissed', data: { assignment: 1, termEndedAt: TERM_ENDS } }).is({});
  });

  it('tells milestones that are met or missed from those ahead', () => {
    const milestones = [
      { name: 'Draft', deadline: deadlineOf(due, rules) },
      { name: 'Review', deadline: null },
      { name: 'Print', deadline: null },
    ];
    const draft = { name: 'Draft', dueAt: DUE_AT };
    const [review, print] = ['Review', 'Print'].map((name) => ({ name, dueAt: null }));
    const missed: TaskEvent = {
      type: 'MilestoneMissed',
      data: { assignment: 1, milestone: 'Draft', dueAt: DUE_AT },
    };
    const shown = (...events: readonly TaskEvent[]) => {
      const rows = [assigned(ofKind('once', { milestones })), ...events].reduce<TaskRow | undefined>(
        (last, event) =>
          taskView.evolve(last, {
            ...event,
            id: 'e',
            stream: 'task-t1',
            recordedAt: DUE_AT,
            occurredAt: DUE_AT,
          }),
        undefined,
      );
      return JSON.parse(rows!.milestones) as unknown;
    };
    expect(shown()).toEqual([draft, review, print].map((each) => ({ ...each, state: 'open' })));
    expect(shown(progressed())).toEqual(shown());
    expect(shown(missed, progressed('Review'))).toEqual([
      { ...draft, state: 'missed' },
      { ...review, state: 'met' },
      { ...print, state: 'open' },
    ]);
    expect(shown(missed, progressed('Draft'))).toMatchObject([{ state: 'met' }, { state: 'open' }, { state: 'open' }]);
  });
});

describe('The view of tasks', () => {
  it('skips what befalls a task that it has not seen begin', () =>
    given('task-t1', acknowledged).then({ t1: undefined as never }));

  it('skips other streams', () => given('matter-m1', acknowledged).then({}));

  it('leaves a row alone at an event of a newer version', () =>
    given('task-t1', assigned(), { type: 'TaskPraised', data: {} } as never).then({ t1: row }));

  it('has a column for every field of a row, and finds rows by directive, by inbox and by state', () => {
    const { table, version, columns, indexes } = taskView;
    expect({ table, version, indexes }).toStrictEqual({
      table: 'task',
      version: 7,
      indexes: [
        ['directiveId', 'dueAt', 'ref'],
        ['unit', 'dueAt', 'ref'],
        ['unit', 'state', 'dueAt', 'ref'],
        ['state', 'dueAt', 'ref'],
        ['directiveId', 'bucket', 'turnsAt'],
      ],
    });
    expect(Object.keys(columns)).toEqual(Object.keys(row));
    const life = ['started', 'extensions', 'reassignments', 'returns', 'refusals', 'opinions'];
    const numbers = ['urgent', 'assignment', 'submission', 'escalationLevel', ...life];
    for (const [name, column] of Object.entries(columns))
      expect(column).toBe(numbers.includes(name) ? 'integer' : 'text');
  });
});
