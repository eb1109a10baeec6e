import {
  attachmentView,
  deliveryView,
  formReportView,
  labelView,
  matterView,
  noticeView,
  standingUnitView,
  taskView,
  type Level,
} from '@edict/directives';
import { categoryOf, idOf } from '@edict/kernel';
import { tableOf, type AnyProjection, type Position, type Views } from '@edict/runtime';

import type { Ports } from './engine.ts';
import { MACHINE, readable, seesAll, type Viewer } from './viewer.ts';

/** Where the directive stands on which the label of a stream hangs. */
export const CLASSIFIED: Readonly<Record<string, AnyProjection>> = {
  directive: labelView,
  task: taskView,
  matter: matterView,
  standingUnit: standingUnitView,
  notification: noticeView,
  attachment: attachmentView,
  formReport: formReportView,
  delivery: deliveryView,
};

/** For all: what units there are and which follows which, by which rules is worked, from when on a saga reacts. */
const OPEN = ['unit', 'reference', 'saga'];

/** `ceiling`: above it nothing is held. */
export type SightPorts = Pick<Ports, 'store' | 'views'> & Readonly<{ ceiling?: Level | undefined }>;

/** So long somebody waits who asks for what may have been written a moment ago. */
const LONGEST_WAIT_MS = 2_000;

/**
 * Whether somebody may read a stream. What is hidden and what is not there takes the same way and the same time; streams of a sort that is
 * not named here are shown to nobody.
 */
export const sightOf = ({ store, views, ceiling }: SightPorts, viewer: Viewer) => {
  const isShown = async (view: AnyProjection, id: string): Promise<boolean> =>
    (await views.load(tableOf(view), [id], readable(view, viewer))).size > 0;

  /** A view that has just caught up is asked once more. */
  const seesClassified = async (view: AnyProjection, id: string): Promise<boolean> => {
    if (await isShown(view, id)) return true;
    await caughtUp(views, [view, labelView].map(tableOf), await store.head());
    return isShown(view, id);
  };

  /** A refusal is kept of a command: it is shown to whoever may read what the command was for. */
  const seesRefusal = async (stream: string): Promise<boolean> => {
    const [refused] = await store.read(stream, -1, 1);
    return refused !== undefined && sees((refused.data as Readonly<{ stream: string }>).stream);
  };

  const sees = async (stream: string): Promise<boolean> => {
    const category = categoryOf(stream);
    if (viewer === MACHINE || OPEN.includes(category)) return true;
    // Their events say how much was held, or which streams there are, hidden or not.
    if (['succession', 'upkeep', 'rebuild'].includes(category)) return seesAll(viewer, ceiling);
    if (category === 'refusal') return seesRefusal(stream);
    return Object.hasOwn(CLASSIFIED, category) && seesClassified(CLASSIFIED[category]!, idOf(stream));
  };
  return sees;
};

const caughtUp = (views: Views, tables: readonly string[], head: Position): Promise<unknown> =>
  Promise.all(tables.map((table) => views.waitFor(table, head, LONGEST_WAIT_MS)));
