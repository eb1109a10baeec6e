import { describe, expect, it } from '@jest/globals';
import { instant } from '@edict/kernel';
import { EVENT_ID, specifyProjection } from '@edict/kernel/testing';

import { noticeView } from './notice.projection.ts';
import type { NotificationEvent } from './notification.decider.ts';

const given = specifyProjection(noticeView);
const requested: NotificationEvent = {
  type: 'NotificationRequested',
  data: {
    unit: 'ha-noi',
    notice: 'overdue',
    about: 'task-t1',
    directiveId: 'd1',
    releaseAt: instant('2025-06-03T00:00Z'),
  },
};
const row = {
  notificationId: 'n-1',
  unit: 'ha-noi',
  notice: 'overdue',
  about: 'task-t1',
  directiveId: 'd1',
  requestedAt: '2025-01-01T00:00:00.000Z',
  releaseAt: '2025-06-03T00:00:00.000Z',
};

describe('The row of a notice', () => {
  it('says who is told what, of what, and not before when', () =>
    given('notification-n-1', requested).then({ 'n-1': row }));

  it('says when it was recorded, whenever what it tells occurred', () => {
    const moments = { recordedAt: instant('2025-07-01T00:00Z'), occurredAt: instant('2025-06-01T00:00Z') };
    const happened = { ...requested, id: EVENT_ID, stream: 'notification-n-1', ...moments };
    expect(noticeView.evolve(undefined, happened)).toStrictEqual({ ...row, requestedAt: moments.recordedAt });
  });

  it('belongs to notices alone, and to the table "notice"', () => {
    given('task-t1', requested).then({});
    expect(noticeView.table).toBe('notice');
    expect(Object.keys(noticeView.columns)).toStrictEqual(Object.keys(row));
  });
});
