import {
  accountView,
  appointmentView,
  charterOf,
  directive,
  directiveView,
  matterView,
  noticeView,
  officeView,
  plan,
  standingUnitView,
  successionView,
  taskView,
  unitView,
  type AccountRow,
  type AppointmentRow,
  type DirectiveRow,
  type MatterRow,
  type NoticeRow,
  type OfficeRow,
  type StandingUnitRow,
  type SuccessionRow,
  type TaskRow,
  type UnitRow,
} from '@edict/directives';
import { categoryOf, dayOf, fold, idOf, type Happened, type Instant, type Message, type Row } from '@edict/kernel';
import {
  happened,
  inWindow,
  tableOf,
  type AnyDecider,
  type AnyProjection,
  type Query,
  type Revision,
} from '@edict/runtime';

import type { Ports } from './engine.ts';
import { tasksToReport } from './reading/all-tasks.ts';
import { findAsOf } from './reading/as-of.ts';
import { concernOf } from './reading/concern.ts';
import { countsOf } from './reading/counts.ts';
import { answeringNow } from './reading/answering.ts';
import { conservationSeen } from './reading/conservation.ts';
import { whereEscalated, withEscalated, type Matters } from './reading/escalated.ts';
import type { Find } from './reading/find.ts';
import { implementingIn } from './reading/implemented.ts';
import { listsOf } from './reading/lists.ts';
import { past } from './reading/past.ts';
import type { Listed, Reading, StandingUnits } from './reading/reading.ts';
import { statisticsNow, statisticsThen, type Count } from './reading/statistics.ts';
import { sightOf, type SightPorts } from './sight.ts';
import { tellingFor } from './telling.ts';
import { readable, seesAll, type Viewer } from './viewer.ts';

export { MACHINE, type Seen, type Viewer } from './viewer.ts';
export type { Reading, StandingUnits } from './reading/reading.ts';

/** `reader.as(viewer)` is the only way to select anything. What somebody may not read is not there. */
export type Reader = Readonly<{ as(viewer: Viewer): Reading }>;

export const reader = (ports: Ports): Reader => ({ as: (viewer) => readingOf(ports, viewer) });

/** Rows as they are now, or as they were known: the stream folded up to that moment. */
const rowsOf = ({ store, views, ceiling, clock }: SightPorts & Pick<Ports, 'clock'>, viewer: Viewer) => {
  const sees = sightOf({ store, views, ceiling }, viewer);
  const tell = tellingFor({ store, views }, viewer);
  /** For who shows nothing of it, or says by themselves what is shown. */
  const look: Find = async <R extends Row>(view: AnyProjection, query: Query) =>
    (await views.find(tableOf(view), { ...query, ...readable(view, viewer) })) as readonly R[];
  const find: Find = async <R extends Row>(view: AnyProjection, query: Query) => told(await look<R>(view, query));
  /** For who decides by it, and shows nothing of it. */
  const peek = async <R extends Row>(view: AnyProjection, keys: readonly string[]) => {
    const rows = await views.load(tableOf(view), keys, readable(view, viewer));
    return keys.flatMap((key) => (rows.get(key) ?? []) as readonly R[]);
  };
  /** Counted by directive before all else, so that it is known what was counted. */
  const count: Count = async (view, by, filter) => {
    const tallies = await views.count(tableOf(view), by, { ...filter, ...readable(view, viewer) });
    await tell.ofRows(tallies.map(({ values: [directiveId = null] }) => ({ directiveId })));
    return tallies;
  };
  const load = async <R extends Row>(view: AnyProjection, keys: readonly string[]) => told(await peek<R>(view, keys));
  const told = async <R extends Row>(rows: readonly R[]) => {
    await tell.ofRows(rows);
    return rows;
  };

  const history = async (stream: string) => {
    if (!(await sees(stream))) return [];
    await tell.ofStream(stream);
    return store.read(stream);
  };
  const knownOn = async <R extends Row>(view: AnyProjection, stream: string, asOf: Instant) => {
    const then = past(asOf, clock());
    const known = (await history(stream)).map(happened).filter(({ recordedAt }) => recordedAt <= then);
    return known.reduce<Row | undefined>((row, event) => view.evolve(row, event), undefined) as R | undefined;
  };
  const one = async <R extends Row>(view: AnyProjection, stream: string, asOf?: Instant): Promise<R | undefined> =>
    asOf ? knownOn<R>(view, stream, asOf) : (await load<R>(view, [idOf(stream)]))[0];

  const placeOf = async (stream: string, revision: Revision) =>
    // Whoever enters a succession gets a place in its stream, though what is in it is kept back from most.
    categoryOf(stream) === 'succession' || (await sees(stream))
      ? (await store.read(stream, revision - 1, 1))[0]?.position
      : undefined;
  return { sees, find, look, count, show: tell.ofRows, load, peek, history, knownOn, one, placeOf };
};

