import { idOf, type Projection } from '@edict/kernel';

import type { NotificationEvent } from './notification.decider.ts';

export type NoticeRow = Readonly<{
  notificationId: string;
  unit: string;
  notice: string;
  about: string;
  directiveId: string;
  requestedAt: string;
  releaseAt: string;
}>;

/** What each unit is told. A reader shows what has been released by its clock. */
export const noticeView: Projection<NoticeRow, NotificationEvent> = {
  table: 'notice',
  version: 1,
  columns: {
    notificationId: 'text',
    unit: 'text',
    notice: 'text',
    about: 'text',
    directiveId: 'text',
    requestedAt: 'text',
    releaseAt: 'text',
  },
  indexes: [['unit', 'releaseAt'], ['about']],
  keys: (event) => (event.stream.startsWith('notification-') ? [idOf(event.stream)] : []),
  evolve: (_, { stream, data, recordedAt }) => ({
    notificationId: idOf(stream),
    unit: data.unit,
    notice: data.notice,
    about: data.about,
    directiveId: data.directiveId,
    requestedAt: recordedAt,
    releaseAt: data.releaseAt,
  }),
};
