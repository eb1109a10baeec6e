import {
  attachmentView,
  deliveryView,
  directiveView,
  formReportView,
  matterView,
  noticeView,
  referenceView,
  standingUnitView,
  unitView,
  type AttachmentRow,
  type DeliveryRow,
  type DirectiveRow,
  type FormReportRow,
  type MatterRow,
  type NoticeRow,
  type ReferenceRow,
  type SearchRow,
  type StandingUnitRow,
  type TaskRow,
  type UnitRow,
  type UnitSearchRow,
} from '@edict/directives';
import type { Instant, Row } from '@edict/kernel';
import type { AnyProjection, Query } from '@edict/runtime';

import type { Find } from './find.ts';
import { pageOf, type Asked, type Page } from './page.ts';
import { searchPage } from './search-list.ts';
import { inboxPage, tasksPage, type TasksWhere } from './task-list.ts';

type Where<R extends Row> = { readonly [K in keyof R]?: string | number };
type List<R extends Row> = (where: Where<R>, asked: Asked) => Promise<Page<R>>;

/** Everything that can be listed, page by page, in one order each. */
export type Lists = Readonly<{
  /** The latest issued first. */
  directives: List<DirectiveRow>;
  /** By deadline; those without one last. */
  tasks(where: TasksWhere, asked: Asked): Promise<Page<TaskRow>>;
  /** What lies with a unit and is not over, by deadline. */
  inbox(unit: string, asked: Asked): Promise<Page<TaskRow>>;
  /** As they came. */
  matters: List<MatterRow>;
  standingUnits: List<StandingUnitRow>;
  /** What a unit has been told by now, the latest first. */
  notices(unit: string, asked: Asked): Promise<Page<NoticeRow>>;
  /** The latest changed first. */
  deliveries: List<DeliveryRow>;
  /** As they came. */
  attachments: List<AttachmentRow>;
  /** The latest day first. */
  formReports: List<FormReportRow>;
  units: List<UnitRow>;
  references: List<ReferenceRow>;
  /** What has words that begin with all the words of a text, whatever marks and look-alikes either has: by kind, and units last. */
  search(text: string, kind: string | undefined, asked: Asked): Promise<Page<SearchRow | UnitSearchRow>>;
}>;

export const listsOf = (find: Find, now: () => Instant): Lists => {
  const listed =
    <R extends Row>(view: AnyProjection, id: keyof R & string, order: Query) =>
    (where: Where<R>, asked: Asked, more: Query = {}): Promise<Page<R>> => {
      const query = { ...order, ...more, where: where as NonNullable<Query['where']> };
      const values = (row: R) => (order.orderBy ?? []).map((column) => row[column]!);
      return pageOf(
        {
          fetch: (after, limit) => find<R>(view, { ...query, limit, ...(after ? { after } : {}) }),
          placeOf: (row) => ({ values: values(row), key: row[id] as string }),
        },
        asked,
      );
    };
  const told = listed<NoticeRow>(noticeView, 'notificationId', { orderBy: ['releaseAt'], backwards: true });
  return {
    directives: listed(directiveView, 'directiveId', { orderBy: ['issuedAt'], backwards: true }),
    tasks: (where, asked) => tasksPage({ find, now: now() }, where, asked),
    inbox: (unit, asked) => inboxPage({ find }, unit, asked),
    matters: listed(matterView, 'matterId', { orderBy: ['receivedAt'] }),
    standingUnits: listed(standingUnitView, 'standingUnitId', { orderBy: ['committee'] }),
    notices: (unit, asked) => told({ unit }, asked, { within: { releaseAt: { below: `${now()}~` } } }),
    deliveries: listed(deliveryView, 'deliveryId', { orderBy: ['changedAt'], backwards: true }),
    attachments: listed(attachmentView, 'attachmentId', { orderBy: ['attachedAt'] }),
    formReports: listed(formReportView, 'formReportId', { orderBy: ['ofDay'], backwards: true }),
    units: listed(unitView, 'unitId', {}),
    search: (text, kind, asked) => searchPage(find, { text, kind }, asked),
    references: listed(referenceView, 'editionId', { orderBy: ['kind', 'referenceId', 'edition'] }),
  };
};
