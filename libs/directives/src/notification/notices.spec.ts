import { describe, expect, it } from '@jest/globals';
import { idFrom, instant, type Message } from '@edict/kernel';
import { at, EVENT_ID, saga, specify, specifySaga } from '@edict/kernel/testing';

import { matter } from '../matter/matter.decider.ts';
import type { MatterEvent, MatterPart } from '../matter/matter.messages.ts';
import { standingUnit } from '../standing-unit/standing-unit.decider.ts';
import { task } from '../task/task.decider.ts';
import type { TaskEvent } from '../task/task.events.ts';
import * as matters from '../testing/matter-examples.ts';
import * as tasks from '../testing/task-examples.ts';
import { notification, type Notice, type NotificationCommand, type NotificationEvent } from './notification.decider.ts';
import { matterNotices, standingUnitNotices, taskNotices } from './notices.saga.ts';

const { quiet } = matters;

/** The same notice to each of these units. */
const told =
  (about: string, as = quiet) =>
  (notice: Notice['notice'], ...units: readonly string[]) =>
    units.map(
      (unit) =>
        ({
          key: `tell-${unit}`,
          send: {
            stream: `notification-${idFrom(EVENT_ID, unit)}`,
            type: 'RequestNotification',
            data: { unit, notice, about, directiveId: 'd1', quiet: as },
          },
        }) as const,
    );

const newer = { type: 'SomethingNewer', data: {} } as never;

describe('Of a task', () => {
  const given = specifySaga(taskNotices, task, 'task-t1');
  const of = told('task-t1');
  const assigned = tasks.assigned(tasks.ofKind('once', { accountable: ['committee', 'ministry'], quiet }));
  const missed: TaskEvent = { type: 'AcknowledgementMissed', data: { assignment: 1, termEndedAt: tasks.TERM_ENDS } };
  const milestone: TaskEvent = {
    type: 'MilestoneMissed',
    data: { assignment: 1, milestone: 'm1', dueAt: tasks.DUE_AT },
  };
  const nobody: TaskEvent = { type: 'EscalationFoundNobody', data: { level: 1, refused: null } };

  it('the unit that has it is reminded', () =>
    given(assigned)
      .when(tasks.neared(tasks.FIRST_REMINDER))
      .then(...of('deadline-neared', 'ministry')));

  it('the unit that has it is reminded of a milestone', () =>
    given(assigned)
      .when({
        type: 'MilestoneNeared',
        data: { assignment: 1, milestone: 'm1', rungAt: tasks.FIRST_REMINDER, dueAt: tasks.DUE_AT },
      })
      .then(...of('milestone-neared', 'ministry')));

  it.each([
    ['acknowledgement-missed', missed],
    ['milestone-missed', milestone],
    ['overdue', tasks.overdue],
  ] as const)('whoever has it and who is accountable hear once each when it slips: %s', (notice, event) =>
    given(assigned)
      .when(event)
      .then(...of(notice, 'ministry', 'committee')),
  );

  it('the office that it is escalated to is told where that opens no matter', () => {
    const { data } = tasks.escalated as Extract<TaskEvent, { type: 'TaskEscalated' }>;
    const notify: TaskEvent = { type: 'TaskEscalated', data: { ...data, office: tasks.superior, opens: 'notice' } };
    given(assigned)
      .when(notify)
      .then(...of('escalated', 'government'));
    given(assigned).when(tasks.escalated).then();
  });

  it('its issuers are told when nobody took it', () =>
    given(assigned)
      .when(nobody)
      .then(...of('escalation-found-nobody', 'politburo', 'assembly')));

  it('nobody is told of anything else, or of a task that nobody has', () => {
    for (const event of [tasks.acknowledged, tasks.progressed(), tasks.submitted(), tasks.returned(), newer])
      given(assigned).when(event).then();
    given().when(assigned).then();
    for (const event of [tasks.overdue, nobody]) given().when(event).then();
    given(tasks.unassigned()).when(nobody).then();
  });

  it('its issuers are told that the day has passed of a task that nobody has', () => {
    const { issuers } = tasks.unassigned().data.task;
    given(tasks.unassigned({ quiet }))
      .when(tasks.overdue)
      .then(...of('overdue', ...issuers));
  });
});