const directivesOf = ({ load, history, knownOn, find }: ReturnType<typeof rowsOf>, now: () => Instant) => {
  const stateOf = async (id: string) => {
    const known: readonly Happened<Message>[] = (await history(`directive-${id}`)).map(happened);
    return fold(directive as AnyDecider, known) as typeof directive.initialState;
  };

  const tasks = async (directiveId: string, asOf?: Instant): Promise<readonly TaskRow[]> => {
    const { issued } = await stateOf(directiveId);
    if (!issued) return [];
    const ids = plan(directiveId, issued).map(({ id }) => id);
    const planned = new Set(ids);
    const known = await find<TaskRow>(taskView, { where: { directiveId }, orderBy: ['ref'] });
    const parts = known.filter(({ taskId }) => !planned.has(taskId));
    if (!asOf) return [...(await load<TaskRow>(taskView, ids)), ...parts];
    const all = [...ids, ...parts.map(({ taskId }) => taskId)];
    const rows = await Promise.all(all.map((id) => knownOn<TaskRow>(taskView, `task-${id}`, asOf)));
    return rows.filter((row) => row !== undefined);
  };

  const standingUnits = async (directiveId: string): Promise<StandingUnits> => {
    const charter = charterOf(await stateOf(directiveId));
    const known = await find<StandingUnitRow>(standingUnitView, { where: { directiveId }, orderBy: ['committee'] });
    const exist = new Set(known.map(({ committee }) => committee));
    const setUp = known.filter(({ state }) => state !== 'transferred');
    const expected = charter?.committees ?? [];
    const answering = answeringNow(await find<UnitRow>(unitView, {}), dayOf(now(), charter?.rules.zone ?? 'UTC'));
    const isMissing = (committee: string) => !exist.has(committee) && !exist.has(answering(committee));
    return {
      charter,
      expected,
      answering: [...new Set(expected.map(answering))],
      setUp,
      missing: expected.filter(isMissing),
    };
  };

  return { stateOf, tasks, standingUnits };
};

const successionsOf = async ({ find, one }: ReturnType<typeof rowsOf>, asOf?: Instant) => {
  const rows = await find<SuccessionRow>(successionView, { orderBy: ['successionId'] });
  if (!asOf) return rows;
  const then = rows.map((row) => one<SuccessionRow>(successionView, `succession-${row.successionId}`, asOf));
  return (await Promise.all(then)).filter((row) => row !== undefined);
};

/** It, or nothing. */
const taskOf = async ({ one }: ReturnType<typeof rowsOf>, id: string, asOf?: Instant): Promise<readonly TaskRow[]> => {
  const row = await one<TaskRow>(taskView, `task-${id}`, asOf);
  return row ? [row] : [];
};

/** By their ids, as they are or as they were known. */
const mattersOf =
  ({ peek, one }: ReturnType<typeof rowsOf>) =>
  (asOf?: Instant): Matters =>
  async (ids) => {
    if (asOf === undefined) return peek<MatterRow>(matterView, ids);
    const then = await inWindow(ids, SIDE_BY_SIDE, (id) => one<MatterRow>(matterView, `matter-${id}`, asOf));
    return then.filter((row) => row !== undefined);
  };

/** Streams that are read at once. */
const SIDE_BY_SIDE = 16;

const listing = (find: Find, now: () => Instant, matters: Matters): Pick<Reading, Exclude<Listed, 'statistics'>> => ({
  lists: withEscalated(listsOf(find, now), matters),
  counts: (where, by) => countsOf(find, { where, by }, now()),
  rows: (where) => tasksToReport(find, where),
});

const listingOf = (find: Find, moment: Instant, matters: Matters): Pick<Reading, Listed> => ({
  ...listing(find, () => moment, matters),
  statistics: (where) => statisticsThen(find, where, moment),
});

const readingOf = ({ store, views, clock, ceiling }: Ports, viewer: Viewer): Reading => {
  const rows = rowsOf({ store, views, ceiling, clock }, viewer);
  const { find, history, one, placeOf } = rows;
  const { stateOf, tasks, standingUnits } = directivesOf(rows, clock);
  const matters = mattersOf(rows);
  return {
    directives: () => find<DirectiveRow>(directiveView, { orderBy: ['issuedAt'] }),
    directive: (id, asOf) => one<DirectiveRow>(directiveView, `directive-${id}`, asOf),
    issued: async (id) => (await stateOf(id)).issued ?? undefined,
    implementing: (id) => implementingIn(rows, id),
    tasks: async (id, asOf) => whereEscalated(await tasks(id, asOf), matters(asOf)),
    task: async (id, asOf) => (await whereEscalated(await taskOf(rows, id, asOf), matters(asOf)))[0],
    inbox: async (unit) =>
      whereEscalated(await find<TaskRow>(taskView, { where: { unit }, orderBy: ['dueAt', 'ref'] }), matters()),
    matters: (where = {}) => find<MatterRow>(matterView, { where, orderBy: ['receivedAt'] }),
    matter: (id, asOf) => one<MatterRow>(matterView, `matter-${id}`, asOf),
    standingUnits,
    notices: async (unit) => {
      const rows = await find<NoticeRow>(noticeView, { where: { unit }, orderBy: ['releaseAt'] });
      return rows.filter(({ releaseAt }) => releaseAt <= clock());
    },
    units: () => find<UnitRow>(unitView, { orderBy: ['unitId'] }),
    accounts: () => find<AccountRow>(accountView, { orderBy: ['openedAt', 'accountId'] }),
    offices: () => find<OfficeRow>(officeView, { orderBy: ['unit', 'officeId'] }),
    appointments: (account) => find<AppointmentRow>(appointmentView, { where: { accountId: account } }),
    successions: (asOf) => successionsOf(rows, asOf),
    conservation: (id) => conservationSeen(store, id, seesAll(viewer, ceiling) ? undefined : rows.history),
    history,
    placeOf,
    ...listing(find, clock, matters()),
    statistics: (where) => statisticsNow(rows.count, where, clock()),
    asOf: (moment) =>
      listingOf(findAsOf({ store, find: rows.look, show: rows.show }, past(moment, clock())), moment, matters(moment)),
    concerns: concernOf(rows.peek, rows.sees),
    now: clock,
  };
};