describe('Of a matter', () => {
  const given = specifySaga(matterNotices, matter, 'matter-m1');
  const of = told('matter-m1');

  it('the office that it comes to is told, a secretariat at any hour', () => {
    given()
      .when(matters.received())
      .then(...of('matter-received', 'ha-noi'));
    const anyHour = { zone: 'UTC', hours: null } as never;
    given()
      .when(matters.atSecretariat({ office: matters.issuerOffice }))
      .then(...told('matter-m1', anyHour)('matter-received', 'politburo'));
  });

  it.each([
    ['matter-directed', 'bureau', matters.directed()],
    ['matter-recommended', 'government', matters.recommended()],
    ['response-missed', 'ha-noi', matters.responseMissed],
    [
      'matter-handed-over',
      'politburo',
      { type: 'MatterHandedOver', data: { from: matters.standing, to: matters.issuerOffice } },
    ],
  ] as const)('%s is told to %s', (notice, unit, event) =>
    given(matters.received())
      .when(event)
      .then(...of(notice, unit)),
  );

  it('whoever submitted it is told that it is answered, and nobody where it was escalated', () => {
    given(matters.received({ from: 'school' }))
      .when(matters.answered())
      .then(...of('matter-answered', 'school'));
    given(matters.received({ from: null }))
      .when(matters.answered())
      .then();
    given().when(matters.answered()).then();
  });

  it('the successor of the desk, of the authority or of whoever was consulted is told of it, once', () => {
    const handover = { succession: 's1', from: ['ha-noi'], to: 'heir', effectiveOn: '2025-07-01' };
    const moved = (...parts: readonly MatterPart[]): MatterEvent => ({
      type: 'MatterTransferred',
      data: { ...handover, effectiveAt: instant('2025-06-30T17:00Z'), parts },
    });
    given(matters.received())
      .when(moved('office', 'consulted'))
      .then(...of('matter-handed-over', 'heir'));
    given(matters.received())
      .when(moved('from', 'recommendedTo'))
      .then(...of('matter-recommended', 'heir'));
    given(matters.received())
      .when(moved('consulted'))
      .then(...of('consultation-asked', 'heir'));
    given(matters.received()).when(moved('from')).then();
    const { parts: _, ...earlier } = { ...moved().data } as { parts?: unknown };
    given(matters.received())
      .when({ type: 'MatterTransferred', data: earlier } as MatterEvent)
      .then();
  });

  it('nobody is told of a refusal, or of anything else', () => {
    given().when(matters.refusedBecause('matter/outside-mandate')).then();
    given(matters.received()).when(matters.actRefused('DirectMatter')).then();
    given(matters.received()).when(newer).then();
    given(matters.received(), matters.answered()).when(matters.directed()).then();
  });
});

describe('Of a standing unit', () => {
  const given = specifySaga(standingUnitNotices, standingUnit, 'standingUnit-s1');
  const of = told('standingUnit-s1');
  const heir = matters.issuerOffice;

  it('its committee is told that the end is near, and with its heir that it has come', () => {
    given(matters.standingUnitSetUp({ heir }))
      .when(matters.endNeared)
      .then(...of('mandate-end-neared', 'ha-noi'));
    given(matters.standingUnitSetUp({ heir }))
      .when(matters.mandateEnded)
      .then(...of('mandate-ended', 'ha-noi', 'politburo'));
  });

  it('a committee that inherits from itself is told once', () =>
    given(matters.standingUnitSetUp())
      .when(matters.mandateEnded)
      .then(...of('mandate-ended', 'ha-noi')));

  it('nobody is told of anything else, or where none has been set up', () => {
    given().when(matters.standingUnitSetUp()).then();
    given(matters.standingUnitSetUp()).when(newer).then();
    for (const event of [matters.endNeared, matters.mandateEnded]) given().when(event).then();
  });
});

describe('The sagas that tell', () => {
  it('keep their names: what they have sent hangs on them', () =>
    expect([taskNotices, matterNotices, standingUnitNotices].map(({ name }) => name)).toStrictEqual([
      'task-notices',
      'matter-notices',
      'standing-unit-notices',
    ]));
});

describe('A notice', () => {
  const given = specify(notification);
  const notice: Notice = { unit: 'ha-noi', notice: 'overdue', about: 'task-t1', directiveId: 'd1' };
  const tell = (as: typeof quiet | { zone: string; hours: null } = quiet): NotificationCommand => ({
    type: 'RequestNotification',
    data: { ...notice, quiet: as },
  });
  const requested = (releaseAt: string): NotificationEvent => ({
    type: 'NotificationRequested',
    data: { ...notice, releaseAt: instant(releaseAt) },
  });

  it.each([
    ['at once by day', '2025-06-02T13:59:59.999Z', '2025-06-02T13:59:59.999Z'],
    ['in the morning from the first quiet moment on', '2025-06-02T14:00:00.000Z', '2025-06-03T00:00:00.000Z'],
    ['in the morning of the same day after midnight', '2025-06-02T23:59:59.999Z', '2025-06-03T00:00:00.000Z'],
    ['at once when the quiet hours are over', '2025-06-03T00:00:00.000Z', '2025-06-03T00:00:00.000Z'],
  ])('is released %s', (_, now, releaseAt) => given().when(tell(), at(now, saga)).then(requested(releaseAt)));

  it('is released at once where there are no quiet hours', () =>
    given()
      .when(tell({ zone: 'UTC', hours: null }), at('2025-06-02T15:00Z', saga))
      .then(requested('2025-06-02T15:00:00.000Z')));

  it('is requested once, by the engine, and waits for nothing', () => {
    given(requested(matters.JUNE)).when(tell(), at(matters.JUNE, saga)).thenNothing();
    given(requested(matters.JUNE)).thenWaitsFor();
    expect(notification.category).toBe('notification');
    expect(notification.origins).toStrictEqual({ RequestNotification: ['saga'] } satisfies Record<
      Message['type'],
      unknown
    >);
  });
});
